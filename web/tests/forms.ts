/** Rows and claims for tests: what a test does not name is as plain as it can be. */

import type { Claim, ClaimView, Detail, Figure, Incident, JudgementRow, Row } from "../src/api/types";

export const exactly = (n: number): Figure => ({ low: n, best: n, high: n, rule: "agreed" });

export function row(of: Partial<Row> = {}): Row {
  return {
    id: "i1",
    kind: "interception",
    attacker: "UA",
    weapon: { class: "uav", model: null },
    outcome: "destroyed",
    place: place("Rostov Oblast"),
    time: { start: "2024-04-04", end: "2024-04-05" },
    count: exactly(44),
    implied: null,
    people: [],
    objects: [],
    stance: "asserted",
    origins: 1,
    parent: null,
    episode: "e1",
    contradictions: 0,
    claims: 1,
    sides: [{ side: "RU", best: 44, stance: "asserted" }],
    ...of,
  };
}

export function place(name: string): Row["place"] {
  return {
    name,
    role: "target",
    country: "RU",
    region: "RU-ROS",
    settlement: null,
    lat: 47,
    lon: 41,
    precision: "region",
  };
}

export function view(of: Partial<Claim> = {}, more: Partial<ClaimView> = {}): ClaimView {
  const claim: Claim = {
    id: "c1",
    document: "d1",
    kind: "interception",
    quote: "53 drones",
    start: 0,
    attacker: "UA",
    weapons: [],
    count: { min: 53, max: 53 },
    outcome: "destroyed",
    places: [],
    time: null,
    objects: [],
    people: [],
    sources: ["ministry"],
    stance: "asserted",
    published: "2024-04-05T09:00:00+03:00",
    publisher: "Al Jazeera",
    ...of,
  };
  const document = {
    key: "d1",
    id: "d1",
    source: claim.publisher,
    title: null,
    published: claim.published,
    language: "en",
    url: null,
  };
  return {
    claim,
    side: "RU",
    origin: 0,
    before: "They said ",
    after: " were downed.",
    gloss: { en: "shot down: 53 drones", uk: "збито: 53 БпЛА" },
    document,
    superseded: false,
    incidents: ["i1"],
    ...more,
  };
}

export function detail(of: Partial<Incident> = {}, more: Partial<Detail> = {}): Detail {
  const { contradictions: _, claims: __, sides: ___, ...plain } = row({ count: exactly(53) });
  const incident: Incident = {
    ...plain,
    claims: ["c1"],
    sides: [{ side: "RU", count: exactly(53), people: [], stance: "asserted", claims: ["c1"] }],
    contradictions: [],
    ...of,
  };
  return {
    incident,
    version: "1.0",
    parent: null,
    parts: [],
    parts_total: more.parts?.length ?? 0,
    next_parts: null,
    claims: [view()],
    next_claims: null,
    others: [],
    history: [],
    neighbours: [],
    judgements: [],
    joined: null,
    ...more,
  };
}

export function judgement(of: Partial<JudgementRow> = {}): JudgementRow {
  return {
    number: 1,
    id: "j1",
    verdict: "accepted",
    claims: ["c1"],
    value: null,
    author: "oksana",
    reason: "checked",
    at: "2024-04-06T10:00:00+00:00",
    undone: false,
    ...of,
  };
}

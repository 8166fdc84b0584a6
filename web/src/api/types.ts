/** The forms of the API, version 1, as `/api/v1/openapi.json` describes them. */

export type Kind =
  | "attack"
  | "interception"
  | "impact"
  | "explosion"
  | "damage"
  | "casualties"
  | "sighting"
  | "alert"
  | "response"
  | "statement";
export type Outcome = "destroyed" | "suppressed" | "intercepted" | "hit" | "debris";
export type Stance = "asserted" | "unverified" | "denied" | "unknown" | "threatened";
export type Precision = "site" | "settlement" | "district" | "region" | "country" | "sea" | "area";

export interface Figure {
  low: number | null;
  best: number | null;
  high: number | null;
  rule: "agreed" | "most origins" | "latest" | "only bounds";
}
export interface Toll extends Figure {
  effect: string;
  group: string | null;
}
export interface Implied {
  min: number | null;
  max: number | null;
  by: string[];
}
export interface ObjectState {
  type: string;
  effect: string;
  name: string | null;
}
export interface Weapon {
  class: string;
  model: string | null;
}
export interface Setting {
  name: string;
  role: "target" | "origin";
  country: string | null;
  region: string | null;
  settlement: string | null;
  lat: number | null;
  lon: number | null;
  precision: Precision | null;
  x_geonames?: number;
  x_katottg?: string;
}
export interface When {
  start: string;
  end: string;
  x_basis?: string;
}

export interface Row {
  id: string;
  kind: Kind;
  attacker: string | null;
  weapon: Weapon | null;
  outcome: Outcome | null;
  place: Setting | null;
  time: When | null;
  count: Figure | null;
  implied: Implied | null;
  people: Toll[];
  objects: ObjectState[];
  stance: Stance;
  origins: number;
  parent: string | null;
  episode: string;
  contradictions: number;
  claims: number;
  sides: { side: string | null; best: number | null; stance: Stance }[];
}

export interface Side {
  side: string | null;
  count: Figure | null;
  people: Toll[];
  stance: Stance;
  claims: string[];
}
export interface Incident extends Omit<Row, "claims" | "contradictions" | "sides"> {
  claims: string[];
  sides: Side[];
  contradictions: { claims: string[]; about: string }[];
}

export interface Quantity {
  min: number | null;
  max: number | null;
  approx?: boolean;
}
export interface Place extends Setting {
  geonames: number | null;
  code: string | null;
  x_basis?: string;
  x_candidates?: {
    name: string;
    country: string | null;
    region: string | null;
    geonames: number | null;
    lat: number | null;
    lon: number | null;
  }[];
}
export interface TimeSpan {
  start: string;
  end: string;
  zone?: string;
  x_grain?: string;
  x_basis?: string;
}
export interface People {
  effect: string;
  min: number | null;
  max: number | null;
  group: string | null;
}
export interface Source {
  name: string;
  kind: string;
  side?: string | null;
  jurisdiction?: string | null;
  settlement?: string | null;
}
export interface Claim {
  id: string;
  document: string;
  kind: Kind;
  quote: string;
  start: number;
  attacker: string | null;
  weapons: Weapon[];
  count: Quantity | null;
  outcome: Outcome | null;
  places: Place[];
  time: TimeSpan | null;
  objects: { type: string; effect: string }[];
  people: People[];
  sources: string[];
  stance: Stance;
  published: string | null;
  publisher: string;
  x_document_key?: string;
  x_attribution?: { source: Source; cue: string }[];
  x_extractor?: string;
}
export interface ClaimView {
  claim: Claim;
  side: string | null;
  origin: number | null;
  before?: string;
  after?: string;
  gloss: { en: string; uk: string };
  document: {
    key: string;
    id: string;
    source: string;
    title: string | null;
    published: string | null;
    language: string | null;
    url: string | null;
  };
  superseded: boolean;
  incidents: string[];
}

export interface JudgementRow {
  number: number;
  id: string;
  verdict: string;
  claims: string[];
  value: unknown;
  author: string;
  reason: string;
  at: string;
  undone: boolean;
}
export interface Step {
  claim: string;
  published: string | null;
  low: number | null;
  high: number | null;
  what: string;
  side: string | null;
}
export interface Standing {
  incident: Row;
  depth: number;
}
export interface Part extends Standing {
  /** who says it, nearest to the event */
  says: string[];
}
export interface Detail {
  incident: Incident;
  version: string;
  parent: Row | null;
  /** the first of them; the cursors lead on in lists of their own */
  parts: Part[];
  parts_total: number;
  next_parts: string | null;
  claims: ClaimView[];
  next_claims: string | null;
  /** claims of other incidents that contradict these, or imply the count */
  others: ClaimView[];
  history: Step[];
  neighbours: Row[];
  judgements: JudgementRow[];
  joined: string | null;
}
export interface Reasons {
  items: { claim: string; score: number | null; reasons: { why: string; points: number }[] }[];
}

export interface State {
  linking: number;
  judgement: number;
  documents: number;
  claims: number;
  incidents: number;
  first: string | null;
  last: string | null;
  extractor: string;
  ledger: string;
}
export interface Moment {
  at: string;
  documents: number;
  cause: string;
}
export interface List<T> {
  items: T[];
  next: string | null;
  total: number;
  truncated?: boolean;
}
export interface Facet {
  value: string;
  n: number;
  name?: string;
}
export type Facets = Record<"kind" | "side" | "weapon" | "stance" | "country" | "region" | "source", Facet[]>;

export interface Dated {
  time: When;
  confidence: number;
  by: string[];
}
export interface DocumentRow {
  key: string;
  id: string;
  source: string;
  kind: string;
  language: string | null;
  published: string | null;
  published_basis: string | null;
  title: string | null;
  opening: string;
  versions: number;
  claims: number | null;
  dated: Dated | null;
}
export interface Document {
  id: string;
  source: string;
  kind: string;
  url: string | null;
  published: string | null;
  language: string | null;
  title: string | null;
  text: string;
  x_published_basis?: string;
  x_author?: string;
  x_sha256?: string;
  x_edited?: string;
  x_forwarded_from?: string;
  x_reply_to?: string;
  x_media?: Media[];
}
/** A picture or video: where it is and what is written under it; a file is never loaded by the desk. */
export interface Media {
  caption?: string;
  url?: string;
  kind?: "photo" | "video";
  credit?: string;
  sha256?: string;
}
export interface DocumentVersion {
  version: number;
  read: string;
  edited: string | null;
  published: string | null;
  current: boolean;
}
export interface DocumentDetail {
  document: Document;
  key: string;
  version: number;
  versions: DocumentVersion[];
  dated: Dated | null;
  claims: ClaimView[];
  media: MediaView[];
}
/** A picture or video with the judgements that say what people have found of it. */
export interface MediaView {
  id: string;
  media: Media;
  found: JudgementRow[];
}

export interface Episode {
  id: string;
  time: When | null;
  attacker: string | null;
  places: string[];
  incidents: string[];
}
export interface Tally {
  side: string | null;
  place: string | null;
  name: string;
  launched: number;
  stopped: number;
  hits: number;
  damaged: number;
  killed: number;
  injured: number;
}
export interface EpisodeDetail {
  episode: Episode;
  incidents: Standing[];
  tallies: Tally[];
  claims: Record<string, { id: string; quote: string; document: string }>;
}

export interface ReviewItem {
  incident: Row;
  worth: number;
  why: string[];
  version: string;
}
export interface JudgementRequest {
  verdict: string;
  incident: string | null;
  claims: string[];
  value?: unknown;
  reason: string;
  author: string | null;
  with?: string;
}
/** The incident is the one that what was judged is of now: another than before, or none. */
export interface Judged {
  judgement: JudgementRow;
  incident: string | null;
  version: string | null;
}

/** Incidents in columns; `flags`: 1 contradicted, 2 implied only, 4 not asserted, 8 people came to harm. */
export interface MappedPoints {
  id: string[];
  lon: number[];
  lat: number[];
  kind: string[];
  attacker: (string | null)[];
  best: (number | null)[];
  flags: number[];
  precision: (Precision | null)[];
  region: (string | null)[];
  /** days from 1970 */
  begins: number[];
}
export interface MappedArea {
  code: string;
  n: number;
  best: number;
  contradicted: number;
  /** of the only incident there */
  id: string | null;
}
export interface MappedCluster {
  lon: number;
  lat: number;
  n: number;
  best: number;
  contradicted: number;
  west: number;
  south: number;
  east: number;
  north: number;
}
export interface Mapped {
  total: number;
  placed: number;
  mode: "points" | "clusters";
  incidents: MappedPoints;
  regions: MappedArea[];
  clusters: MappedCluster[];
}

export interface Bin {
  start: string;
  end: string;
  stopped: number;
  through: number;
  unknown: number;
  incidents: number;
  contradicted: number;
}
export interface TimelineOf {
  by: "night" | "month";
  bins: Bin[];
  undated: number;
  coverage: { start: string; end: string; documents: number }[];
  sources: { source: string; days: [string, string][] }[];
}

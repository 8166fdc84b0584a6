/** What happened, in few words, from slots alone: nothing is said that no slot holds. */

import type { ObjectState, Row, Setting, Weapon } from "../api/types";
import { country, region, t, term } from "../i18n";

type Told = Pick<Row, "kind" | "weapon" | "outcome" | "objects">;

const SHOWN = 2; // things in a line; all of them stand where the incident has a page

/** Harm is told by what it was done to, and not by the weapon. */
export function whatHappened(incident: Told, most = SHOWN): string {
  const { kind, outcome } = incident;
  const head = kind === "interception" && outcome ? term("stopped", outcome) : term("kind", kind);
  const tail = [isHarm(incident) ? "" : weapon(incident.weapon), things(incident.objects, most)]
    .filter(Boolean)
    .join(", ");
  return tail ? `${head}: ${tail}` : head;
}

function isHarm({ kind, objects }: Told): boolean {
  return kind === "casualties" || (objects.length > 0 && (kind === "damage" || kind === "response"));
}

export function weapon(told: Weapon | null): string {
  if (!told) return "";
  return told.model ?? term("weapon", told.class);
}

function things(objects: ObjectState[], most: number): string {
  const told = objects.slice(0, most).map(thing).join(", ");
  return objects.length > most ? `${told} +${objects.length - most}` : told;
}

export function thing(told: { type: string; effect: string; name?: string | null }): string {
  const what = told.name ?? term("object", told.type);
  return `${what} ${term("effect", told.effect)}`;
}

/** The name of a party to the war, or that it is not known. */
export function party(code: string | null): string {
  if (code === null || code === "unknown") return t("side.unknown");
  return code === "other" ? t("side.other") : country(code);
}

/** The class that gives a party its hue; parties beside the two share one. */
export function hue(code: string | null): string {
  if (code === "UA" || code === "RU") return `side-${code.toLowerCase()}`;
  return code === null || code === "unknown" ? "side-unknown" : "side-other";
}

/** How sure: solid, hollow or hatched, as a class. */
export function certainty(incident: { stance: string; count?: unknown; implied?: unknown }): string {
  if (incident.stance === "unknown") return "hatched";
  if (incident.stance !== "asserted" || (!incident.count && incident.implied)) return "hollow";
  return "solid";
}

/** The name as the book has it; a country's and a region's in the reader's language. */
export function placeName(place: Pick<Setting, "name" | "country" | "region" | "precision"> | null): string {
  if (!place) return t("place.not_told");
  if (place.precision === "region") return region(place.region, place.name);
  return place.precision === "country" && place.country ? country(place.country) : place.name;
}

/** A place's ids in the registers that have it, for whoever joins this with other data. */
export function codes(place: Pick<Setting, "x_geonames" | "x_katottg">): string {
  const known = [place.x_geonames && `GeoNames ${place.x_geonames}`, place.x_katottg && `KATOTTG ${place.x_katottg}`];
  return known.filter(Boolean).join(" · ");
}

/** What happened and where, as the name of an incident. */
export function named(incident: Told & { place: Setting | null }): string {
  const what = whatHappened(incident);
  return incident.place ? `${what} · ${placeName(incident.place)}` : what;
}

import type { Moment } from "../api/types";

/** The last moment at or before `wanted`; the first one where all are later. */
export function nearest(moments: Moment[], wanted: string): number {
  const by = Date.parse(wanted);
  const later = moments.findIndex((one) => Date.parse(one.at) > by);
  return later === -1 ? Math.max(moments.length - 1, 0) : Math.max(later - 1, 0);
}

/** A moment as the field for a local time has it. */
export function toField(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

export function toMoment(field: string): string | null {
  const at = new Date(field);
  return field && !Number.isNaN(at.getTime()) ? at.toISOString().replace(".000", "") : null;
}

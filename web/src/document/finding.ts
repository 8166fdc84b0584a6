/** What a person has found of a picture or video, as it is typed, and as it is sent. */

import { type Spanned, spanned } from "../review/slots";

export const GENUINE = ["genuine", "not_genuine"] as const;

export interface FindingDraft {
  genuine: string;
  place: string;
  start: string;
  end: string;
}

export interface Finding {
  media: string;
  genuine?: boolean;
  place?: string;
  time?: Spanned;
}

/** Undefined where nothing is told yet, or what is typed is no time. */
export function findingOf(media: string, draft: FindingDraft): Finding | undefined {
  const { genuine, start, end } = draft;
  const place = draft.place.trim();
  const time = start || end ? spanned(start, end) : null;
  if (time === undefined || !(genuine || place || time)) return undefined;
  return {
    media,
    ...(genuine && { genuine: genuine === "genuine" }),
    ...(place && { place }),
    ...(time && { time }),
  };
}

/** Dates as a reader takes them in: moments in the reader's zone, spans of an event in the event's own. */

import { lang } from "../state/desk";

type Span = { start: string; end: string };
const LOCAL = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;

/** A moment with its offset in the reader's zone; a bare date as it is. */
export function moment(iso: string, zone?: string): string {
  if (!iso.includes("T")) return day(iso);
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return plain(format({ ...DATE, ...TIME, ...(zone && { timeZone: zone }) }).format(at));
}

/** The same as its source wrote it, with the offset that it had. */
export function asWritten(iso: string): string {
  const offset = /(Z|[+-]\d\d:?\d\d)$/.exec(iso)?.[1];
  const local = iso.slice(0, 16).replace("T", " ");
  if (!iso.includes("T") || !offset) return local;
  return `${local} ${/^(Z|[+-]00:?00)$/.test(offset) ? "UTC" : `UTC${offset}`}`;
}

/** A span of local days or minutes as briefly as it can be told. */
export function span(time: Span): string {
  const [first, last] = [parts(time.start), parts(time.end)];
  if (!first || !last) return time.start === time.end ? time.start : `${time.start}–${time.end}`;
  const timed = time.start.includes("T") || time.end.includes("T");
  const between = format({ ...DATE, ...(timed && TIME), timeZone: "UTC" });
  return plain(time.start === time.end ? between.format(first) : between.formatRange(first, last));
}

/** The same where there is little room: the days alone of what lasts from one to another. */
export function shortSpan(time: Span): string {
  const [start, end] = [time.start.slice(0, 10), time.end.slice(0, 10)];
  return start === end ? span(time) : span({ start, end });
}

export function day(date: string): string {
  const at = parts(date);
  return at ? plain(format({ ...DATE, timeZone: "UTC" }).format(at)) : date;
}

/** The offset from the zone of an event to the reader's, told for a moment: "21:40 in your zone". */
export function inReadersZone(local: string, zone: string): string | null {
  const at = parts(local);
  if (!at || !local.includes("T")) return null;
  try {
    const shown = new Date(at.getTime() - offset(at, zone));
    return plain(format({ ...DATE, ...TIME }).format(shown));
  } catch {
    return null; // a zone that the reader's machine does not know
  }
}

const DATE = { day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

function format(how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = lang.value === "uk" ? "uk" : "en-GB";
  const key = `${locale}|${JSON.stringify(how)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, how);
    formats.set(key, made);
  }
  return made;
}
const formats = new Map<string, Intl.DateTimeFormat>();

/** Without the "year" that Ukrainian writes behind each one. */
function plain(date: string): string {
  return date.replace(/\sр\./g, "");
}

function parts(text: string): Date | null {
  const found = LOCAL.exec(text);
  if (!found) return null;
  const [, year, month, date, hour, minute] = found;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour ?? 0), Number(minute ?? 0)));
}

function offset(at: Date, zone: string): number {
  const told = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(told.find((one) => one.type === type)?.value);
  const there = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return there - at.getTime();
}

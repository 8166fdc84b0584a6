/** A text cut where its marks begin and end. Offsets of claims count code points; a string of JavaScript counts UTF-16. */

export interface Mark {
  id: string;
  /** in code points */
  start: number;
  /** in code points */
  length: number;
}

export interface Segment {
  text: string;
  /** of all marks that cover it, in the order in which they were given */
  marks: string[];
  /** marks whose first words these are */
  begins: string[];
}

/** Segments that together are the whole text; marks may overlap, and what lies outside the text is cut off. */
export function segments(text: string, marks: Mark[]): Segment[] {
  const points = [...new Set(marks.flatMap((mark) => [mark.start, mark.start + mark.length]))].sort((a, b) => a - b);
  const places = new Map(units(text, points));
  const spans = marks.map((mark) => ({
    id: mark.id,
    from: places.get(mark.start) ?? 0,
    to: places.get(mark.start + mark.length) ?? 0,
  }));
  const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const covering = spans.filter((span) => span.from <= from && from < span.to);
    return {
      text: text.slice(from, cuts[n + 1]),
      marks: covering.map((span) => span.id),
      begins: covering.filter((span) => span.from === from).map((span) => span.id),
    };
  });
}

/** Where sorted offsets in code points stand in UTF-16, in one walk over the text. */
function units(text: string, points: number[]): [number, number][] {
  const found: [number, number][] = [];
  let at = 0;
  let point = 0;
  for (const wanted of points) {
    while (point < wanted && at < text.length) {
      at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    found.push([wanted, at]);
  }
  return found;
}

/** The number of code points. */
export function points(text: string): number {
  let n = 0;
  for (const _ of text) n += 1;
  return n;
}

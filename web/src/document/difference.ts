/** What changed from one text to another, word by word; by lines where that would take too long. */

export interface Change {
  text: string;
  what: "added" | "removed" | "kept";
}

const LONGEST = 1500; // milliseconds
const WORD = /[\p{L}\p{M}]+|\p{N}+|\s+|./gsu;
const LINE = /[^\n]*\n|[^\n]+/g;

export async function difference(before: string, after: string): Promise<Change[]> {
  const { diffArrays } = await import("diff");
  const cut = (text: string, at: RegExp) => text.match(at) ?? [];
  const found =
    diffArrays(cut(before, WORD), cut(after, WORD), { timeout: LONGEST }) ??
    diffArrays(cut(before, LINE), cut(after, LINE));
  return found.map(({ value, added, removed }) => ({
    text: value.join(""),
    what: added ? "added" : removed ? "removed" : "kept",
  }));
}

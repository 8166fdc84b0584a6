/** What changed from one text to another, word by word; by lines where that would take too long. */

export interface Change {
  text: string;
  what: "added" | "removed" | "kept";
}

const LONGEST = 1500; // milliseconds

export async function difference(before: string, after: string): Promise<Change[]> {
  const { diffLines, diffWordsWithSpace } = await import("diff");
  const found = diffWordsWithSpace(before, after, { timeout: LONGEST }) ?? diffLines(before, after);
  return found.map(({ value, added, removed }) => ({
    text: value,
    what: added ? "added" : removed ? "removed" : "kept",
  }));
}

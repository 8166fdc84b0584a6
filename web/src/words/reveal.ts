/** Characters that steer how text is shown, and those that cannot be seen: made visible, so that nothing hides in a text. */

export interface Piece {
  text: string;
  /** the name of the character that stands here instead of itself */
  control: string | null;
}

const NAMES: Record<number, string> = {
  173: "SHY",
  847: "CGJ",
  1564: "ALM",
  4447: "HCF",
  4448: "HJF",
  6158: "MVS",
  8203: "ZWSP",
  8204: "ZWNJ",
  8205: "ZWJ",
  8206: "LRM",
  8207: "RLM",
  8234: "LRE",
  8235: "RLE",
  8236: "PDF",
  8237: "LRO",
  8238: "RLO",
  8288: "WJ",
  8294: "LRI",
  8295: "RLI",
  8296: "FSI",
  8297: "PDI",
  12644: "HF",
  65279: "BOM",
};

// All that Unicode calls control, format or private use, tags among them, and fillers that look like nothing.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\u115f\u1160\u3164\u2028\u2029]|\u034f/gu;
const PLAIN = /^[\n\r\t]$/;
const PICTURE = /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u;

/** The text cut at hidden characters; those that belong to it (line ends, tabs, what joins an emoji) stay as they are. */
export function reveal(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    const char = match[0];
    const at = match.index;
    if (PLAIN.test(char) || joinsPictures(text, at, char)) continue;
    if (at > from) pieces.push({ text: text.slice(from, at), control: null });
    pieces.push({ text: char, control: nameOf(char) });
    from = at + char.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), control: null });
  return pieces;
}

export function nameOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function joinsPictures(text: string, at: number, char: string): boolean {
  if (char !== "\u200d") return false;
  return PICTURE.test(before(text, at)) && PICTURE.test(after(text, at + 1));
}

function before(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  return text.slice(low >= 0xdc00 && low <= 0xdfff ? at - 2 : at - 1, at);
}

function after(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

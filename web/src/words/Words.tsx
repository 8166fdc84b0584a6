/** Words of a document: only ever text nodes, with what is hidden in them made visible. */

import { reveal } from "./reveal";

export function Words({ text }: { text: string }) {
  return (
    <>
      {reveal(text).map((piece, n) =>
        piece.control === null ? (
          piece.text
        ) : (
          <span class="hidden-char" title={piece.control} key={n}>
            {piece.control}
          </span>
        ),
      )}
    </>
  );
}

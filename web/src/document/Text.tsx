/** The text as it stands, claims marked where their words are; where claims overlap the mark is darker. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { ClaimView } from "../api/types";
import { t } from "../i18n";
import { bring, claimed } from "../state/desk";
import { points, type Segment, segments } from "../words/marks";
import { Words } from "../words/Words";

const AT_ONCE = 200_000; // of UTF-16; what is longer is no news item, and takes a browser seconds to lay out

interface Props {
  text: string;
  claims: ClaimView[];
  language: string | null;
}

export function Text({ text, claims, language }: Props) {
  const [whole, setWhole] = useState(text.length <= AT_ONCE);
  const body = useRef<HTMLDivElement>(null);
  const called = claimed.value;
  useEffect(() => {
    if (called) body.current?.querySelector("mark.called")?.scrollIntoView({ block: "center" });
  }, [called]);
  const shown = whole ? text : cut(text);
  const marks = claims.map(({ claim }) => ({ id: claim.id, start: claim.start, length: points(claim.quote) }));
  return (
    <>
      <div class="text" ref={body} dir="auto" {...(language && { lang: language })}>
        {segments(shown, marks).map((segment, n) => (
          <Piece key={n} segment={segment} called={called} />
        ))}
      </div>
      {!whole && (
        <button type="button" class="more" onClick={() => setWhole(true)}>
          {t("document.rest", { n: text.length - shown.length })}
        </button>
      )}
    </>
  );
}

function Piece({ segment, called }: { segment: Segment; called: string | null }) {
  const { marks, text } = segment;
  if (!marks.length) return <Words text={text} />;
  const isCalled = called !== null && marks.includes(called);
  const classes = [marks.length > 1 ? "deep" : "", isCalled ? "called" : ""].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list beside the text does the same by keyboard
    <mark {...(classes && { class: classes })} onClick={() => choose(marks, called)}>
      <Words text={text} />
    </mark>
  );
}

/** Of several claims in the same words the next one at each press. */
function choose(marks: string[], called: string | null): void {
  const id = marks[(marks.indexOf(called ?? "") + 1) % marks.length];
  if (!id) return;
  bring(null, id);
  document.getElementById(`beside-${id}`)?.scrollIntoView({ block: "nearest" });
}

/** Never between the two halves of a character. */
function cut(text: string): string {
  const end = text.charCodeAt(AT_ONCE - 1);
  return text.slice(0, end >= 0xd800 && end <= 0xdbff ? AT_ONCE - 1 : AT_ONCE);
}

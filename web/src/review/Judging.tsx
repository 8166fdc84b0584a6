/** The bar of decisions about an incident, its keys, its questions, and what came of the last one. */

import { useState } from "preact/hooks";
import type { Detail, Judged, JudgementRow } from "../api/types";
import { type Key, t, term } from "../i18n";
import { useKeys } from "../keys/keys";
import { JudgementList } from "../panel/Judgements";
import { Broken } from "../shell/notices";
import { asOf } from "../state/desk";
import { author, setAuthor } from "./author";
import { Correct } from "./Correct";
import { type Decision, decide, type Outcome, undoable } from "./decide";
import type { Sending } from "./Question";
import { Merge, Note, Reject, Split, Undo } from "./questions";

type Question = "correct" | "reject" | "merge" | "split" | "note" | "undo";
const KEYS: [string, "accept" | Question, Key][] = [
  ["a", "accept", "do.accept"],
  ["c", "correct", "do.correct"],
  ["r", "reject", "do.reject"],
  ["m", "merge", "do.merge"],
  ["s", "split", "do.split"],
  ["n", "note", "do.note"],
  ["u", "undo", "do.undo"],
];

/** What a question is about is the incident as it was when it was asked, whatever becomes of it meanwhile. */
interface Asked {
  question: Question;
  detail: Detail;
  /** the version that the person has seen: after a conflict, the one that it was told with */
  seen: string;
}

interface Props {
  detail: Detail;
  /** after a decision is kept */
  done?: (judged: Judged) => void;
}

export function Judging({ detail, done }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);

  const send = async (about: Asked | null, steps: Decision[]) => {
    if (busy || !steps.length) return;
    setBusy(true);
    const withdraws = about?.question === "undo";
    const { id } = (about?.detail ?? detail).incident;
    const found = await decide(withdraws ? null : id, withdraws ? null : (about?.seen ?? detail.version), steps);
    setBusy(false);
    setOutcome(found);
    if (found.state === "conflict" && about && found.version) setAsked({ ...about, seen: found.version });
    if (found.state !== "kept") return;
    setAsked(null);
    done?.(found.last);
  };
  const begin = (what: "accept" | Question) => {
    if (asOf.peek() !== null || busy) return;
    setOutcome(null);
    if (what === "accept") void send(null, [{ verdict: "accepted", claims: [], reason: t("judge.checked") }]);
    else setAsked({ question: what, detail, seen: detail.version });
  };
  useKeys(Object.fromEntries(KEYS.map(([key, what]) => [key, () => begin(what)])));

  if (asOf.value !== null) return <p class="judging dim">{t("asof.no_judging")}</p>;
  return (
    <section class="judging" aria-label={t("judge.name")}>
      <div class="judging-bar">
        {KEYS.map(([key, what, label]) => (
          <button
            type="button"
            key={key}
            disabled={busy || (what === "undo" && !undoable(detail.judgements))}
            aria-keyshortcuts={key}
            onClick={() => begin(what)}
          >
            <kbd aria-hidden>{key}</kbd> {t(label)}
          </button>
        ))}
        <label class="field author">
          <span>{t("judge.author")}</span>
          <input
            type="text"
            value={author.value}
            placeholder={t("judge.author_default")}
            onChange={(event) => setAuthor(event.currentTarget.value)}
          />
        </label>
      </div>
      {outcome && !asked && <Told outcome={outcome} />}
      {asked && (
        <Ask
          question={asked.question}
          detail={asked.detail}
          busy={busy}
          send={(steps) => void send(asked, steps)}
          close={() => setAsked(null)}
        >
          {outcome && <Told outcome={outcome} />}
        </Ask>
      )}
    </section>
  );
}

export interface AskProps extends Sending {
  detail: Detail;
  children: preact.ComponentChildren;
}

function Ask({ question, ...props }: AskProps & { question: Question }) {
  switch (question) {
    case "correct":
      return <Correct {...props} />;
    case "reject":
      return <Reject {...props} />;
    case "merge":
      return <Merge {...props} />;
    case "split":
      return <Split {...props} />;
    case "note":
      return <Note {...props} />;
    case "undo":
      return <Undo {...props} />;
  }
}

function Told({ outcome }: { outcome: Outcome }) {
  if (outcome.state === "refused") return <Broken error={outcome.error} />;
  if (outcome.state === "conflict")
    return <Conflict judgements={outcome.judgements} isGone={outcome.version === null} />;
  const { judgement } = outcome.last;
  return (
    <p class="kept" role="status">
      {t("judge.kept", { what: term("verdict", judgement.verdict) })}
    </p>
  );
}

/** Nothing is lost: what was being written is still there, and what others decided stands beside it. */
function Conflict({ judgements, isGone }: { judgements: JudgementRow[]; isGone: boolean }) {
  return (
    <div class="notice conflict" role="alert">
      <h3>{t("conflict.title")}</h3>
      <p>{judgements.length ? t("conflict.by_people") : t("conflict.by_reading")}</p>
      {judgements.length > 0 && <JudgementList rows={judgements} />}
      <p>{t(isGone ? "conflict.gone" : "conflict.cure")}</p>
    </div>
  );
}

/** The questions that a decision asks before it is kept. */

import { useState } from "preact/hooks";
import type { JudgementRow } from "../api/types";
import { moment, span } from "../dates/format";
import { named } from "../facts/describe";
import { howMany } from "../facts/figures";
import { t, term } from "../i18n";
import { valueText } from "../panel/Judgements";
import { Words } from "../words/Words";
import { Choose } from "./Choose";
import { split, undoable } from "./decide";
import type { AskProps } from "./Judging";
import { Question } from "./Question";

export function Reject({ detail, children, ...rest }: AskProps) {
  const [chosen, choose] = useState(detail.incident.claims);
  return (
    <Question
      title={t("reject.title")}
      reasonFirst
      {...rest}
      steps={(reason) => (chosen.length ? [{ verdict: "rejected", claims: chosen, reason }] : [])}
    >
      {children}
      <p>{t("reject.what")}</p>
      <Choose detail={detail} chosen={chosen} choose={choose} label={t("reject.which")} />
    </Question>
  );
}

export function Note({ detail, children, ...rest }: AskProps) {
  const [chosen, choose] = useState(detail.incident.claims);
  return (
    <Question
      title={t("note.title")}
      reasonFirst
      reasonLabel={t("note.words")}
      {...rest}
      steps={(reason) => (chosen.length ? [{ verdict: "note", claims: chosen, reason }] : [])}
    >
      {children}
      <Choose detail={detail} chosen={chosen} choose={choose} label={t("note.which")} />
    </Question>
  );
}

export function Split({ detail, children, ...rest }: AskProps) {
  const all = detail.incident.claims;
  const [apart, choose] = useState<string[]>([]);
  return (
    <Question
      title={t("split.title")}
      {...rest}
      steps={(reason) =>
        split(
          apart,
          all.filter((id) => !apart.includes(id)),
          reason,
        )
      }
    >
      {children}
      <p>{t("split.what")}</p>
      <Choose detail={detail} chosen={apart} choose={choose} label={t("split.which")} />
    </Question>
  );
}

/** Only what is of the same kind can be one thing; neighbours come first, any other by its id. */
export function Merge({ detail, children, ...rest }: AskProps) {
  const near = detail.neighbours.filter((row) => row.kind === detail.incident.kind);
  const [other, setOther] = useState(near[0]?.id ?? "");
  return (
    <Question
      title={t("merge.title")}
      {...rest}
      steps={(reason) => (other.trim() ? [{ verdict: "same", claims: [], with: other.trim(), reason }] : [])}
    >
      {children}
      <fieldset class="choose">
        <legend>{t("merge.with")}</legend>
        {near.map((row) => (
          <label key={row.id}>
            <input type="radio" name="with" checked={other === row.id} onChange={() => setOther(row.id)} />
            <span>
              <Words text={named(row)} />{" "}
              <span class="dim">
                {row.time ? span(row.time) : t("time.not_told")} {howMany(row)?.text ?? ""}
              </span>
            </span>
          </label>
        ))}
        <label class="field column">
          <span>{t("merge.id")}</span>
          <input
            type="text"
            value={other}
            spellcheck={false}
            onInput={(event) => setOther(event.currentTarget.value)}
          />
        </label>
      </fieldset>
    </Question>
  );
}

export function Undo({ detail, ...rest }: AskProps) {
  return <TakeBack last={undoable(detail.judgements)} {...rest} />;
}

/** To undo one judgement; `last` is null where there is none. */
export function TakeBack({ last, children, ...rest }: Omit<AskProps, "detail"> & { last: JudgementRow | null }) {
  return (
    <Question
      title={t("undo.title")}
      reasonFirst
      {...rest}
      steps={(reason) => (last ? [{ verdict: "undo", claims: [], value: last.id, reason }] : [])}
    >
      {children}
      {last && (
        <p>
          <strong>{term("verdict", last.verdict)}</strong> <Words text={valueText(last)} />
          <br />
          <span class="dim">
            {moment(last.at)} · <Words text={last.author} />: <Words text={last.reason} />
          </span>
        </p>
      )}
    </Question>
  );
}

/** To say what was found of a picture or video, and to take the last finding back. */

import { useState } from "preact/hooks";
import type { MediaView } from "../api/types";
import { t, term } from "../i18n";
import { type Decision, decide, type Outcome } from "../review/decide";
import { Question, type Sending } from "../review/Question";
import { TakeBack } from "../review/questions";
import { Select, SpanFields, Text } from "../review/SlotFields";
import { Broken } from "../shell/notices";
import { asOf } from "../state/desk";
import { Words } from "../words/Words";
import { type FindingDraft, findingOf, GENUINE } from "./finding";

/** `name`: what the picture is called, for whoever does not see the line that the buttons stand in. */
export function JudgeMedia({ view, name }: { view: MediaView; name: string }) {
  const [asked, ask] = useState<"find" | "undo" | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const last = view.found.at(-1);
  if (asOf.value !== null) return null;

  const begin = (what: "find" | "undo") => {
    setOutcome(null);
    ask(what);
  };
  const send = async (steps: Decision[]) => {
    if (busy) return;
    setBusy(true);
    const found = await decide(null, null, steps);
    setBusy(false);
    setOutcome(found);
    if (found.state === "kept") ask(null);
  };
  const sending: Sending = { busy, send: (steps) => void send(steps), close: () => ask(null) };
  const refused = outcome?.state === "refused" && <Broken error={outcome.error} />;
  return (
    <div class="judge-media">
      <button type="button" aria-label={`${t("media.judge")}: ${name}`} onClick={() => begin("find")}>
        {t("media.judge")}
      </button>{" "}
      {last && (
        <button type="button" class="quiet" aria-label={`${t("do.undo")}: ${name}`} onClick={() => begin("undo")}>
          {t("do.undo")}
        </button>
      )}
      <span role="status">{outcome?.state === "kept" && kept(outcome.last.judgement.verdict)}</span>
      {asked === "find" && (
        <Find id={view.id} {...sending}>
          {refused}
          <p>
            <Words text={name} />
          </p>
        </Find>
      )}
      {asked === "undo" && last && (
        <TakeBack last={last} {...sending}>
          {refused}
        </TakeBack>
      )}
    </div>
  );
}

function kept(verdict: string): string {
  return t("judge.kept", { what: term("verdict", verdict) });
}

function Find({ id, children, ...sending }: Sending & { id: string; children: preact.ComponentChildren }) {
  const [draft, setDraft] = useState<FindingDraft>({ genuine: "", place: "", start: "", end: "" });
  const set = (part: Partial<FindingDraft>) => setDraft({ ...draft, ...part });
  const value = findingOf(id, draft);
  return (
    <Question
      title={t("media.title")}
      {...sending}
      steps={(reason) => (value ? [{ verdict: "media", claims: [], value, reason }] : [])}
    >
      {children}
      <Select
        label={t("media.shows")}
        of="media"
        values={GENUINE}
        value={draft.genuine}
        set={(genuine) => set({ genuine })}
        none
      />
      <Text label={t("media.place")} value={draft.place} set={(place) => set({ place })} />
      <SpanFields draft={draft} set={set} />
    </Question>
  );
}

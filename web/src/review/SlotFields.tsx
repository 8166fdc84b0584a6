/** The fields of one slot. */

import type { Claim } from "../api/types";
import { t, term } from "../i18n";
import { type Draft, HARMS, OUTCOMES, type Slot, STANCES, WEAPONS } from "./slots";

interface Props {
  slot: Slot;
  draft: Draft;
  claim: Claim | undefined;
  change: (draft: Draft) => void;
}

export function SlotFields(props: Props) {
  const { slot, draft, change } = props;
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  switch (slot) {
    case "place":
      return <PlaceField {...props} />;
    case "count":
      return (
        <>
          <Bounds draft={draft} set={set} />
          <label>
            <input type="checkbox" checked={draft.approx} onChange={() => set({ approx: !draft.approx })} />{" "}
            {t("correct.approx")}
          </label>
        </>
      );
    case "people":
      return (
        <>
          <Select
            label={t("correct.harm")}
            of="harm"
            values={HARMS}
            value={draft.effect}
            set={(effect) => set({ effect })}
          />
          <Bounds draft={draft} set={set} />
        </>
      );
    case "time":
      return <SpanFields draft={draft} set={set} />;
    case "weapons":
      return (
        <div class="pair">
          <Select
            label={t("correct.class")}
            of="weapon"
            values={WEAPONS}
            value={draft.word}
            set={(word) => set({ word })}
            none
          />
          <Text label={t("correct.model")} value={draft.model} set={(model) => set({ model })} />
        </div>
      );
    case "attacker":
      return <Text label={t("correct.attacker")} hint="UA" value={draft.word} set={(word) => set({ word })} />;
    case "outcome":
      return (
        <Select
          label={term("slot", slot)}
          of="outcome"
          values={OUTCOMES}
          value={draft.word}
          set={(word) => set({ word })}
          none
        />
      );
    case "stance":
      return (
        <Select
          label={term("slot", slot)}
          of="stance"
          values={STANCES}
          value={draft.word}
          set={(word) => set({ word })}
        />
      );
  }
}

/** A place by its name; the others that the same words could have meant are a press away. */
function PlaceField({ draft, claim, change }: Props) {
  const others = (claim?.places ?? []).flatMap((place) => place.x_candidates ?? []);
  const set = (place: string) => change({ ...draft, place });
  return (
    <>
      <Text label={t("correct.place")} value={draft.place} set={set} />
      {others.length > 0 && (
        <p class="candidates">
          <span class="dim">{t("correct.or")}</span>{" "}
          {others.map((one) => (
            <button type="button" class="chip" key={`${one.name}${one.region}`} onClick={() => set(named(one))}>
              {named(one)}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

const named = (one: { name: string; region: string | null }) => (one.region ? `${one.name}, ${one.region}` : one.name);

type Span = Pick<Draft, "start" | "end">;

export function SpanFields({ draft, set }: { draft: Span; set: (part: Partial<Span>) => void }) {
  return (
    <div class="pair">
      <Text label={t("correct.start")} hint="2024-04-05T21:30" value={draft.start} set={(start) => set({ start })} />
      <Text label={t("correct.end")} hint="2024-04-05T23:00" value={draft.end} set={(end) => set({ end })} />
    </div>
  );
}

function Bounds({ draft, set }: { draft: Draft; set: (part: Partial<Draft>) => void }) {
  return (
    <div class="pair">
      <Text label={t("correct.min")} value={draft.min} set={(min) => set({ min })} numeric />
      <Text label={t("correct.max")} value={draft.max} set={(max) => set({ max })} numeric />
    </div>
  );
}

interface TextProps {
  label: string;
  value: string;
  set: (value: string) => void;
  hint?: string;
  numeric?: boolean;
}

export function Text({ label, value, set, hint, numeric }: TextProps) {
  return (
    <label class="field column">
      <span>{label}</span>
      <input
        type="text"
        value={value}
        inputMode={numeric ? "numeric" : "text"}
        {...(hint && { placeholder: hint })}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}

interface SelectProps {
  label: string;
  of: string;
  values: readonly string[];
  value: string;
  set: (value: string) => void;
  none?: boolean;
}

export function Select({ label, of, values, value, set, none }: SelectProps) {
  return (
    <label class="field column">
      <span>{label}</span>
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {none && <option value="">{t("correct.none")}</option>}
        {values.map((one) => (
          <option key={one} value={one}>
            {term(of, one)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Put another value in the place of what claims say of one slot, with their words in view. */

import { useState } from "preact/hooks";
import { t, term } from "../i18n";
import { Choose } from "./Choose";
import type { AskProps } from "./Judging";
import { Question } from "./Question";
import { SlotFields } from "./SlotFields";
import { type Draft, draftOf, SLOTS, type Slot, slotValue } from "./slots";

export function Correct({ detail, children, ...rest }: AskProps) {
  const { claims } = detail.incident;
  const [chosen, choose] = useState(claims.length === 1 ? claims : []);
  const [slot, setSlot] = useState<Slot>("place");
  const first = detail.claims.find((view) => chosen.includes(view.claim.id))?.claim;
  const [typed, setTyped] = useState<Partial<Record<Slot, Draft>>>({});
  const draft = typed[slot] ?? draftOf(slot, first);
  const value = slotValue(slot, draft, first?.time?.zone);
  return (
    <Question
      title={t("correct.title")}
      {...rest}
      steps={(reason) =>
        chosen.length && value !== undefined ? [{ verdict: slot, claims: chosen, value, reason }] : []
      }
    >
      {children}
      <Choose detail={detail} chosen={chosen} choose={choose} label={t("correct.which")} />
      <label class="field column">
        <span>{t("correct.slot")}</span>
        <select value={slot} onChange={(event) => setSlot(event.currentTarget.value as Slot)}>
          {SLOTS.map((one) => (
            <option key={one} value={one}>
              {term("slot", one)}
            </option>
          ))}
        </select>
      </label>
      <SlotFields slot={slot} draft={draft} claim={first} change={(to) => setTyped({ ...typed, [slot]: to })} />
    </Question>
  );
}

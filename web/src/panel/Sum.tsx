/** The sum as a tree: each number with who says it; what only follows from others is outlined, with its arithmetic. */

import { useState } from "preact/hooks";
import { usePartsOf } from "../api/rest";
import type { ClaimView, Detail, Figure, Implied, Incident, Part, Row } from "../api/types";
import { placeName, whatHappened } from "../facts/describe";
import { arithmetic, bounds, childrenOf, howMany, parts as sumOf, toll } from "../facts/figures";
import { counted, t, term } from "../i18n";
import { Link } from "../shell/Link";
import { bring, part as brought, href } from "../state/desk";
import { Words } from "../words/Words";
import { nearest } from "./Chain";

const PHONE = matchMedia("(max-width: 720px)");

export function Sum({ detail }: { detail: Detail }) {
  const { incident, parts_total: total } = detail;
  const { items: parts, more } = usePartsOf(detail);
  const [open, setOpen] = useState(!PHONE.matches || total <= 3);
  return (
    <section class="sum">
      <h2 class="sr">{t("sum.name")}</h2>
      <Whole detail={detail} />
      {parts.length > 0 && (
        <>
          <button type="button" class="fold quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? "▾" : "▸"} {counted("sum.parts", total)}
          </button>
          {open && <Branch whole={incident} parts={parts} />}
          {open && more && (
            <button type="button" class="more" onClick={more}>
              {counted("sum.more", total - parts.length)}
            </button>
          )}
        </>
      )}
    </section>
  );
}

function Whole({ detail }: { detail: Detail }) {
  const { incident, claims } = detail;
  const told = howMany({ ...incident, people: [] });
  const chosen = brought.value === null;
  return (
    <div class="whole">
      {told && !told.implied && (
        <p class="leaf">
          <NumberButton text={told.text} chosen={chosen} press={() => bring(null)} />
          <span class="leaf-what">{incident.count && <Rule count={incident.count} />}</span>
          <Says names={sayers(claims, incident.claims)} />
        </p>
      )}
      {incident.people.map((one) => (
        <p class="leaf" key={`${one.effect}${one.group}`}>
          <NumberButton text={toll(one)} chosen={chosen} press={() => bring(null)} />
          <span class="leaf-what">
            <Rule count={one} />
          </span>
          <Says names={sayers(claims, incident.claims)} />
        </p>
      ))}
      {incident.implied && <ImpliedLine incident={incident} implied={incident.implied} parts={detail.parts} />}
    </div>
  );
}

function Rule({ count }: { count: Figure }) {
  return count.low === count.high && count.rule === "agreed" ? null : (
    <span class="dim" title={t("figure.rule")}>
      {term("rule", count.rule)}
    </span>
  );
}

/** Whether what is implied tells more than what is stated: it narrows it, or does not fit it. */
function adds(count: Figure | null, { min, max }: Implied): boolean {
  if (min === null && max === null) return false;
  if (count?.low == null || count.high === null) return true;
  return (min !== null && min > count.low) || (max !== null && max < count.high);
}

/** What the sum of the parts, or the whole and the other parts, say of this number. */
function ImpliedLine({ incident, implied, parts }: { incident: Incident; implied: Implied; parts: Part[] }) {
  if (!adds(incident.count, implied)) return null;
  const sum = sumOf(childrenOf(parts, incident.id), implied.min);
  return (
    <p class="leaf">
      <NumberButton text={bounds(implied)} implied chosen={false} press={() => bring(null, implied.by[0] ?? null)} />
      <span class="leaf-what dim">
        {t("figure.implied")}
        {sum && `: ${sum}`}
      </span>
    </p>
  );
}

function Branch({ whole, parts }: { whole: { id: string; count: Figure | null }; parts: Part[] }) {
  const children = childrenOf(parts, whole.id);
  return (
    <ul class="branch">
      {children.map((child) => (
        <li key={child.id}>
          <Leaf
            part={child}
            says={parts.find((one) => one.incident.id === child.id)?.says ?? []}
            sum={arithmetic(
              child,
              whole,
              children.filter((other) => other !== child),
            )}
          />
          {parts.some((one) => one.incident.parent === child.id) && <Branch whole={child} parts={parts} />}
        </li>
      ))}
    </ul>
  );
}

function Leaf({ part, says, sum }: { part: Row; says: string[]; sum: string | null }) {
  const told = howMany(part);
  return (
    <p class="leaf">
      <NumberButton
        text={told?.text ?? "?"}
        implied={told?.implied ?? false}
        chosen={brought.value === part.id}
        press={() => bring(part.id)}
      />
      <span class="leaf-what">
        <Link to={href("/", { sel: part.id })}>
          <Words text={part.place ? placeName(part.place) : whatHappened(part)} />
        </Link>
        {part.contradictions > 0 && <span class="trouble"> ≠</span>}
      </span>
      {told?.implied ? (
        <span class="says">{sum ? t("figure.implied_sum", { sum }) : t("figure.implied")}</span>
      ) : (
        <Says names={says.length ? says : part.sides.map((side) => side.side ?? "?")} origins={part.origins} />
      )}
    </p>
  );
}

/** All who say so, as far as there is room; the rest on hover. */
function Says({ names, origins = 0 }: { names: string[]; origins?: number }) {
  return (
    <span class="says" title={names.join(", ")}>
      {origins > 1 && <span title={counted("origins", origins)}>✓ </span>}
      <Words text={names.join(", ")} />
    </span>
  );
}

interface NumberProps {
  text: string;
  chosen: boolean;
  implied?: boolean;
  press: () => void;
}

/** A number is a link to its words. */
function NumberButton({ text, chosen, implied, press }: NumberProps) {
  return (
    <button
      type="button"
      class={implied ? "figure implied" : "figure"}
      aria-pressed={chosen}
      aria-label={t(implied ? "figure.words_implied" : "figure.words", { n: text })}
      onClick={() => {
        press();
        document.querySelector("#evidence")?.scrollIntoView({ block: "nearest" });
      }}
    >
      {text}
    </button>
  );
}

/** Who says so, nearest to the event, each once. */
function sayers(views: ClaimView[], claims: string[]): string[] {
  return [...new Set(views.filter((view) => claims.includes(view.claim.id)).map(nearest))];
}

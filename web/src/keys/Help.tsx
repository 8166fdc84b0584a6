/** All keys, by where they work. */

import { signal } from "@preact/signals";
import { type Key, t } from "../i18n";
import { Dialog } from "../shell/Dialog";

export const helping = signal(false);

const EVERYWHERE: [string, Key][] = [
  ["/", "keys.search"],
  ["j k", "keys.rows"],
  ["Enter", "keys.open"],
  ["e", "keys.evidence"],
  ["Esc", "keys.close"],
  ["?", "keys.help"],
];
const REVIEW: [string, Key][] = [
  ["a", "keys.accept"],
  ["c", "keys.correct"],
  ["r", "keys.reject"],
  ["m", "keys.merge"],
  ["s", "keys.split"],
  ["n", "keys.note"],
  ["u", "keys.undo"],
];

export function Help() {
  if (!helping.value) return null;
  return (
    <Dialog
      title={t("keys.title")}
      close={() => {
        helping.value = false;
      }}
    >
      <Keys title={t("keys.everywhere")} rows={EVERYWHERE} />
      <Keys title={t("keys.in_review")} rows={REVIEW} />
    </Dialog>
  );
}

function Keys({ title, rows }: { title: string; rows: [string, Key][] }) {
  return (
    <>
      <h3>{title}</h3>
      <dl class="keys">
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

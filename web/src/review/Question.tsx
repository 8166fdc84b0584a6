/** The frame of a question: what it is about, a reason, and the two ways out. */

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { Dialog } from "../shell/Dialog";
import type { Decision } from "./decide";

/** How what is decided is sent, and a question left. */
export interface Sending {
  busy: boolean;
  send: (steps: Decision[]) => void;
  close: () => void;
}

interface Props extends Sending {
  title: string;
  /** the decisions with this reason; none where what is asked for is not told yet */
  steps: (reason: string) => Decision[];
  children: ComponentChildren;
  reasonLabel?: string;
  /** where all else is as it mostly stays, the reason is what is typed first */
  reasonFirst?: boolean;
}

export function Question({ title, busy, steps, send, close, children, reasonLabel, reasonFirst }: Props) {
  const [reason, setReason] = useState("");
  const ready = steps(reason.trim() || "-").length > 0;
  return (
    <Dialog title={title} close={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim()) send(steps(reason.trim()));
        }}
      >
        {children}
        <label class="field column">
          <span>{reasonLabel ?? t("judge.reason")}</span>
          <textarea
            required
            data-first={reasonFirst}
            rows={2}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        <footer>
          <button type="button" onClick={close}>
            {t("do.cancel")}
          </button>
          <button type="submit" class="main" disabled={busy || !ready}>
            {t("do.keep")}
          </button>
        </footer>
      </form>
    </Dialog>
  );
}

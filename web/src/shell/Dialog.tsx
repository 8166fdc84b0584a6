/** A question over the page. The browser keeps the focus in it and gives it back. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../i18n";

interface Props {
  title: string;
  close: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, close, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    const fields = ":is(input, select, textarea)";
    (
      dialog?.querySelector<HTMLElement>(`${fields}[data-first]`) ?? dialog?.querySelector<HTMLElement>(fields)
    )?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={element} aria-labelledby={heading} onClose={close}>
      <header class="dialog-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="quiet" aria-label={t("do.close")} onClick={close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  );
}

/** Keys that work anywhere on a page but where words are typed. */

import { useEffect, useRef } from "preact/hooks";

export type Keymap = Record<string, (event: KeyboardEvent) => void>;

/** A key as its letter on a Latin layout, so that the same keys work on a Ukrainian one. */
export function keyOf(event: Pick<KeyboardEvent, "key" | "code">): string {
  if (event.code === "Slash" && (event.key === "." || event.key === ",")) return event.key === "." ? "/" : "?";
  if (/^[^\p{ASCII}]$/u.test(event.key) && event.code.startsWith("Key")) return event.code.slice(3).toLowerCase();
  return event.key;
}

/** Whether a key pressed there is part of what is being written or chosen. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement
      ? !["checkbox", "radio", "button"].includes(target.type)
      : target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement ||
        (target instanceof HTMLElement && target.isContentEditable)
  ) as boolean;
}

/** Listen while the component is shown; nothing is heard while a dialog is open. */
export function useKeys(keymap: Keymap): void {
  const current = useRef(keymap);
  current.current = keymap;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const action = current.current[keyOf(event)];
      if (!action) return;
      event.preventDefault();
      action(event);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}

/** Enter on a link or a button is that link's or button's own. */
export const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("a,button,summary,input") !== null;

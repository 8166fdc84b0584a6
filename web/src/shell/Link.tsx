/** A link within the desk: a plain click stays in the page, every other is the browser's. */

import type { ComponentChildren } from "preact";
import { go } from "../state/address";

/** Whether a click means to go there, here: none that opens a window or saves. */
export function isPlain(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
}

interface Props {
  to: string;
  children: ComponentChildren;
  class?: string;
  title?: string;
  "aria-current"?: "page";
}

export function Link({ to, children, ...rest }: Props) {
  const click = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={click} {...rest}>
      {children}
    </a>
  );
}

/** A link within the desk: a plain click stays in the page, every other is the browser's. */

import type { ComponentChildren } from "preact";
import { go } from "../state/address";

interface Props {
  to: string;
  children: ComponentChildren;
  class?: string;
  title?: string;
  "aria-current"?: "page";
}

export function Link({ to, children, ...rest }: Props) {
  const click = (event: MouseEvent) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} onClick={click} {...rest}>
      {children}
    </a>
  );
}

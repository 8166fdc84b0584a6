/** A button that opens a panel below itself; Escape and a press outside close it, and the focus goes back. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";

interface Props {
  label: ComponentChildren;
  name: string;
  children: (close: () => void) => ComponentChildren;
  wide?: boolean;
  strong?: boolean;
}

export function Menu({ label, name, children, wide, strong }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", outside);
    panel.current?.focus();
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape works wherever the focus is inside
    <div class="menu" ref={root} onKeyDown={(event) => event.key === "Escape" && open && close()}>
      <button
        type="button"
        ref={button}
        class={strong ? "chosen" : undefined}
        aria-expanded={open}
        aria-controls={id}
        title={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <section id={id} ref={panel} tabIndex={-1} class={wide ? "menu-panel wide" : "menu-panel"} aria-label={name}>
          {children(close)}
        </section>
      )}
    </div>
  );
}

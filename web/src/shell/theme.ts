/** Light or dark, on the root element: as chosen, else as the system has it; and the tokens of it for what is drawn. */

import { effect, signal } from "@preact/signals";
import { lang, type Theme, theme } from "../state/desk";

const dark = matchMedia("(prefers-color-scheme: dark)");
const system = signal<Theme>(dark.matches ? "dark" : "light");
dark.addEventListener("change", () => {
  system.value = dark.matches ? "dark" : "light";
});

/** Light or dark, as the page is now. */
export const worn = (): Theme => theme.value ?? system.value;

/** Keep the root element's theme and language as the address has them. */
export function wear(): void {
  effect(() => {
    document.documentElement.dataset.theme = worn();
    document.documentElement.lang = lang.value;
  });
}

/** A colour of the style sheet, by its custom property (`--side-ua`), for canvas and WebGL. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

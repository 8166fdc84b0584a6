/** Who judges at this desk, where that is not the one whose computer it is. Kept in the browser, and sent with a judgement. */

import { signal } from "@preact/signals";

const PLACE = "purport.author";

function stored(): string {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return ""; // storage is switched off
  }
}

export const author = signal(stored());

export function setAuthor(name: string): void {
  author.value = name;
  try {
    localStorage.setItem(PLACE, name);
  } catch {
    // it holds until the page is left
  }
}

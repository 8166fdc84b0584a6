/** The address of a document: a link only where it leads to the web, and shown in full; else plain words. */

import { Words } from "./Words";

export function isWeb(url: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

export function Outward({ url }: { url: string }) {
  if (!isWeb(url)) {
    return (
      <span class="address">
        <Words text={url} />
      </span>
    );
  }
  return (
    <a class="address" href={url} rel="noopener noreferrer" target="_blank">
      <Words text={url} />
    </a>
  );
}

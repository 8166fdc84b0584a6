/** The pictures and videos of a document, as links that a person may follow: the desk itself asks nobody for them. */

import type { Media } from "../api/types";
import { t, term } from "../i18n";
import { Outward } from "../words/Outward";
import { Words } from "../words/Words";

export function MediaList({ media }: { media: Media[] }) {
  if (!media.length) return null;
  return (
    <section class="captions">
      <h2>{t("document.media")}</h2>
      <ul>
        {media.map((one, at) => (
          <li key={`${at} ${one.url}`}>
            {term("media", one.kind)} <Words text={[one.caption, one.credit].filter(Boolean).join(" · ")} />{" "}
            {one.url && <Outward url={one.url} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

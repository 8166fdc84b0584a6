/** The pictures and videos of a document, as links that a person may follow: the desk itself asks nobody for them. */

import type { MediaView } from "../api/types";
import { t, term } from "../i18n";
import { JudgementList } from "../panel/Judgements";
import { Outward } from "../words/Outward";
import { Words } from "../words/Words";

export function MediaList({ media }: { media: MediaView[] }) {
  if (!media.length) return null;
  return (
    <section class="captions">
      <h2>{t("document.media")}</h2>
      <ul>
        {media.map(({ id, media: one, found }) => (
          <li key={id}>
            {term("media", one.kind)} <Words text={[one.caption, one.credit].filter(Boolean).join(" · ")} />{" "}
            {one.url && <Outward url={one.url} />}
            {found.length > 0 && <JudgementList rows={found} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The pictures and videos of a document, as links that a person may follow: the desk itself asks nobody for them. */

import type { Media, MediaView } from "../api/types";
import { t, term } from "../i18n";
import { JudgementList } from "../panel/Judgements";
import { Outward } from "../words/Outward";
import { Words } from "../words/Words";
import { JudgeMedia } from "./JudgeMedia";

export function MediaList({ media }: { media: MediaView[] }) {
  if (!media.length) return null;
  return (
    <section class="captions">
      <h2>{t("document.media")}</h2>
      <ul>
        {media.map((view) => (
          <li key={view.id}>
            <Described media={view.media} />
            {view.found.length > 0 && <JudgementList rows={view.found} />}
            <JudgeMedia view={view} name={written(view.media) || view.media.url || view.id} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Described({ media }: { media: Media }) {
  return (
    <>
      {term("media", media.kind)} <Words text={written(media)} /> {media.url && <Outward url={media.url} />}
    </>
  );
}

function written({ caption, credit }: Media): string {
  return [caption, credit].filter(Boolean).join(" · ");
}

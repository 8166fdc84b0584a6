/** Words to be looked for in quotes, places and names of sources; asked as they are typed. */

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../i18n";
import { go } from "../state/address";
import { filters, href, path, setFilters } from "../state/desk";

const PAUSE = 250;

export function Search() {
  const asked = filters.value.q ?? "";
  const [text, setText] = useState(asked);
  const typed = useRef(asked);
  useEffect(() => {
    if (asked !== typed.current.trim()) {
      typed.current = asked;
      setText(asked);
    }
  }, [asked]);
  useEffect(() => {
    const timer = setTimeout(() => ask(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
          if (!LISTS.includes(path.value)) go(href("/", { q: text.trim() || null }));
        }}
      >
        <label class="sr" for="search">
          {t("search.name")}
        </label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={t("search.hint")}
          value={text}
          onInput={(event) => {
            typed.current = event.currentTarget.value;
            setText(event.currentTarget.value);
          }}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
      </form>
    </search>
  );
}

const LISTS = ["/", "/documents", "/review"];

/** Of one search only the first step is gone back over. */
function ask(text: string): void {
  const words = text.trim() || null;
  if (words === filters.peek().q || !LISTS.includes(path.peek())) return;
  setFilters({ q: words }, { replace: filters.peek().q !== null });
}

/** Which page an address is of. */

export type Route =
  | { page: "desk" }
  | { page: "incident"; id: string }
  | { page: "document"; id: string }
  | { page: "episode"; id: string }
  | { page: "documents" }
  | { page: "review" }
  | { page: "missing"; path: string };

const OF_ONE = /^\/(incident|document|episode)\/([^/]+)\/?$/;

export function routeOf(path: string): Route {
  if (path === "/" || path === "") return { page: "desk" };
  if (path === "/review" || path === "/documents") return { page: path.slice(1) as "review" | "documents" };
  const one = OF_ONE.exec(path);
  const id = one?.[2] && decoded(one[2]);
  return one && id ? { page: one[1] as "incident" | "document" | "episode", id } : { page: "missing", path };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

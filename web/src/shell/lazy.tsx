/** A component whose code is fetched when it is first shown, so that the words of the page never wait for the map. */

import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

export function Later({ load, height }: { load: () => Promise<ComponentType>; height?: number }) {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(() => {
    let wanted = true;
    void load().then((component) => wanted && setShown(() => component));
    return () => {
      wanted = false;
    };
  }, [load]);
  return Shown ? <Shown /> : <div class="later" {...(height && { style: { height } })} />;
}

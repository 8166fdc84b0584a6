/** Whether the next drag on the map draws a box to filter by, and moves nothing. */

import { signal } from "@preact/signals";

export const drawing = signal(false);

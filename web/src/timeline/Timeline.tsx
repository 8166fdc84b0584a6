/** What the filters leave, night by night. */
export function Timeline() {
  return <div class="timeline" />;
}

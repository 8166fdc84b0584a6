import { render } from "preact";
import { watch } from "./api/live";
import { App } from "./shell/App";
import { wear } from "./shell/theme";
import "./shell/tokens.css";
import "./shell/base.css";
import "./shell/frame.css";
import "./shell/desk.css";
import "./panel/panel.css";
import "./document/document.css";
import "./episode/episode.css";
import "./review/review.css";

const desk = document.getElementById("desk");
if (desk) {
  wear();
  watch();
  render(<App />, desk);
}

import { render } from "preact";
import { watch } from "./api/live";
import { App } from "./shell/App";
import { wear } from "./shell/theme";
import "./shell/tokens.css";
import "./shell/base.css";

const desk = document.getElementById("desk");
if (desk) {
  wear();
  watch();
  render(<App />, desk);
}

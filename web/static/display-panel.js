// The panel in which readers choose size, colours and width; display.js puts the choice on every page.

import { byId } from "./dom.js";
import { DISPLAY, remember } from "./memory.js";

const panel = byId("display");
const root = document.documentElement;

for (const choice of panel.querySelectorAll("input")) choice.checked = choice.value === (root.dataset[choice.name] ?? "");

panel.addEventListener("change", ({ target: { name, value } }) => {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  const { size, width, theme, contrast } = root.dataset;
  remember(DISPLAY, JSON.stringify({ size, width, theme, contrast }));
});

panel.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel.open) return;
  panel.open = false;
  panel.querySelector("summary").focus();
});

document.addEventListener("click", ({ target }) => {
  if (!panel.contains(target)) panel.open = false;
});

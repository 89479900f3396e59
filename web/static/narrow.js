// Filters beside a list take effect at once. On a narrow screen they cover the list and wait for their button.

import { NARROWED, recall, remember } from "./memory.js";

const filters = document.querySelector(".filters");
const wide = matchMedia("(min-width: 60rem)");

filters?.addEventListener("change", ({ target }) => {
  if (!wide.matches) return;
  remember(NARROWED, JSON.stringify({ name: target.name, value: target.value, scroll: scrollY }));
  target.form.requestSubmit();
});

// The page is a new one: whoever ticked a box goes on from that box.
const { name, value, scroll } = JSON.parse(recall(NARROWED) ?? "{}");
remember(NARROWED, "{}");
const ticked = [...(filters?.querySelectorAll("input") ?? [])].find((box) => box.name === name && box.value === value);
if (ticked) {
  ticked.closest("details")?.setAttribute("open", "");
  ticked.focus({ preventScroll: true });
  scrollTo(0, scroll);
}

// A page that Back brings out of the browser's memory still has the boxes as they were when it was left.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) filters?.querySelector("input")?.form.reset();
});

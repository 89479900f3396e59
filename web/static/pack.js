// The editor of a study pack. The form works without a script; here it saves by itself and is rearranged in place.

import { byId } from "./dom.js";
import { OPEN_PACK, remember } from "./memory.js";
import { keepSaved } from "./pack-save.js";
import { arrangeCards } from "./pack-order.js";
import { changeRows } from "./pack-rows.js";

const form = byId("pack");
const saving = keepSaved(form);

remember(OPEN_PACK, form.dataset.name);
arrangeCards(saving.changed);
changeRows(saving.changed);

/** What is undone is the pack's last change; in a field the browser undoes what was typed there. */
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest("input, textarea, select")) return;
  const key = event.key.toLowerCase();
  const wanted = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
  if (!wanted) return;
  event.preventDefault();
  byId(wanted).click();
});

// A generator takes up to a minute, and a second press would ask it again. What was typed is saved before that.
const phrase = byId("phrase");
document.addEventListener("submit", (event) => {
  if (!phrase || event.submitter !== phrase || event.defaultPrevented) return;
  if (phrase.getAttribute("aria-busy")) event.preventDefault();
  phrase.setAttribute("aria-busy", "true");
  phrase.textContent = "Máy đang soạn, xin đợi…";
});

// Fields of one line that are shown on several: Enter has nothing to begin there.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("#title, [name=step_what]")) event.preventDefault();
});

byId("title").addEventListener("input", ({ target }) => {
  byId("pack-title").textContent = target.value.trim() || "Tập chưa đặt tên";
});

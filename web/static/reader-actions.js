// What can be done with a unit: one row of buttons for the whole document, which goes to the unit that is looked at.

import { byId } from "./dom.js";
import { addressOf, permanentAddress, placeOf } from "./reader-goal.js";

const text = byId("text");
const actions = byId("actions");
// Only where there is a margin for it beside the text: elsewhere it would push the text about under the pointer.
const beside = matchMedia("(min-width: 75rem) and (hover: hover)");

let chosen = null;

/** The words of a unit as they are printed, without what the page adds to them. */
export function wordsOf(unit) {
  const copy = unit.cloneNode(true);
  for (const added of copy.querySelectorAll(".apart")) added.remove();
  return copy.textContent.replace(/\s*\n\s*/g, "\n").trim();
}

/** The unit that the buttons are for, or the one around the row of a table that they are for. */
export const chosenUnit = () => chosen.closest(".unit");

export function moveActions() {
  const look = ({ target }) => {
    const one = target.closest("tr[id], .unit");
    if (beside.matches && one && !actions.contains(target) && !actions.contains(document.activeElement)) choose(one);
  };
  text.addEventListener("pointerover", look);
  text.addEventListener("focusin", look);
  text.addEventListener("goal", ({ detail: goal }) => choose(goal.closest("tr[id], .unit")));
  const sent = text.querySelector(".marked");
  if (sent) choose(sent.closest("tr[id], .unit"));
}

function choose(one) {
  if (one === chosen) return;
  chosen?.closest(".chunk").classList.remove("looked-at");
  chosen = one;
  one.closest(".chunk").classList.add("looked-at");
  chosenUnit().querySelector(".at").after(actions);
  actions.hidden = false;
  // In the margin the buttons for a row stand beside it, however far down its table it is.
  const down = one.getBoundingClientRect().top - chosenUnit().getBoundingClientRect().top;
  actions.style.top = one.matches("tr") ? `${Math.round(down)}px` : "";
  const citation = `${text.dataset.citation}, ${placeOf(one)}`;
  const copies = { address: permanentAddress(one), citation, quotation: `“${wordsOf(one)}” (${citation})` };
  byId("actions-place").textContent = one.matches("tr") ? placeOf(one) : "";
  for (const button of actions.querySelectorAll("[data-kind]")) button.dataset.copy = copies[button.dataset.kind];
  for (const link of actions.querySelectorAll("[data-go]")) {
    link.href = `${link.dataset.go}${text.dataset.document}/${addressOf(one)}`;
    link.hidden = link.dataset.go === "/tuong-tu/" && "unquoted" in one.dataset;
  }
  const adding = actions.querySelector(".add-passage");
  adding.elements.namedItem("passage").value = `${text.dataset.document}/${addressOf(one)}`;
  adding.hidden = "unquoted" in one.dataset;
}

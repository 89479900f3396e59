// The unit that the page's address names: marked, in sight, and where the keyboard goes on.

import { byId } from "./dom.js";

const text = byId("text");
const home = `/van-ban/${encodeURIComponent(text.dataset.document)}`;

/** The element a link of the page leads to: a unit, a table or a row. */
export const goalOf = (link) =>
  link.matches(".at") ? link.closest(".unit") : byId(decodeURIComponent(link.hash.slice(1)));

/** By what a unit or a row is cited. */
export const placeOf = (one) => one.dataset.place ?? one.querySelector(".at").getAttribute("aria-label");

export const addressOf = (unit) => unit.id.slice(2);

/** The permanent address of a unit, as one would send it to somebody. */
export const permanentAddress = (unit) => `${location.origin}${home}/${addressOf(unit)}`;

/** Goes to a unit, and makes its address that of the page. */
export function goTo(unit) {
  const address = `${home}/${addressOf(unit)}${location.search}`;
  if (address !== location.pathname + location.search) history.pushState(null, "", address);
  mark(unit);
  unit.focus({ preventScroll: true });
  unit.scrollIntoView({ block: "start" });
}

/** Marks a unit as the one that is meant, and no other. */
function mark(unit) {
  const before = text.querySelector(".marked");
  if (before === unit) return;
  if (before) {
    before.classList.remove("marked");
    for (const name of ["aria-current", "tabindex", ...(before.matches(".unit") ? ["role", "aria-label"] : [])]) {
      before.removeAttribute(name);
    }
  }
  unit.classList.add("marked");
  unit.setAttribute("aria-current", "location");
  unit.tabIndex = -1;
  // Named only while it is meant: a name on every unit would make a screen reader say each place aloud.
  if (unit.matches(".unit")) {
    unit.setAttribute("role", "group");
    unit.setAttribute("aria-label", placeOf(unit));
  }
  text.dispatchEvent(new CustomEvent("goal", { detail: unit }));
}

/** Shows the goal of the address as the page opens, and again when Back and Forward change it. */
export function keepGoal() {
  const sent = text.querySelector(".marked");
  if (sent && !location.hash) {
    sent.focus({ preventScroll: true });
    sent.scrollIntoView({ block: "start" });
  }
  window.addEventListener("popstate", () => {
    const address = decodeURIComponent(location.pathname).slice(decodeURIComponent(home).length + 1);
    const unit = address && (byId(`u:${address}`) ?? byId(`t:${address}`));
    if (!unit) return;
    mark(unit);
    unit.scrollIntoView({ block: "start" });
  });
}

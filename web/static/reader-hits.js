// From one marked place to the next without loading the page again: buttons, and Enter in the search box.

import { announce, byId } from "./dom.js";
import { placeOf } from "./reader-goal.js";

const bar = byId("hits");
const box = byId("within");

export function stepThroughHits() {
  const total = Number(bar?.dataset.total ?? 0);
  if (!total) return;
  let current = 0;
  const step = (by) => {
    current = ((current - 1 + by + total) % total) + 1;
    show(current, total);
  };
  // Words that were not changed are looked for already: Enter goes on among the places, Shift and Enter back.
  const sought = box.value;
  box.form.addEventListener("submit", (event) => {
    if (box.value !== sought) return;
    event.preventDefault();
    step(1);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.shiftKey || box.value !== sought) return;
    event.preventDefault();
    step(-1);
  });
  byId("hit-previous").addEventListener("click", () => step(-1));
  byId("hit-next").addEventListener("click", () => step(1));
  current = placeInAddress(total) || firstBehindGoal();
  show(current, total, !location.pathname.slice(1).split("/")[2]);
}

const placeInAddress = (total) => Math.min(total, Number(/^#khop-(\d+)$/.exec(location.hash)?.[1] ?? 0));

/** The first place in the unit that the address names or behind it, for who came from a search. */
function firstBehindGoal() {
  const goal = document.querySelector(".marked");
  const marks = [...document.querySelectorAll("mark[id]")];
  const behind = marks.findIndex((mark) => goal && (goal.contains(mark) || goal.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING));
  return Math.max(behind, 0) + 1;
}

function show(current, total, jump = true) {
  document.querySelector("mark.current")?.classList.remove("current");
  const mark = byId(`khop-${current}`);
  mark.classList.add("current");
  byId("hit-count").textContent = `${current}/${total} chỗ`;
  if (!jump) return;
  mark.scrollIntoView({ block: "center" });
  announce(`Chỗ ${current} trong ${total}: ${placeOf(mark.closest(".unit"))}`);
}

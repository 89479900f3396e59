// The contents beside the text follow the reading: the link of the title one is under is marked and kept in view.

import { byId } from "./dom.js";
import { placeOf } from "./reader-goal.js";

const tree = byId("tree");
const here = byId("here");
const outline = byId("outline");
// Paper is narrow, too, but all of the card belongs on it.
const narrow = matchMedia("screen and (max-width: 59.99rem)");

export function followReading() {
  const links = new Map([...tree.querySelectorAll("a")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const seen = new Set();
  // A line a quarter down the window, where people read.
  const line = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
      const [unit] = seen;
      if (unit) show(unit, links);
    },
    { rootMargin: "-25% 0px -74% 0px" },
  );
  // Of ten thousand units only those in sight are watched.
  const sight = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      for (const unit of target.children) {
        if (isIntersecting) line.observe(unit);
        else {
          line.unobserve(unit);
          seen.delete(unit);
        }
      }
    }
  });
  for (const chunk of document.querySelectorAll(".chunk")) sight.observe(chunk);
  foldOnPhones();
}

function show(unit, links) {
  here.textContent = placeOf(unit);
  const link = closestLink(unit.id, links);
  const before = tree.querySelector("[aria-current]");
  if (!link || link === before) return;
  before?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
  // Beside the text the column scrolls, above it the list.
  const scroller = narrow.matches ? tree : outline;
  const frame = scroller.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < frame.top || place.bottom > frame.bottom) {
    scroller.scrollTop += place.top - frame.top - frame.height / 3;
  }
}

function closestLink(id, links) {
  let around = id;
  while (around.includes("/") && !links.has(around)) around = around.slice(0, around.lastIndexOf("/"));
  return links.get(around);
}

/** On a phone the contents and the card wait behind their summaries; the style sheet hides them until this runs. */
function foldOnPhones() {
  for (const details of document.querySelectorAll(".folds")) {
    const follow = () => {
      details.open = !narrow.matches;
    };
    narrow.addEventListener("change", follow);
    follow();
    details.dataset.ready = "";
  }
  tree.addEventListener("click", ({ target }) => {
    if (narrow.matches && target.closest("a")) outline.open = false;
  });
}

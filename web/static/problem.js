// Saying that something went wrong, and offering to try again.

import { announce, el } from "./dom.js";

/** Shows a problem in `place`, in the API's own words, with a button that calls `retry`. */
export function showProblem(place, problem, retry) {
  announce(`${problem.title}. ${problem.detail}`);
  place.replaceChildren(
    el(
      "div",
      { class: "problem" },
      el("h2", {}, problem.title),
      el("p", {}, problem.detail),
      el("p", {}, el("button", { type: "button", class: "button main", onclick: retry }, "Thử lại")),
    ),
  );
}

// Folding a long passage to the sentences around the words that were looked for.

import { el } from "./dom.js";

/**
 * The children of a passage: what stands in the spans of its snippet, and around it what is shown only when unfolded.
 * `draw(from, to)` gives the elements for a stretch of the text, in Unicode characters.
 */
export function folded(length, snippet, draw) {
  let end = 0;
  const parts = snippet.flatMap(([from, to]) => {
    const before = from > end ? far(draw(end, from)) : [];
    end = to;
    return [...before, ...draw(from, to)];
  });
  return end < length ? [...parts, ...far(draw(end, length)).reverse()] : parts;
}

const far = (elements) => [el("span", { class: "far" }, elements), el("span", { class: "ellipsis" }, " … ")];

/** The button that unfolds a passage and folds it again. */
export function foldButton(passage) {
  passage.classList.add("folded");
  const button = el("button", { type: "button", class: "link unfold", "aria-expanded": "false" }, "Xem hết đoạn");
  button.addEventListener("click", () => {
    const isFolded = passage.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(!isFolded));
    button.textContent = isFolded ? "Xem hết đoạn" : "Thu gọn đoạn";
  });
  return button;
}

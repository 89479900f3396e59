// Folding long passages, never so that the words looked for are out of sight.

import { el } from "./dom.js";

// How much of the text before the first hit stays in view, in characters: a line or two.
const LEAD = 160;

/**
 * Folds a passage that is longer than the style's fold (about eight lines) and gives the button that unfolds it,
 * or null where the passage is short. The element must be in the page: its height is measured.
 */
export function foldButton(passage) {
  passage.classList.add("folded");
  if (passage.scrollHeight <= passage.clientHeight + 2) {
    passage.classList.remove("folded");
    return null;
  }
  hideTheFarBeginning(passage);
  const button = el("button", { type: "button", class: "link unfold", "aria-expanded": "false" }, "Xem hết đoạn");
  button.addEventListener("click", () => {
    const folded = passage.classList.toggle("folded");
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? "Xem hết đoạn" : "Thu gọn đoạn";
  });
  return button;
}

function hideTheFarBeginning(passage) {
  const hit = passage.querySelector("mark");
  const before = passage.firstChild;
  const inView = hit && hit.getBoundingClientRect().bottom <= passage.getBoundingClientRect().bottom;
  if (!hit || inView || before.nodeType !== Node.TEXT_NODE) return;
  const words = before.data;
  const cut = beginningOfClause(words);
  before.replaceWith(
    el("span", { class: "far" }, words.slice(0, cut)),
    el("span", { class: "ellipsis" }, "[…] "),
    words.slice(cut),
  );
}

/** Where to begin so that some words before the hit stay, at the start of a clause if there is one near. */
function beginningOfClause(words) {
  const earliest = Math.max(0, words.length - LEAD);
  const tail = words.slice(earliest);
  const gap = tail.match(/[.;:,]\s+|\n/) ?? tail.match(/\s+/);
  return gap ? earliest + gap.index + gap[0].length : 0;
}

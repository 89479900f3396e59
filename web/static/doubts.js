// What recognition was not sure of, underlined, so that nobody quotes it unseen.

import { el } from "./dom.js";
import { cutAtHits } from "./text.js";

/** A text as pieces for the page; `doubts` are its unsure places `[start, end)`, counted in characters. */
export const underlined = (text, doubts) =>
  cutAtHits(text, doubts).map((piece) =>
    piece.hit ? el("span", { class: "doubt", title: "Nhận dạng chưa chắc, hãy so với bản gốc" }, piece.text) : piece.text,
  );

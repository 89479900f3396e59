// The proof of an original without pages: brings the mark into view, inside the original only.

import { byId } from "./dom.js";

const original = byId("original");
const mark = byId("doan");

function toMark() {
  const height = mark.getBoundingClientRect().top - original.getBoundingClientRect().top;
  original.scrollTop += height - original.clientHeight / 4;
}

if (mark) toMark();

// The files of a document: which one is being read, and where the others are.

import { compareAddress, copyApi } from "./address.js";
import { el } from "./dom.js";

const FORMATS = {
  "application/pdf": "PDF",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
  "application/msword": "Word",
  "application/rtf": "RTF",
  "application/vnd.oasis.opendocument.text": "OpenDocument",
  "text/html": "trang web",
  "text/markdown": "Markdown",
  "text/plain": "văn bản thuần",
};

/** `nghi-quyet.pdf (PDF, 12 trang)`. */
export function fileName({ name, media_type: mediaType, pages }) {
  return `${name} (${FORMATS[mediaType] ?? mediaType}${pages ? `, ${pages} trang` : ""})`;
}

/** The list of the other copies, closed until somebody wants it; nothing where there are none. */
export function otherCopies({ document: source, copies }) {
  const others = copies.filter((copy) => !copy.served);
  if (others.length === 0) return "";
  return el(
    "details",
    { class: "copies" },
    el("summary", {}, `Các bản khác (${others.length})`),
    el("ul", { class: "plain" }, others.map((copy) => item(source, copy))),
  );
}

function item(source, copy) {
  const name = fileName(copy);
  return el(
    "li",
    {},
    el("a", { href: `${copyApi(source.id, copy.version)}/file` }, name),
    el(
      "a",
      { class: "button quiet", href: compareAddress(source.id, copy.version), "aria-label": `So sánh với ${name}` },
      "So sánh",
    ),
  );
}

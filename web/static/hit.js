// One answer: what it is, where it stands, its words, and what can be done with it.

import { readerAddress } from "./address.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { cutAtHits, quotation, validityOf, writtenDate } from "./text.js";

/** The list item of a hit, and the passage in it that may have to be folded once it is in the page. */
export function hitItem({ passage, document: source, highlights, matched_by: matchedBy }) {
  const address = readerAddress(source.id, passage.address);
  const words = el("p", { class: "passage" }, marked(passage.text, highlights));
  const item = el(
    "li",
    { class: "hit" },
    el("h3", {}, el("a", { href: address }, citationParts(passage.citation))),
    passage.trail.length ? el("p", { class: "trail" }, passage.trail.join(" › ")) : null,
    el("blockquote", { cite: address }, words),
    about(source, highlights, matchedBy),
    el("p", { class: "citation-in-print" }, passage.citation.full),
    el(
      "div",
      { class: "actions" },
      copyButton("Chép trích dẫn", () => passage.citation.full),
      copyButton(
        "Chép nguyên văn kèm trích dẫn",
        () => quotation(passage.text, passage.citation.full),
        "Đã chép nguyên văn kèm trích dẫn.",
      ),
      el("a", { href: address, class: "button quiet" }, "Đọc trong văn bản"),
    ),
  );
  return { item, words };
}

const marked = (text, highlights) =>
  cutAtHits(text, highlights).map((piece) => (piece.hit ? el("mark", {}, piece.text) : piece.text));

/** The short citation with its place in a lighter weight; read aloud it is one sentence. */
function citationParts({ short, place }) {
  if (!place || !short.endsWith(`, ${place}`)) return [short];
  return [`${short.slice(0, -place.length - 2)}, `, el("span", { class: "place" }, place)];
}

function about(source, highlights, matchedBy) {
  const validity = validityOf(source);
  const origin = [source.issuer, source.issued_on ? writtenDate(source.issued_on) : null].filter(Boolean).join(", ");
  const facts = [
    origin ? el("span", {}, origin) : null,
    el("span", { class: validity.warn ? "flag" : null }, validity.text),
    source.secrecy ? el("span", { class: "flag" }, source.secrecy) : null,
    matchedBy.includes("address") ? el("span", {}, "Đúng vị trí đã hỏi") : null,
    highlights.length === 0 && matchedBy.includes("semantic") ? el("span", {}, "Gần nghĩa với câu hỏi") : null,
  ];
  return el("p", { class: "about" }, source.title ? el("span", { class: "subject" }, source.title) : null, facts);
}

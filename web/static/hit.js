// One answer: what it is, where it stands, its words, and what can be done with it.

import { readerAddress } from "./address.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { underlined } from "./doubts.js";
import { cutAtHits, inside, quotation, validityOf, writtenDate } from "./text.js";

/** The list item of a hit, and the passage in it that may have to be folded once it is in the page. */
export function hitItem({ passage, document: source, highlights, matched_by: matchedBy }) {
  const address = readerAddress(source.id, passage.address);
  const words = el("p", { class: "passage" }, marked(passage.text, highlights, passage.doubts));
  const item = el(
    "li",
    { class: "hit" },
    el("h3", {}, el("a", { href: address }, citationParts(passage.citation))),
    passage.trail.length ? el("p", { class: "trail" }, passage.trail.join(" › ")) : null,
    el("blockquote", { cite: address }, words),
    about(passage, source, highlights, matchedBy),
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

/** The words with what was asked for marked, and what recognition was not sure of underlined. */
function marked(text, highlights, doubts) {
  let start = 0;
  return cutAtHits(text, highlights).flatMap((piece) => {
    const words = underlined(piece.text, inside(doubts, start, piece.text));
    start += Array.from(piece.text).length;
    return piece.hit ? [el("mark", {}, words)] : words;
  });
}

/** The short citation with its place in a lighter weight; read aloud it is one sentence. */
function citationParts({ short, place }) {
  if (!place || !short.endsWith(`, ${place}`)) return [short];
  return [`${short.slice(0, -place.length - 2)}, `, el("span", { class: "place" }, place)];
}

function about(passage, source, highlights, matchedBy) {
  const validity = validityOf(source);
  const origin = [source.issuer, source.issued_on ? writtenDate(source.issued_on) : null].filter(Boolean).join(", ");
  const facts = [
    origin ? el("span", {}, origin) : null,
    el("span", { class: validity.warn ? "flag" : null }, validity.text),
    source.secrecy ? el("span", { class: "flag" }, source.secrecy) : null,
    passage.recognised ? el("span", {}, "Nhận dạng từ bản quét") : null,
    matchedBy.includes("address") ? el("span", {}, "Đúng vị trí đã hỏi") : null,
    highlights.length === 0 && matchedBy.includes("semantic") ? el("span", {}, "Gần nghĩa với câu hỏi") : null,
  ];
  return el("p", { class: "about" }, source.title ? el("span", { class: "subject" }, source.title) : null, facts);
}

// One answer: what it is, where it stands, its words, and what can be done with it.

import { readerAddress, similarAddress } from "./address.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { underlined } from "./doubts.js";
import { foldButton, folded } from "./fold.js";
import { cutAtHits, inside, quotation, validityOf, writtenDate } from "./text.js";

/** The list item of a hit; `within(documentId)` is the address of the same question inside a document, if one was asked. */
export function hitItem(hit, within) {
  const { passage, document: source, highlights, matched_by: matchedBy, snippet, further, also } = hit;
  const address = readerAddress(source.id, passage.address);
  const words = el("p", { class: "passage" }, passageWords(passage, highlights, snippet));
  return el(
    "li",
    { class: "hit" },
    el("h3", {}, el("a", { href: address }, citationParts(passage.citation))),
    trail(hit),
    el("blockquote", { cite: address }, words, snippet.length ? foldButton(words) : null),
    about(passage, source, Boolean(within) && highlights.length === 0, matchedBy),
    also.length ? sameElsewhere(also) : null,
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
    el(
      "p",
      { class: "further" },
      further ? el("a", { href: within(source.id) }, `Xem thêm ${further} đoạn trong văn bản này`) : null,
      el("a", { href: similarAddress(passage.id) }, "Đoạn tương tự"),
    ),
  );
}

/** Where other documents say the same. */
function sameElsewhere(also) {
  const links = also.map(({ id, citation }) => {
    const [source, ...address] = id.split("/");
    return el("a", { href: readerAddress(source, address.join("/")) }, citation.short);
  });
  return el("p", { class: "also" }, "Văn bản khác cũng nói y như vậy: ", links.flatMap((link, index) => (index ? ["; ", link] : [link])));
}

/** The titles of the units around a hit; each unit is one click away. */
function trail({ passage, parents, document: source }) {
  const steps = parents.map(({ address, title }) => el("a", { href: readerAddress(source.id, address) }, title));
  // Behind the units of a row of a table stand the heads of its columns: words without a place of their own.
  const parts = [...steps, ...passage.trail.slice(steps.length)];
  return parts.length ? el("p", { class: "trail" }, parts.flatMap((part, index) => (index ? [" › ", part] : [part]))) : null;
}

/** The words of a passage, a long one cut to its snippet until it is unfolded. */
function passageWords({ text, doubts }, highlights, snippet) {
  const characters = Array.from(text);
  const draw = (from, to) => {
    const piece = characters.slice(from, to).join("");
    return marked(piece, inside(highlights, from, piece), inside(doubts, from, piece));
  };
  return folded(characters.length, snippet.length ? snippet : [[0, characters.length]], draw);
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

function about(passage, source, holdsNoWord, matchedBy) {
  const validity = validityOf(source);
  const origin = [source.issuer, source.issued_on ? writtenDate(source.issued_on) : null].filter(Boolean).join(", ");
  const facts = [
    origin ? el("span", {}, origin) : null,
    el("span", { class: validity.warn ? "flag" : null }, validity.text),
    source.secrecy ? el("span", { class: "flag" }, source.secrecy) : null,
    passage.recognised ? el("span", {}, "Nhận dạng từ bản quét") : null,
    matchedBy.includes("address") ? el("span", {}, "Đúng vị trí đã hỏi") : null,
    holdsNoWord && matchedBy.includes("semantic") ? el("span", {}, "Gần nghĩa với câu hỏi") : null,
  ];
  return el("p", { class: "about" }, source.title ? el("span", { class: "subject" }, source.title) : null, facts);
}

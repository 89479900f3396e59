// One unit of a document as the reader sees it: its words, its place, its permanent address.

import { documentApi, readerAddress, similarAddress } from "./address.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { underlined } from "./doubts.js";
import { tableElement } from "./table.js";
import { inside, quotation } from "./text.js";

// A heading stands right behind its label; further in, the same words are part of a sentence.
const LONGEST_LABEL = 40;

export const unitId = (address) => `u:${address}`;

/** The addresses around a unit, outermost first. */
export function ancestors(address) {
  const steps = address.split("/");
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join("/"));
}

/** A unit's text as `{heading, body}`: the heading with its label, word for word, and what follows it. */
export function splitHeading({ heading, text }) {
  if (!heading) return { heading: "", body: text };
  const start = text.indexOf(heading);
  if (start < 0 || start > LONGEST_LABEL) return { heading, body: text };
  const end = start + heading.length;
  return { heading: text.slice(0, end).trim(), body: text.slice(end).trim() };
}

/** Draws the units of a document in reading order. */
export function unitElements({ document: source, outline }) {
  const titled = new Set(outline.filter(({ heading }) => heading).map(({ address }) => address));
  let page = 0;
  return outline.map((unit) => {
    const level = Math.min(6, 2 + ancestors(unit.address).filter((address) => titled.has(address)).length);
    const marks = pageMarks(source, unit.pages, page);
    page = Math.max(page, ...unit.pages);
    return unitElement(source, unit, level, marks);
  });
}

/** A unit's text cut at its tables: words and tables by turns, the words before the first table in front. */
function cutAtTables({ text, tables }) {
  const characters = Array.from(text);
  const starts = [0, ...tables.map(({ end }) => end)];
  const ends = [...tables.map(({ start }) => start), characters.length];
  return starts.map((start, index) => ({
    words: characters.slice(start, ends[index]).join("").trim(),
    table: tables[index],
  }));
}

function unitElement(source, unit, level, marks) {
  const [first, ...others] = cutAtTables(unit);
  const { heading, body } = splitHeading({ heading: unit.heading, text: first.words });
  const parts = [{ words: body, table: first.table }, ...others];
  const depth = Math.min(unit.path.length, 5);
  const shown = shower(unit);
  return el(
    "div",
    { class: `unit depth-${depth}${heading ? " titled" : ""}`, id: unitId(unit.address), tabindex: "-1" },
    marks,
    heading ? el(`h${level}`, {}, shown(heading)) : null,
    parts.flatMap(({ words, table }) => [
      ...(words ? words.split("\n").map((paragraph) => el("p", { class: "words" }, shown(paragraph))) : []),
      table ? tableElement(table, unitId) : null,
    ]),
    unit.recognised ? el("p", { class: "recognised" }, "Nhận dạng từ bản quét") : null,
    tools(source, unit),
  );
}

/** Shows pieces of a unit's text, which must come in their order, with what is unsure in them underlined. */
function shower({ text, doubts }) {
  let end = 0;
  return (piece) => {
    const start = text.indexOf(piece, end);
    if (doubts.length === 0 || start < 0) return piece;
    end = start + piece.length;
    return underlined(piece, inside(doubts, Array.from(text.slice(0, start)).length, piece));
  };
}

function tools(source, unit) {
  const citation = `${source.citation}, ${unit.place}`;
  return el(
    "div",
    { class: "tools" },
    permalink(source, unit),
    copyButton("Chép trích dẫn", () => citation),
    el(
      "span",
      { class: "more-tools" },
      copyButton("Chép nguyên văn kèm trích dẫn", () => quotation(unit.text, citation), "Đã chép nguyên văn kèm trích dẫn."),
      unit.quotable ? el("a", { href: similarAddress(`${source.id}/${unit.address}`), class: "button quiet" }, "Đoạn tương tự") : null,
    ),
  );
}

/** The permanent address. By eye the innermost step is enough beside the text; by ear and on paper it is all. */
function permalink(source, { address, place }) {
  const attributes = { class: "permalink", title: "Địa chỉ cố định của đoạn này", "aria-label": place };
  const step = place.split(", ").filter((part) => !part.startsWith("tr. ")).pop() ?? place;
  return el(
    "a",
    { href: readerAddress(source.id, address), ...attributes },
    el("span", { class: "on-screen" }, step),
    el("span", { class: "on-paper" }, place),
  );
}

/** Marks in the margin: where a page begins with the unit, and where it begins inside it. */
function pageMarks(source, pages, before) {
  if (pages.length === 0) return null;
  const first = Math.min(...pages);
  const last = Math.max(...pages);
  return [
    first > before ? pageMark(source, first, `trang ${first}`, "begins") : null,
    last > first && last > before ? pageMark(source, last, `sang trang ${last}`, "turns") : null,
  ];
}

function pageMark(source, page, words, kind) {
  const isPdf = source.media_type === "application/pdf";
  const mark = isPdf
    ? el("a", { href: `${documentApi(source.id)}/file#page=${page}`, title: `Mở trang ${page} của tệp gốc` }, words)
    : words;
  return el("span", { class: `page-mark ${kind}` }, mark);
}

// The head of the reader: what the document is, how it is cited, where its file is.

import { documentApi, readQuery } from "./address.js";
import { fileName, otherCopies } from "./copies.js";
import { copyButton } from "./copy.js";
import { el } from "./dom.js";
import { LAST_SEARCH, recall } from "./memory.js";
import { validityOf, writtenDate } from "./text.js";

export function documentHead(detail) {
  const { document: source, signer, position, place, effective_on: effective } = detail;
  const validity = validityOf(source);
  return [
    wayBack(),
    title(source),
    validity.warn ? el("p", { class: "notice" }, `${validity.text}. Xin kiểm tra trước khi dẫn.`) : "",
    el(
      "dl",
      { class: "facts" },
      fact("Cơ quan ban hành", source.issuer),
      fact("Ngày ban hành", source.issued_on ? writtenDate(source.issued_on) : null),
      fact("Nơi ban hành", place),
      fact("Người ký", signer && position ? `${signer}, ${position}` : signer),
      fact("Có hiệu lực từ", effective ? writtenDate(effective) : null),
      fact("Hiệu lực", validity.warn ? null : source.validity),
      fact("Mức độ lưu hành", source.secrecy),
      fact("Tệp gốc", fileLink(source)),
    ),
    otherCopies(detail),
    el(
      "div",
      { class: "cite-box" },
      el("h2", {}, "Cách dẫn văn bản này"),
      el("p", { class: "citation" }, source.citation),
      el("div", { class: "cite-tools" }, copyButton("Chép trích dẫn", () => source.citation)),
    ),
    searchWithin(source),
  ];
}

/** To the results one came from: Back does it too, but not everyone knows. */
function wayBack() {
  const search = recall(LAST_SEARCH);
  if (!search) return "";
  const { q } = readQuery(search);
  return el("p", { class: "way-back" }, el("a", { href: `/${search}` }, `Về kết quả tìm “${q}”`));
}

function title({ kind, number, title: subject }) {
  const name = [kind ?? "Văn bản", number ? `số ${number}` : null].filter(Boolean).join(" ");
  return el("h1", {}, name, " ", subject ? el("span", { class: "subject" }, subject) : null);
}

const fact = (name, value) => (value ? el("div", {}, el("dt", {}, name), el("dd", {}, value)) : null);

function fileLink(source) {
  return el("a", { href: `${documentApi(source.id)}/file` }, fileName({ ...source, name: source.file_name }));
}

function searchWithin(source) {
  return el(
    "form",
    { class: "within", role: "search", action: "/", method: "get" },
    el("label", { for: "within" }, "Tìm trong văn bản này"),
    el(
      "div",
      { class: "ask-row" },
      el("input", { id: "within", name: "q", type: "search", required: true, autocomplete: "off", enterkeyhint: "search" }),
      el("input", { type: "hidden", name: "document", value: source.id }),
      el("button", { type: "submit", class: "button main" }, "Tìm"),
    ),
  );
}

// Two copies of a document beside each other: the places where their words differ.

import { copyApi, readCompareAddress, readerAddress } from "./address.js";
import { getJson } from "./api.js";
import { fileName } from "./copies.js";
import { announce, byId, el } from "./dom.js";
import { showProblem } from "./problem.js";
import { shortName } from "./text.js";

const head = byId("head");
const place = byId("differences");

async function open() {
  const { documentId, version } = readCompareAddress(location.pathname);
  try {
    show(await getJson(`${copyApi(documentId, version)}/differences`));
  } catch (problem) {
    document.title = `${problem.title} - Tra Cứu`;
    showProblem(head, problem, open);
  }
}

function show({ document: source, copy_compared: copy, total, differences }) {
  document.title = `So sánh hai bản - ${shortName(source)} - Tra Cứu`;
  const found = total ? `Có ${total} chỗ khác nhau` : "Hai bản không khác nhau chữ nào";
  head.replaceChildren(
    el("p", { class: "way-back" }, el("a", { href: readerAddress(source.id) }, `Về ${shortName(source)}`)),
    el("h1", {}, "So sánh hai bản"),
    el(
      "p",
      {},
      `Bản đang dùng: ${source.file_name}. Bản được so: `,
      el("a", { href: `${copyApi(source.id, copy.version)}/file` }, fileName(copy)),
      ". Chữ hoa, dấu câu và chỗ đặt dấu thanh không tính là khác.",
    ),
    el("h2", {}, found),
  );
  announce(found);
  const shown = differences.length < total ? el("p", {}, `Trang này hiện ${differences.length} chỗ đầu tiên.`) : null;
  place.replaceChildren(...[shown, total ? table(source, differences) : null].filter(Boolean));
}

function table(source, differences) {
  const columns = ["Vị trí", "Bản đang dùng", "Bản được so"];
  return el(
    "table",
    { class: "differences" },
    el("caption", { class: "unseen" }, "Các chỗ khác nhau theo thứ tự in"),
    el("thead", {}, el("tr", {}, columns.map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, differences.map((difference) => row(source, columns, difference))),
  );
}

function row(source, [, served, copied], difference) {
  const { address, before, after } = difference;
  return el(
    "tr",
    {},
    el("th", { scope: "row" }, el("a", { href: readerAddress(source.id, address) }, difference.place)),
    el("td", { "data-column": served }, words(before, difference.served, after)),
    el("td", { "data-column": copied }, words(before, difference.copied, after)),
  );
}

const words = (before, differing, after) => [
  before,
  // What is in one copy only has no blanks of its own where it is missing.
  /[\p{L}\p{N}.,;:!?]$/u.test(before) ? " " : "",
  differing ? el("mark", {}, differing) : el("span", { class: "lacking" }, "[không có]"),
  /^[\p{L}\p{N}]/u.test(after) ? " " : "",
  after,
];

open();

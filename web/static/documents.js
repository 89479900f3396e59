// The list of documents: like the search page, it follows its address.

import { readQuery, readerAddress, writeQuery } from "./address.js";
import { getJson } from "./api.js";
import { announce, byId, el, openWhenWide } from "./dom.js";
import { showChips, showFilters } from "./filters.js";
import { pager } from "./pager.js";
import { showProblem } from "./problem.js";
import { keepPlace, restorePlace } from "./scroll.js";
import { shortName, validityOf, writtenDate } from "./text.js";

const title = byId("results-title");
const list = byId("list");
let asking = new AbortController();

async function go(query) {
  keepPlace();
  history.pushState(null, "", `/van-ban${writeQuery(query)}`);
  await show();
}

async function show() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const query = readQuery(location.search);
  try {
    showFound(query, await getJson(`/api/documents${writeQuery(query)}`, signal));
    restorePlace();
  } catch (problem) {
    if (signal.aborted) return;
    title.textContent = "Chưa mở được danh sách";
    showProblem(list, problem, show);
  }
}

function showFound(query, found) {
  title.textContent = found.total ? `Có ${found.total} văn bản` : "Không có văn bản nào";
  announce(title.textContent);
  showFilters(byId("filter-form"), found.facets, query, go);
  showChips(byId("chips"), query, go);
  list.replaceChildren(
    el("ul", { class: "plain doc-list" }, found.documents.map(item)),
    pager(found, (page) => `/van-ban${writeQuery({ ...query, page })}`, (page) => turnTo({ ...query, page })) ?? "",
  );
}

async function turnTo(query) {
  await go(query);
  title.focus({ preventScroll: true });
  title.scrollIntoView();
}

function item(documentOut) {
  const validity = validityOf(documentOut);
  const facts = [
    documentOut.issuer,
    documentOut.issued_on ? writtenDate(documentOut.issued_on) : null,
    documentOut.pages ? `${documentOut.pages} trang` : null,
  ];
  return el(
    "li",
    {},
    el("h3", {}, el("a", { href: readerAddress(documentOut.id) }, shortName(documentOut))),
    documentOut.number && documentOut.title ? el("p", { class: "subject" }, documentOut.title) : null,
    el(
      "p",
      { class: "about" },
      facts.filter(Boolean).map((fact) => el("span", {}, fact)),
      el("span", { class: validity.warn ? "flag" : null }, validity.text),
      documentOut.secrecy ? el("span", { class: "flag" }, documentOut.secrecy) : null,
    ),
  );
}

window.addEventListener("popstate", show);
openWhenWide(byId("filters"));
show();

// The search page: its address says what is asked, and the page follows its address.

import { hasFilters, readQuery, readerAddress, writeQuery } from "./address.js";
import { getJson } from "./api.js";
import { announce, byId, el, openWhenWide } from "./dom.js";
import { showChips, showFilters, withoutFilters } from "./filters.js";
import { foldButton } from "./fold.js";
import { hitItem } from "./hit.js";
import { LAST_SEARCH, recall, remember, SLASH } from "./memory.js";
import { pager } from "./pager.js";
import { showProblem } from "./problem.js";
import { keepPlace, restorePlace } from "./scroll.js";
import { shortName } from "./text.js";
import { showUnderstood } from "./understood.js";

const TITLE = document.title;
const MOST = 100;
const NEWEST = 5;
const EXAMPLES = [
  ["trách nhiệm của bí thư chi bộ"],
  ["giúp đảng viên cao tuổi dùng điện thoại"],
  ["dang vien o xa du sinh hoat truc tuyen", "(gõ không dấu)"],
];

const box = byId("q");
const title = byId("results-title");
const list = byId("list");
let asking = new AbortController();
let corpus = null;

/** Goes to a question: a new entry in the history, so that Back leads to the one before. */
function go(query) {
  keepPlace();
  history.pushState(null, "", `/${writeQuery(query)}`);
  return show();
}

async function show() {
  asking.abort();
  asking = new AbortController();
  const query = readQuery(location.search);
  box.value = query.q;
  document.documentElement.dataset.view = query.q ? "results" : "home";
  byId("home").hidden = Boolean(query.q);
  byId("answer").hidden = !query.q;
  if (query.q) await showAnswer(query, asking.signal);
  else showHome();
}

function showHome() {
  document.title = TITLE;
  box.focus();
}

async function showAnswer(query, signal) {
  document.title = `${query.q}${query.page > 1 ? `, trang ${query.page}` : ""} - Tra Cứu`;
  title.textContent = "Đang tìm…";
  byId("understood").hidden = true;
  list.setAttribute("aria-busy", "true");
  remember(LAST_SEARCH, location.search);
  if (corpus) showFilters(byId("filter-form"), corpus.facets, query, go);
  showChips(byId("chips"), query, go);
  try {
    const found = await getJson(`/api/search${writeQuery(query)}`, signal);
    showFound(query, found);
    restorePlace();
  } catch (problem) {
    if (signal.aborted) return;
    title.textContent = "Chưa tìm được";
    showProblem(list, problem, show);
  }
  list.removeAttribute("aria-busy");
}

function showFound(query, found) {
  title.textContent = outcome(found);
  announce(title.textContent);
  showUnderstood(byId("understood"), query, found, turnTo);
  if (query.document && found.hits.length) showChips(byId("chips"), query, go, shortName(found.hits[0].document));
  if (found.total === 0) list.replaceChildren(hints(query));
  else showHits(query, found);
}

function outcome({ total, page }) {
  if (total === 0) return "Không tìm được đoạn nào";
  const words = total >= MOST ? `Tìm được ${total} đoạn sát nhất` : `Tìm được ${total} đoạn`;
  return page > 1 ? `${words}, trang ${page}` : words;
}

function showHits(query, found) {
  const hits = found.hits.map(hitItem);
  const start = (found.page - 1) * found.page_size + 1;
  list.replaceChildren(
    el("ol", { class: "plain hits", start: String(start) }, hits.map(({ item }) => item)),
    pager(found, (page) => `/${writeQuery({ ...query, page })}`, (page) => turnTo({ ...query, page })) ?? "",
  );
  for (const { words } of hits) {
    const button = foldButton(words);
    if (button) words.after(button);
  }
}

async function turnTo(query) {
  await go(query);
  lead();
}

/** Takes the reader to the head of the results; on a phone this also puts the keyboard away. */
function lead() {
  title.focus({ preventScroll: true });
  if (title.getBoundingClientRect().top < 0) title.scrollIntoView();
}

function hints(query) {
  const widen = el("button", { type: "button", class: "link", onclick: () => go(withoutFilters(query)) }, "Bỏ lọc và tìm lại");
  return el(
    "div",
    { class: "hints" },
    el("p", {}, "Đồng chí thử một trong các cách sau:"),
    el(
      "ul",
      {},
      hasFilters(query) ? el("li", {}, "Đang lọc kết quả. ", widen, ".") : null,
      el("li", {}, "Xem lại chính tả, hoặc gõ không dấu."),
      el("li", {}, "Dùng ít từ hơn, chọn từ thường gặp trong văn bản."),
      el("li", {}, "Tìm theo số hiệu, ví dụ “nghị quyết 57 mục III khoản 2”."),
      el("li", {}, "Xem ", el("a", { href: "/van-ban" }, "danh sách văn bản"), " để biết kho có những gì."),
    ),
  );
}

async function loadCorpus() {
  corpus = await getJson("/api/documents").catch(() => null);
  if (!corpus) return;
  showFilters(byId("filter-form"), corpus.facets, readQuery(location.search), go);
  const newest = corpus.documents.slice(0, NEWEST);
  byId("newest").hidden = newest.length === 0;
  byId("newest-list").replaceChildren(...newest.map(newestItem));
  byId("newest-all").textContent = `Xem tất cả ${corpus.total} văn bản`;
}

const newestItem = (documentOut) =>
  el("li", {}, el("a", { href: readerAddress(documentOut.id) }, shortName(documentOut)), " ", documentOut.number ? documentOut.title : null);

function showExamples() {
  byId("examples").replaceChildren(
    ...EXAMPLES.map(([q, note]) =>
      el("li", {}, el("a", { href: `/?${new URLSearchParams({ q })}` }, q, note ? el("span", { class: "note" }, ` ${note}`) : null)),
    ),
  );
}

function listenForKeys() {
  const slash = byId("slash");
  slash.checked = recall(SLASH) !== "off";
  slash.addEventListener("change", () => remember(SLASH, slash.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key !== "/" || !slash.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box.value = "";
  });
}

byId("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const asked = { ...readQuery(location.search), q: box.value.trim(), page: 1 };
  await go(asked.q ? asked : withoutFilters(asked));
  if (asked.q) lead();
});
window.addEventListener("popstate", show);
openWhenWide(byId("filters"));
showExamples();
listenForKeys();
show();
loadCorpus();

// The search page: its address says what is asked, and the page follows its address.

import { hasFilters, readQuery, readerAddress, similarApi, writeQuery } from "./address.js";
import { getJson } from "./api.js";
import { announce, byId, el, openWhenWide } from "./dom.js";
import { showChips, showFilters, withoutFilters } from "./filters.js";
import { hitItem } from "./hit.js";
import { LAST_SEARCH, recall, remember, SLASH } from "./memory.js";
import { pager } from "./pager.js";
import { showProblem } from "./problem.js";
import { keepPlace, restorePlace } from "./scroll.js";
import { suggestInto } from "./suggest.js";
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
const arrange = byId("arrange");
let asking = new AbortController();

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
  const asked = Boolean(query.q || query.similar);
  document.documentElement.dataset.view = asked ? "results" : "home";
  byId("home").hidden = asked;
  byId("answer").hidden = !asked;
  arrange.hidden = !query.q;
  if (query.q) await showAnswer(query, asking.signal);
  else if (query.similar) await showSimilar(query, asking.signal);
  else showHome();
}

function showHome() {
  document.title = TITLE;
  box.focus();
}

async function showAnswer(query, signal) {
  document.title = `${query.q}${query.page > 1 ? `, trang ${query.page}` : ""} - Tra Cứu`;
  remember(LAST_SEARCH, location.search);
  arrange.elements.sort.value = query.sort;
  arrange.elements.group.checked = Boolean(query.group);
  showChips(byId("chips"), query, go);
  await answerWith(`/api/search${writeQuery(query)}`, signal, (found) => showFound(query, found));
}

/** What is like a passage: no question, so nothing to filter. */
async function showSimilar(query, signal) {
  document.title = "Đoạn tương tự - Tra Cứu";
  byId("filters").hidden = true;
  byId("chips").hidden = true;
  await answerWith(similarApi(query.similar), signal, ({ passage, hits }) => {
    title.replaceChildren("Các đoạn gần nội dung với ", el("a", { href: `/van-ban/${passage.id}` }, passage.citation.short));
    announce(`${hits.length} đoạn gần nội dung với ${passage.citation.short}`);
    list.replaceChildren(hitList(hits.map((hit) => hitItem(hit)), 1));
  });
}

async function answerWith(address, signal, display) {
  title.textContent = "Đang tìm…";
  byId("understood").hidden = true;
  list.setAttribute("aria-busy", "true");
  try {
    display(await getJson(address, signal));
    restorePlace();
  } catch (problem) {
    if (signal.aborted) return;
    title.textContent = "Chưa tìm được";
    showProblem(list, problem, show);
  }
  list.removeAttribute("aria-busy");
}

function showFound(query, found) {
  title.textContent = outcome(found, query);
  announce(title.textContent);
  showUnderstood(byId("understood"), query, found, turnTo);
  showFilters(byId("filter-form"), found.facets, query, go);
  if (query.document && found.hits.length) showChips(byId("chips"), query, go, shortName(found.hits[0].document));
  if (found.total === 0) list.replaceChildren(hints(query));
  else showHits(query, found);
}

function outcome({ answered, total, page }, { group }) {
  if (total === 0) return "Không tìm được đoạn nào";
  if (!answered) return "Không tìm thấy căn cứ trong kho văn bản";
  const unit = group ? "văn bản" : "đoạn";
  const words = total >= MOST ? `Tìm được ${total} ${unit} sát nhất` : `Tìm được ${total} ${unit}`;
  return page > 1 ? `${words}, trang ${page}` : words;
}

function showHits(query, found) {
  const within = (documentId) => `/${writeQuery({ ...query, document: documentId, group: "", page: 1 })}`;
  const start = (found.page - 1) * found.page_size + 1;
  list.replaceChildren(
    found.answered ? "" : el("p", { class: "nearest" }, "Các mục gần nội dung câu hỏi nhất, để xem tiếp từ đó:"),
    hitList(found.hits.map((hit) => hitItem(hit, within)), start),
    pager(found, (page) => `/${writeQuery({ ...query, page })}`, (page) => turnTo({ ...query, page })) ?? "",
  );
}

const hitList = (items, start) => el("ol", { class: "plain hits", start: String(start) }, items);

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
      el("li", {}, "Dùng ít từ hơn, chọn từ thường gặp trong văn bản; bỏ dấu ngoặc kép nếu có."),
      el("li", {}, "Tìm theo số hiệu, ví dụ “nghị quyết 57 mục III khoản 2”."),
      el("li", {}, "Xem ", el("a", { href: "/van-ban" }, "danh sách văn bản"), " để biết kho có những gì."),
    ),
  );
}

async function loadCorpus() {
  const corpus = await getJson("/api/documents").catch(() => null);
  if (!corpus) return;
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
    if (event.key === "Escape" && !event.defaultPrevented) box.value = "";
  });
}

byId("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const asked = { ...readQuery(location.search), q: box.value.trim(), similar: "", page: 1 };
  await go(asked.q ? asked : withoutFilters(asked));
  if (asked.q) lead();
});
arrange.addEventListener("change", () => {
  const { sort, group } = arrange.elements;
  go({ ...readQuery(location.search), sort: sort.value, group: group.checked ? group.value : "", page: 1 });
});
window.addEventListener("popstate", show);
openWhenWide(byId("filters"));
showExamples();
suggestInto(box, byId("suggestions"));
listenForKeys();
show();
loadCorpus();

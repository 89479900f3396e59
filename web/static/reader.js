// The reader: a whole document, at the unit its address names.

import { documentApi, readReaderAddress } from "./address.js";
import { getJson } from "./api.js";
import { byId, el, isPlainClick, openWhenWide } from "./dom.js";
import { documentHead } from "./head.js";
import { markCurrent, nearest, showTree } from "./outline.js";
import { showProblem } from "./problem.js";
import { restorePlace } from "./scroll.js";
import { shortName } from "./text.js";
import { unitElements, unitId } from "./unit.js";

const head = byId("head");
const tree = byId("tree");
const outline = byId("outline");
const wide = matchMedia("(min-width: 60rem)");
const calm = matchMedia("(prefers-reduced-motion: reduce)");

async function open() {
  const { documentId } = readReaderAddress(location.pathname);
  try {
    show(await getJson(documentApi(documentId)));
  } catch (problem) {
    byId("body").hidden = true;
    document.title = `${problem.title} - Tra Cứu`;
    showProblem(head, problem, open);
    head.append(el("p", { class: "way-on" }, el("a", { href: "/van-ban" }, "Xem danh sách văn bản")));
  }
}

function show(detail) {
  head.replaceChildren(...documentHead(detail));
  byId("text").replaceChildren(...unitElements(detail));
  const links = showTree(tree, detail);
  byId("body").hidden = false;
  const units = new Map(detail.outline.map((unit) => [unit.address, unit]));
  const places = new Map([...units, ...rowsOf(detail.outline)]);
  const visit = (smooth) => goToAddress(detail.document, places, smooth);
  visit(false);
  restorePlace();
  window.addEventListener("popstate", () => visit(false));
  byId("body").addEventListener("click", (event) => followLink(event, visit));
  follow(units, links);
}

/** The rows of all tables by address; of rows that share one, the first. */
function rowsOf(outline) {
  const rows = outline.flatMap(({ tables }) => tables).flatMap((table) => table.rows);
  return rows.filter(({ head }) => !head).reverse().map((row) => [row.address, row]);
}

/** Goes to the unit in the page's address; where the document has no such unit, to the closest around it. */
function goToAddress(source, units, smooth) {
  const { unit: address } = readReaderAddress(location.pathname);
  unmark();
  const unit = address ? nearest(address, units) : null;
  document.title = `${unit ? `${unit.place} - ` : ""}${shortName(source)} - Tra Cứu`;
  if (unit) mark(unit, smooth);
  else if (address) head.append(el("p", { class: "notice lost" }, "Văn bản không có vị trí đã hỏi; sau đây là toàn văn."));
}

function unmark() {
  head.querySelector(".lost")?.remove();
  const marked = document.querySelector(".marked");
  marked?.classList.remove("marked");
  marked?.removeAttribute("role");
  marked?.removeAttribute("aria-label");
}

function mark(unit, smooth) {
  const element = byId(unitId(unit.address));
  element.classList.add("marked");
  // Named only while it is the goal: a name on every unit would make a screen reader say each place aloud.
  // A row keeps the role it has in its table.
  if (element.tagName !== "TR") {
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", unit.place);
  }
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "start", behavior: smooth && !calm.matches ? "smooth" : "auto" });
}

function followLink(event, visit) {
  const link = event.target.closest("#tree a, .permalink");
  if (!link || !isPlainClick(event)) return;
  event.preventDefault();
  if (link.href !== location.href) history.pushState(null, "", link.href);
  if (!wide.matches) outline.open = false;
  visit(true);
}

/** Shows in the outline which unit is at the height where people read, a quarter down the window. */
function follow(units, links) {
  const seen = new Set();
  const order = [...units.keys()];
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target.id.slice(2));
      const current = order.find((address) => seen.has(address));
      if (!current) return;
      markCurrent(tree, links, current);
      byId("here").textContent = units.get(current).place;
    },
    { rootMargin: "-25% 0px -74% 0px" },
  );
  for (const address of order) watcher.observe(byId(unitId(address)));
}

openWhenWide(outline);
open();

// The outline beside the text: a tree of links, and the one being read.

import { readerAddress } from "./address.js";
import { el } from "./dom.js";
import { ancestors, splitHeading } from "./unit.js";

const UNNUMBERED = { "phần đầu": "Phần mở đầu", ký: "Phần chữ ký", "nơi nhận": "Nơi nhận" };
const LONGEST_LABEL = 70;

/**
 * Draws the tree into `nav` and gives the link by unit address. Units without a title and without units
 * inside them are left out: they are what a reader reads, not what one looks for in a table of contents.
 */
export function showTree(nav, { document: source, outline }) {
  const parents = new Set(outline.flatMap(({ address }) => ancestors(address)));
  const shown = outline.filter((unit) => unit.heading || parents.has(unit.address) || unit.path.length === 1);
  const links = new Map();
  const items = new Map();
  const root = el("ol", {});
  for (const unit of shown) {
    const link = el("a", { href: readerAddress(source.id, unit.address), "data-unit": unit.address }, label(unit));
    links.set(unit.address, link);
    const item = el("li", {}, link);
    items.set(unit.address, item);
    listFor(unit.address, items, root).append(item);
  }
  nav.replaceChildren(root);
  return links;
}

function listFor(address, items, root) {
  const parent = nearest(address, items, false);
  if (!parent) return root;
  if (parent.lastElementChild.tagName !== "OL") parent.append(el("ol", {}));
  return parent.lastElementChild;
}

/** What `map` holds for a unit, or else for the closest unit around it. */
export function nearest(address, map, self = true) {
  const around = ancestors(address).reverse();
  const found = (self ? [address, ...around] : around).find((one) => map.has(one));
  return found === undefined ? null : map.get(found);
}

function label(unit) {
  const [{ unit: kind }] = unit.path;
  if (unit.path.length === 1 && UNNUMBERED[kind]) return UNNUMBERED[kind];
  const words = (splitHeading(unit).heading || unit.text).replace("\n", ". ");
  const characters = Array.from(words);
  return unit.heading || characters.length <= LONGEST_LABEL ? words : `${characters.slice(0, LONGEST_LABEL).join("")}…`;
}

/** Marks the link of the unit being read, and keeps it in view inside the outline's own scroll. */
export function markCurrent(nav, links, address) {
  const link = nearest(address, links);
  const before = nav.querySelector("[aria-current]");
  if (!link || link === before) return;
  before?.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
  const scroller = nav.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < scroller.top || place.bottom > scroller.bottom) {
    nav.scrollTop += place.top - scroller.top - scroller.height / 3;
  }
}

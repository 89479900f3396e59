// Filters: check boxes for the values the corpus has, and a button for each that is set.

import { FILTERS } from "./address.js";
import { byId, el } from "./dom.js";

// More values than this make a list nobody reads; the rest waits behind "Thêm".
const SHOWN = 6;

/** Draws the check boxes into `form`; `change(query)` is called with the question as it then is. */
export function showFilters(form, facets, query, change) {
  const held = form.contains(document.activeElement) ? document.activeElement : null;
  const unfolded = new Set([...form.querySelectorAll("details[open]")].map((details) => details.dataset.field));
  const groups = FILTERS.map(([field, title]) => {
    const options = values(facets[field], query[field]);
    return group(field, title, options, query, change, unfolded.has(field));
  });
  form.replaceChildren(...groups.filter(Boolean));
  form.parentElement.hidden = form.children.length === 0;
  if (held) [...form.elements].find(({ name, value }) => name === held.name && value === held.value)?.focus();
}

/** The values of the corpus, and those asked for which it does not have, so that they can be unset. */
function values(facet, chosen) {
  const known = new Set(facet.map(({ value }) => value));
  return [...facet, ...chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }))];
}

function group(field, title, options, query, change, unfolded) {
  if (options.length === 0) return null;
  const boxes = options.map((option) => box(field, option, query, change));
  const rest = boxes.splice(SHOWN);
  const open = unfolded || rest.some((label) => label.firstChild.checked);
  return el("fieldset", {}, el("legend", {}, title), boxes, rest.length ? more(rest, field, open) : null);
}

const more = (boxes, field, open) =>
  el("details", { class: "more", "data-field": field, open }, el("summary", {}, `Thêm ${boxes.length} mục`), boxes);

function box(field, { value, count }, query, change) {
  const input = el("input", { type: "checkbox", name: field, value, checked: query[field].includes(value) });
  input.addEventListener("change", () => change(withValue(query, field, value, input.checked)));
  return el("label", { class: "choice" }, input, el("span", {}, value, " ", el("span", { class: "amount" }, `(${count})`)));
}

function withValue(query, field, value, wanted) {
  const others = query[field].filter((one) => one !== value);
  return { ...query, [field]: wanted ? [...others, value] : others, page: 1 };
}

/** Draws a button for each filter that is set, and one to unset all. */
export function showChips(place, query, change, documentName = "một văn bản") {
  const chips = FILTERS.flatMap(([field]) =>
    query[field].map((value) => chip(value, () => change(withValue(query, field, value, false)))),
  );
  if (query.document) chips.unshift(chip(`Trong: ${documentName}`, () => change({ ...query, document: "", page: 1 })));
  if (chips.length > 1) chips.push(el("button", { type: "button", class: "link", onclick: () => change(withoutFilters(query)) }, "Bỏ lọc tất cả"));
  const held = place.contains(document.activeElement);
  place.hidden = chips.length === 0;
  place.replaceChildren(...chips);
  if (held) (chips[0] ?? byId("results-title")).focus({ preventScroll: true });
}

function chip(words, onclick) {
  return el(
    "button",
    { type: "button", class: "chip", "aria-label": `Bỏ lọc ${words}`, onclick },
    words,
    el("span", { class: "cross", "aria-hidden": "true" }, "×"),
  );
}

/** The same question over the whole corpus. */
export function withoutFilters(query) {
  const all = { ...query, document: "", page: 1 };
  for (const [field] of FILTERS) all[field] = [];
  return all;
}

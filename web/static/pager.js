// Page links of a list.

import { el, isPlainClick } from "./dom.js";

/** Links to the pages of a list, or null where there is one page; `open(page)` is called on a plain click. */
export function pager({ page, page_size: size, total }, addressOf, open) {
  const last = Math.ceil(total / size);
  if (last <= 1) return null;
  const link = (to, words, attributes = {}) =>
    el("a", { href: addressOf(to), onclick: (event) => follow(event, to, open), ...attributes }, words);
  const numbers = shownPages(page, last).map((to) =>
    el("li", {}, to === null ? el("span", { class: "gap" }, "…") : link(to, String(to), numberAttributes(to, page))),
  );
  return el(
    "nav",
    { class: "pager", "aria-label": "Các trang kết quả" },
    page > 1 ? link(page - 1, "Trang trước", { class: "step", rel: "prev" }) : null,
    el("ul", {}, numbers),
    page < last ? link(page + 1, "Trang sau", { class: "step", rel: "next" }) : null,
  );
}

function follow(event, to, open) {
  if (!isPlainClick(event)) return;
  event.preventDefault();
  open(to);
}

const numberAttributes = (to, page) => ({
  "aria-label": `Trang ${to}`,
  "aria-current": to === page ? "page" : null,
});

/** The first, the last and those around the current page; null stands for a gap. */
function shownPages(page, last) {
  const wanted = [...new Set([1, page - 1, page, page + 1, last])].filter((to) => to >= 1 && to <= last);
  return wanted.flatMap((to, index) => (index && to - wanted[index - 1] > 1 ? [null, to] : [to]));
}

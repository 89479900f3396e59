// Adding a passage to a pack without leaving the page it was found on.

import { announce, el } from "./dom.js";
import { OPEN_PACK, recall } from "./memory.js";

document.addEventListener("submit", async (event) => {
  const form = event.target.closest(".add-passage");
  if (!form) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form));
  const passage = body.get("passage");
  // A press while the first one is on its way would add nothing, and say so in the place of what it did.
  if (form.dataset.waiting) return;
  form.dataset.waiting = "";
  body.set("opened", recall(OPEN_PACK) ?? "");
  const answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body }).catch(() => null);
  delete form.dataset.waiting;
  tell(form, ...outcome(answer?.ok, await answer?.json().catch(() => null), passage));
});

function outcome(isDone, told, passage) {
  if (!isDone) return [told?.detail ?? "Chưa thêm được: máy chủ không trả lời. Xin thử lại.", []];
  const name = `«${told.title || "Tập chưa đặt tên"}»`;
  const words = told.is_present
    ? `Đoạn này đã có trong ${name}.`
    : `${told.is_new ? "Đã lập tập mới và thêm vào" : "Đã thêm vào"} ${name}, là trích dẫn ${told.label}.`;
  return [
    words,
    [
      el("a", { href: `${told.address}#trich-dan-${told.label}` }, "Mở tập"),
      el("a", { href: `/tap/them?doan=${encodeURIComponent(passage)}` }, "Thêm vào tập khác"),
    ],
  ];
}

/** Says what came of it beside the button; what was said there before goes. */
function tell(form, words, links) {
  const place = form.closest(".further, .unit-actions");
  if (place.nextElementSibling?.matches(".added")) place.nextElementSibling.remove();
  place.after(el("p", { class: "added apart" }, el("span", {}, words), ...links));
  announce(words);
}

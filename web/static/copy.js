// Copying to the clipboard, also where the browser keeps its clipboard for secure sites only.
// A button carries what it copies in `data-copy`, and what is said when it is done in `data-done`.

import { announce, el } from "./dom.js";

const THANKS_MS = 2500;

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("button[data-copy]");
  if (!button) return;
  const { copy: text, done } = button.dataset;
  if (button.nextElementSibling?.matches(".by-hand")) button.nextElementSibling.remove();
  if (await copy(text)) thank(button, done);
  else offerByHand(button, text);
});

function thank(button, done) {
  announce(done);
  button.dataset.label ??= button.textContent;
  // What stands beside it stays where it is: a second click must not land on the next button.
  const { width, height } = button.getBoundingClientRect();
  Object.assign(button.style, { minWidth: `${width}px`, minHeight: `${height}px` });
  button.textContent = "Đã chép";
  button.classList.add("done");
  clearTimeout(button.thanks);
  button.thanks = setTimeout(() => {
    button.textContent = button.dataset.label;
    button.removeAttribute("style");
    button.classList.remove("done");
  }, THANKS_MS);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard on plain http, the usual case inside an office network: the old way still works there.
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const active = document.activeElement;
  const area = el("textarea", { class: "unseen", readonly: true, "aria-hidden": "true" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  active?.focus({ preventScroll: true });
  return copied;
}

function offerByHand(button, text) {
  const area = el("textarea", { class: "by-hand", readonly: true, rows: "4", "aria-label": "Lời cần chép" });
  area.value = text;
  button.after(area);
  area.select();
  announce("Trình duyệt không cho chép tự động. Lời cần chép đã được chọn sẵn, xin bấm Ctrl và C.");
}

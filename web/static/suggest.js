// Suggestions under the search box: a combobox as ARIA 1.2 describes it. Without this script the box is a plain field.

import { announce, el } from "./dom.js";

// Long enough not to ask for every letter of a fast typist, short enough to seem at once.
const PAUSE_MS = 120;
const SORTS = { document: "văn bản", unit: "mục", term: "từ ngữ" };

/** Shows suggestions for what is typed into `box` in the listbox `list`. */
export function suggestInto(box, list) {
  let active = -1;
  let pause = 0;
  let asking = new AbortController();
  const options = () => [...list.children];

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  close();

  function close() {
    clearTimeout(pause);
    asking.abort();
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(index) {
    active = index;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) box.removeAttribute("aria-activedescendant");
    else {
      box.setAttribute("aria-activedescendant", options()[index].id);
      options()[index].scrollIntoView({ block: "nearest" });
    }
  }

  async function ask() {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const typed = box.value;
    const found = await suggestionsFor(typed, signal);
    if (found && !signal.aborted) show(found);
  }

  function show(suggestions) {
    if (suggestions.length === 0) {
      close();
      return;
    }
    list.replaceChildren(...suggestions.map((suggestion, index) => option(suggestion, index)));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    activate(-1);
    announce(`Có ${suggestions.length} gợi ý, dùng phím mũi tên để chọn`);
  }

  function option(suggestion, index) {
    const { text, detail, type } = suggestion;
    const shown = el(
      "li",
      { id: `${list.id}-${index}`, role: "option", "aria-selected": "false" },
      el("span", { class: "suggested" }, text, detail ? el("span", { class: "detail" }, ` ${detail}`) : null),
      el("span", { class: "sort-of" }, SORTS[type]),
    );
    shown.addEventListener("click", () => choose(suggestion));
    shown.choose = () => choose(suggestion);
    return shown;
  }

  function choose({ type, text, document: documentId, address }) {
    close();
    if (type !== "term") {
      location.assign(readerAddress(documentId, address));
      return;
    }
    box.value = text;
    box.form.requestSubmit();
  }

  function move(step) {
    const count = options().length + 1;
    // One place more than there are options: the box itself, with what was typed.
    activate(((active + 1 + step + count) % count) - 1);
  }

  const keys = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: close,
    Enter: () => options()[active].choose(),
  };

  box.addEventListener("input", () => {
    clearTimeout(pause);
    asking.abort();
    if (box.value.trim()) pause = setTimeout(ask, PAUSE_MS);
    else close();
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing || !keys[event.key] || (event.key === "Enter" && active < 0)) return;
    event.preventDefault();
    keys[event.key]();
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
  // The box keeps the focus: else its blur would close the list before the click arrives.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
}

/** What may be meant by what was typed; null if that cannot be had: whoever gets none can still search. */
async function suggestionsFor(typed, signal) {
  try {
    const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed })}`, { signal });
    return answer.ok ? (await answer.json()).suggestions : null;
  } catch {
    return null;
  }
}

/** The permanent address of a document or of a unit in it. */
const readerAddress = (documentId, unit) =>
  `/van-ban/${[documentId, ...(unit?.split("/") ?? [])].map(encodeURIComponent).join("/")}`;

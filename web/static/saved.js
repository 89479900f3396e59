// Searches that a reader keeps: on this machine only, the server knows nothing of them.

import { announce, byId, el } from "./dom.js";
import { recall, remember, SAVED } from "./memory.js";

// More are not looked through; the oldest go.
const MOST = 30;

/** The searches kept, newest first: `{address, name}`. */
function saved() {
  try {
    const kept = JSON.parse(recall(SAVED) ?? "[]");
    return kept.filter(({ address, name }) => /^\/\?/.test(address) && typeof name === "string");
  } catch {
    return [];
  }
}

const keep = (searches) => remember(SAVED, JSON.stringify(searches.slice(0, MOST)));

const without = (address) => saved().filter((one) => one.address !== address);

/** The search shown, from its first page on, under the words that are typed and the filters that are set. */
function shown() {
  const asked = new URLSearchParams(location.search);
  asked.delete("page");
  const chips = [...document.querySelectorAll(".chip")].map((chip) => chip.firstChild.data.trim());
  return { address: `/?${asked}`, name: [asked.get("q").trim(), ...chips].join(" · ") };
}

function offer(button) {
  const { address, name } = shown();
  const isSaved = () => saved().some((one) => one.address === address);
  const show = () => {
    button.setAttribute("aria-pressed", String(isSaved()));
    button.textContent = isSaved() ? "Đã lưu câu tìm" : "Lưu câu tìm";
  };
  button.addEventListener("click", () => {
    keep(isSaved() ? without(address) : [{ address, name }, ...saved()]);
    show();
    announce(isSaved() ? "Đã lưu câu tìm; mở lại từ trang Tìm kiếm." : "Đã bỏ câu tìm khỏi danh sách đã lưu.");
  });
  show();
}

function list(place) {
  const items = saved().map(({ address, name }) => item(place, address, name));
  place.replaceChildren(...items);
  place.hidden = items.length === 0;
  byId("saved-none").hidden = items.length > 0;
}

function item(place, address, name) {
  const remove = el("button", { type: "button", class: "link", "aria-label": `Bỏ câu tìm ${name}` }, "Bỏ");
  remove.addEventListener("click", () => {
    keep(without(address));
    list(place);
    announce(`Đã bỏ câu tìm ${name}.`);
    (place.querySelector("button") ?? byId("q")).focus();
  });
  return el("li", {}, el("a", { href: address }, name), remove);
}

if (byId("save")) offer(byId("save"));
if (byId("saved-list")) list(byId("saved-list"));

// The order of the passages of a pack: by buttons, by the keys at a handle, and by dragging it.

import { announce, byId } from "./dom.js";

const cards = byId("cards");
const noPassage = byId("no-passage");
// So close to the edge of the window, in pixels, the page moves along.
const EDGE = 80;

export function arrangeCards(changed) {
  const list = () => [...cards.children];
  const placeOf = (card) => list().indexOf(card) + 1;

  function arranged(card, words) {
    list().forEach((one, index, all) => {
      one.querySelector(".up").disabled = index === 0;
      one.querySelector(".down").disabled = index === all.length - 1;
    });
    noPassage.hidden = list().length > 0;
    announce(words);
    changed();
  }

  function move(card, by) {
    const others = list();
    const goal = others[others.indexOf(card) + by];
    if (!goal) {
      announce(by < 0 ? "Trích dẫn này đã ở đầu tập." : "Trích dẫn này đã ở cuối tập.");
      return;
    }
    if (by < 0) goal.before(card);
    else goal.after(card);
    arranged(card, toldOf(card));
  }

  const toldOf = (card) => `Trích dẫn ${card.dataset.label} nay ở vị trí ${placeOf(card)} trong ${list().length}.`;

  cards.addEventListener("click", (event) => {
    const button = event.target.closest(".up, .down, .out");
    if (!button) return;
    event.preventDefault();
    const card = button.closest(".card");
    if (button.matches(".out")) takeOut(card);
    else {
      move(card, button.matches(".up") ? -1 : 1);
      // At the end of its way a button is switched off, and the keyboard goes on from the other one.
      const next = button.disabled ? card.querySelector(".card-moves button:not(:disabled)") : button;
      next.focus();
      card.scrollIntoView({ block: "nearest" });
    }
  });

  function takeOut(card) {
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    arranged(card, `Đã bỏ trích dẫn ${card.dataset.label} khỏi tập. Bấm “Hoàn tác” để lấy lại.`);
    (next?.querySelector(".handle") ?? byId("undo")).focus();
  }

  cards.addEventListener("keydown", (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.target.matches(".handle")) return;
    event.preventDefault();
    const card = event.target.closest(".card");
    move(card, by);
    event.target.focus();
    card.scrollIntoView({ block: "nearest" });
  });

  cards.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle || event.button) return;
    event.preventDefault();
    handle.focus();
    drag(handle, event);
  });

  /** While a card is dragged all are folded to their heads: the way is short, on a phone too. */
  function drag(handle, { pointerId, clientY }) {
    const card = handle.closest(".card");
    const before = list().indexOf(card);
    const folded = () => {
      cards.classList.add("sorting");
      card.classList.add("dragged");
      keepUnder(handle, y);
    };
    let y = clientY;
    let frame = 0;
    handle.setPointerCapture(pointerId);
    folded();

    const follow = (event) => {
      y = event.clientY;
      settle();
    };
    function settle() {
      const over = list().find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return one !== card && y >= top && y <= bottom;
      });
      if (!over) return;
      const { top, height } = over.getBoundingClientRect();
      const isAbove = y < top + height / 2;
      if (isAbove && over !== card.nextElementSibling) over.before(card);
      else if (!isAbove && over !== card.previousElementSibling) over.after(card);
      if (!handle.hasPointerCapture(pointerId)) handle.setPointerCapture(pointerId);
    }
    function scrollAtEdge() {
      const by = y < EDGE ? -8 : y > innerHeight - EDGE ? 8 : 0;
      if (by) {
        scrollBy(0, by);
        settle();
      }
      frame = requestAnimationFrame(scrollAtEdge);
    }
    function drop(event) {
      cancelAnimationFrame(frame);
      cards.removeEventListener("pointermove", follow);
      for (const name of ["pointerup", "pointercancel"]) cards.removeEventListener(name, drop);
      const here = list().indexOf(card);
      if (event.type === "pointercancel" && here !== before) put(card, before);
      cards.classList.remove("sorting");
      card.classList.remove("dragged");
      keepUnder(handle, y);
      handle.focus({ preventScroll: true });
      if (list().indexOf(card) !== before) arranged(card, toldOf(card));
    }
    cards.addEventListener("pointermove", follow);
    for (const name of ["pointerup", "pointercancel"]) cards.addEventListener(name, drop);
    frame = requestAnimationFrame(scrollAtEdge);
  }

  function put(card, place) {
    card.remove();
    const after = cards.children[place];
    if (after) after.before(card);
    else cards.append(card);
  }

  const text = byId("introduction");
  let isKnown = false;
  text.addEventListener("focus", () => {
    isKnown = true;
  });

  cards.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-insert]");
    if (!button) return;
    // Where one was writing last; who has not been there writes at its end.
    const at = isKnown ? text.selectionEnd : text.value.trimEnd().length;
    const gap = at > 0 && !/\s/.test(text.value[at - 1]) ? " " : "";
    text.setRangeText(gap + button.dataset.insert, at, at, "end");
    announce(`Đã chèn ${button.dataset.insert} vào đề dẫn.`);
    changed();
  });
}

/** Scrolls so that an element lies under the pointer again. */
function keepUnder(element, y) {
  const { top, height } = element.getBoundingClientRect();
  scrollBy(0, top + height / 2 - y);
}

// Reading aloud, unit by unit, where the browser has a Vietnamese voice. The voice is the system's: nothing is sent.

import { announce, byId } from "./dom.js";
import { chosenUnit, wordsOf } from "./reader-actions.js";
import { placeOf } from "./reader-goal.js";

// Some browsers fall silent in the middle of a long text: it is given to them in pieces.
const LONGEST_PIECE = 200;

const start = byId("read-aloud");
const bar = byId("reading");
let current = null;

export function offerReadAloud() {
  if (!("speechSynthesis" in window)) return;
  const offer = () => {
    start.hidden = !voice();
  };
  offer();
  speechSynthesis.addEventListener?.("voiceschanged", offer);
  start.addEventListener("click", () => read(chosenUnit()));
  byId("stop-reading").addEventListener("click", stop);
  // Some browsers go on speaking after the page is gone.
  window.addEventListener("pagehide", stop);
}

const voice = () => speechSynthesis.getVoices().find(({ lang }) => /^vi\b/i.test(lang.replace("_", "-")));

function read(unit) {
  stop();
  if (!unit) return;
  current = unit;
  unit.classList.add("spoken");
  bar.hidden = false;
  byId("reading-place").textContent = placeOf(unit);
  unit.scrollIntoView({ block: "nearest" });
  const pieces = inPieces(wordsOf(unit));
  pieces.forEach((piece, index) => {
    const spoken = new SpeechSynthesisUtterance(piece);
    spoken.voice = voice();
    spoken.lang = "vi-VN";
    if (index === pieces.length - 1) spoken.onend = () => current === unit && read(following(unit));
    speechSynthesis.speak(spoken);
  });
}

function stop() {
  if (!current) return;
  current.classList.remove("spoken");
  current = null;
  bar.hidden = true;
  speechSynthesis.cancel();
  announce("Đã dừng đọc.");
}

const following = (unit) => unit.nextElementSibling ?? unit.parentElement.nextElementSibling?.querySelector(".unit");

/** A text cut at its stops and commas. */
function inPieces(text) {
  const parts = text.match(/[^.;:,\n]+[.;:,\n]*\s*/g) ?? [text];
  return parts.reduce(
    (pieces, part) => {
      const last = pieces.at(-1);
      if (last.length + part.length > LONGEST_PIECE && last) pieces.push(part);
      else pieces[pieces.length - 1] = last + part;
      return pieces;
    },
    [""],
  );
}

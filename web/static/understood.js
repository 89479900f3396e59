// How the question was understood, where it was not taken as typed or may mean several documents.

import { writeQuery } from "./address.js";
import { el, isPlainClick } from "./dom.js";
import { shortName, writtenDate } from "./text.js";

/** Draws into `place` what the answer tells of the question; `go(query)` asks another one. */
export function showUnderstood(place, query, { understood, choices }, go) {
  const ask = (change, ...words) => {
    const asked = { ...query, ...change, page: 1 };
    const onclick = (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      go(asked);
    };
    return el("a", { href: `/${writeQuery(asked)}`, onclick }, words);
  };
  const told = [
    understood.changes.length ? el("p", {}, "Đã tìm theo: ", el("strong", {}, understood.text)) : null,
    understood.suggestion
      ? el("p", {}, "Có phải đồng chí muốn tìm: ", ask({ q: understood.suggestion }, understood.suggestion))
      : null,
    choices.length ? choiceList(choices, ask) : null,
  ].filter(Boolean);
  place.hidden = told.length === 0;
  place.replaceChildren(...told);
}

function choiceList(choices, ask) {
  const serials = new Set(choices.map(({ number }) => Number.parseInt(number, 10)));
  const shared = serials.size === 1 ? "mang số này" : "được gọi như vậy";
  return el(
    "section",
    { "aria-labelledby": "choices-title" },
    el("p", { id: "choices-title" }, `Có ${choices.length} văn bản ${shared}:`),
    el("ul", { class: "plain links" }, choices.map((choice) => el("li", {}, ask({ document: choice.id }, named(choice)), " ", choice.title))),
  );
}

const named = (choice) => [shortName(choice), choice.issued_on ? `ngày ${writtenDate(choice.issued_on)}` : null].filter(Boolean).join(", ");

// Puts what was typed into a pack, and could not be sent, back into its form.

import { byId } from "./dom.js";
import { addRow } from "./pack-rows.js";

const LISTS = [
  ["steps", "step_what"],
  ["questions", "question"],
];

/** Fills a form in as it was when its fields were read; cards that are not on the page any more stay away. */
export function fill(form, fields) {
  for (const [list, name] of LISTS) while (byId(list).children.length < fields.getAll(name).length) addRow(byId(list));
  arrange(fields.getAll("passage"));
  for (const name of new Set(fields.keys())) {
    if (name === "passage") continue;
    const values = fields.getAll(name);
    const named = [...form.elements].filter((field) => field.name === name);
    named.forEach((field, index) => {
      if (field.type === "radio") field.checked = values.includes(field.value);
      else field.value = values[index] ?? "";
    });
  }
}

function arrange(labels) {
  const cards = byId("cards");
  const byLabel = new Map([...cards.children].map((card) => [card.dataset.label, card]));
  cards.replaceChildren(...labels.map((label) => byLabel.get(label)).filter(Boolean));
}

// A table of a document: rows and cells as they are printed, each row with the address it is cited by.

import { el } from "./dom.js";

/** Draws a table. `rowId` gives the id of a row from its address; the first row of an address bears it. */
export function tableElement({ place, columns, rows }, rowId) {
  const met = new Set();
  const reach = new Array(columns).fill(0);
  const drawn = rows.map((row, index) => {
    const id = row.head || met.has(row.address) ? null : rowId(row.address);
    met.add(row.address);
    return el("tr", { id, tabindex: id ? "-1" : null }, cellsOf(row, index, reach, rows.length));
  });
  const heads = rows.findIndex((row) => !row.head);
  return el(
    "div",
    { class: "table-frame", role: "region", "aria-label": place, tabindex: "0" },
    el("table", {}, el("thead", {}, drawn.slice(0, heads)), el("tbody", {}, drawn.slice(heads))),
  );
}

/** The cells of a row, empty ones where nothing is printed; `reach` says down to which row each column is taken. */
function cellsOf({ head, cells }, index, reach, count) {
  const printed = new Map(cells.map((cell) => [cell.column, cell]));
  const drawn = [];
  for (let column = 0; column < reach.length; ) {
    const cell = printed.get(column);
    if (!cell && reach[column] > index) {
      column += 1;
      continue;
    }
    const { text, columns, rows } = cell ?? { text: "", columns: 1, rows: 1 };
    const down = Math.min(rows, count - index);
    reach.fill(index + down, column, column + columns);
    drawn.push(
      el(
        head ? "th" : "td",
        { class: "words", scope: head ? "col" : null, colspan: columns > 1 ? columns : null, rowspan: down > 1 ? down : null },
        text,
      ),
    );
    column += columns;
  }
  return drawn;
}

// Lists of a pack that grow and shrink: the time plan with its sum, and the questions.

import { announce, byId } from "./dom.js";

export function changeRows(changed) {
  document.addEventListener("click", (event) => {
    const more = event.target.closest("[data-more]");
    const drop = event.target.closest(".drop");
    if (!more && !drop) return;
    event.preventDefault();
    if (more) addRow(byId(more.dataset.more)).querySelector("textarea").focus();
    else dropRow(drop.closest(".row"));
    changed();
  });
  byId("steps").addEventListener("input", showSum);
  document.querySelector(".occasions").addEventListener("change", showSum);
}

/** A further line, empty, at the end of a list. */
export function addRow(list) {
  const row = list.lastElementChild.cloneNode(true);
  list.append(row);
  empty(row);
  name(list);
  return row;
}

/** The last row stays, emptied: it is the one that others are made from. */
function dropRow(row) {
  const list = row.parentElement;
  const next = row.nextElementSibling ?? row.previousElementSibling;
  if (next) row.remove();
  else empty(row);
  name(list);
  showSum();
  (next ?? row).querySelector("textarea").focus();
  announce("Đã bỏ. Bấm “Hoàn tác” để lấy lại.");
}

function empty(row) {
  for (const field of row.querySelectorAll("input, textarea")) field.value = "";
}

/** Rows are counted anew in what they are called. */
function name(list) {
  [...list.children].forEach((row, index) => {
    for (const part of row.querySelectorAll("[aria-label]")) {
      part.setAttribute("aria-label", part.getAttribute("aria-label").replace(/\d+$/, index + 1));
    }
    const drop = row.querySelector(".drop");
    drop.value = drop.value.replace(/\d+$/, index);
  });
}

function showSum() {
  const minutes = [...document.querySelectorAll("[name=step_minutes]")].reduce((sum, { value }) => sum + (Number(value) || 0), 0);
  byId("minutes-sum").textContent = minutes;
  const { most, occasion } = byId("minutes").dataset;
  byId("minutes-over").hidden = minutes <= Number(most) || byId("pack").elements.namedItem("occasion").value !== occasion;
}

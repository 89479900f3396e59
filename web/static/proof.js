// The proof of a PDF: draws a page of the original, marks the lines of the passage, turns and enlarges.
// pdf.js is loaded here and nowhere else. What cannot be drawn is left to the link to the file.

import { byId, isPlainClick } from "./dom.js";

const PDFJS = "/static/vendor/pdfjs/";
const ZOOMS = [1, 1.25, 1.5, 2, 3];
// What a phone can still hold: four bytes a pixel.
const MOST_PIXELS = 16_000_000;
// Letters stand a little out of their lines' rectangles, in points.
const AROUND = 1.5;

const sheet = byId("sheet");
const pages = Number(sheet.dataset.pages);
const labels = JSON.parse(sheet.dataset.labels);
const lines = JSON.parse(sheet.dataset.lines);

let page = Number(sheet.dataset.page);
let zoom = 0;
let file = null;
let drawing = null;
let drawings = 0;

async function open() {
  // The place is kept from the first moment on, and the word that nothing can be shown waits until that is so.
  byId("no-sheet").hidden = true;
  sheet.hidden = false;
  sheet.setAttribute("aria-busy", "true");
  try {
    const pdfjs = await import(`${PDFJS}pdf.min.mjs`);
    pdfjs.GlobalWorkerOptions.workerSrc = `${PDFJS}pdf.worker.min.mjs`;
    const opened = await pdfjs.getDocument({
      url: sheet.dataset.file,
      standardFontDataUrl: `${PDFJS}standard_fonts/`,
      wasmUrl: `${PDFJS}wasm/`,
      useWorkerFetch: true,
      // Of a large scan only what the page needs is fetched.
      disableAutoFetch: true,
      disableStream: true,
    }).promise;
    file = { opened, pdfjs };
    await draw();
    byId("zoom").hidden = false;
    follow();
  } catch (error) {
    fail(error);
  }
}

/** Draws the page that is shown now; what was being drawn before is given up. */
async function draw() {
  drawing?.cancel();
  const mine = (drawings += 1);
  const source = await file.opened.getPage(page);
  if (mine !== drawings) return;
  const natural = source.getViewport({ scale: 1 });
  const viewport = source.getViewport({ scale: (sheet.clientWidth / natural.width) * ZOOMS[zoom] });
  // Drawn aside, so that the page before stays until this one is there.
  const leaf = sheet.firstElementChild.cloneNode(true);
  const [canvas, marks, letters] = leaf.children;
  canvas.setAttribute("aria-label", `Hình trang ${page} của bản gốc`);
  const ratio = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  leaf.style.width = `${viewport.width}px`;
  leaf.style.height = `${viewport.height}px`;
  leaf.style.setProperty("--total-scale-factor", viewport.scale);
  letters.replaceChildren();
  markLines(marks, natural);
  const transform = [ratio, 0, 0, ratio, 0, 0];
  const task = source.render({ canvas, viewport, transform });
  drawing = task;
  try {
    const layer = new file.pdfjs.TextLayer({ textContentSource: source.streamTextContent(), container: letters, viewport });
    await Promise.all([task.promise, layer.render()]);
  } catch (error) {
    if (error instanceof file.pdfjs.RenderingCancelledException) return;
    throw error;
  }
  if (mine !== drawings) return;
  sheet.replaceChildren(leaf);
  showMark(leaf);
  sheet.removeAttribute("aria-busy");
  sheet.dataset.drawn = `${page}/${ZOOMS[zoom]}`;
}

/** Marks the passage's lines on the page, turned as the page is. */
function markLines(marks, viewport) {
  marks.replaceChildren();
  marks.setAttribute("viewBox", `0 0 ${viewport.width} ${viewport.height}`);
  for (const [, left, bottom, right, top] of lines.filter(([of]) => of === page)) {
    const [x1, y1] = viewport.convertToViewportPoint(left, bottom);
    const [x2, y2] = viewport.convertToViewportPoint(right, top);
    const rect = document.createElementNS(marks.namespaceURI, "rect");
    rect.setAttribute("x", Math.min(x1, x2) - AROUND);
    rect.setAttribute("y", Math.min(y1, y2) - AROUND);
    rect.setAttribute("width", Math.abs(x2 - x1) + 2 * AROUND);
    rect.setAttribute("height", Math.abs(y2 - y1) + 2 * AROUND);
    marks.append(rect);
  }
}

/** Brings the first marked line into view, inside the sheet only: the page around stays where it is. */
function showMark(leaf) {
  const first = leaf.querySelector(".marks rect");
  const top = first ? first.getBoundingClientRect().top - leaf.getBoundingClientRect().top : 0;
  const left = first ? first.getBoundingClientRect().left - leaf.getBoundingClientRect().left : 0;
  sheet.scrollTo(left - sheet.clientWidth / 10, top - sheet.clientHeight / 4);
}

function turnTo(wanted) {
  page = Math.min(Math.max(wanted, 1), pages);
  const words = `Trang ${page} / ${pages}${printed()}`;
  byId("page-words").textContent = words;
  sheet.setAttribute("aria-label", `${words} của bản gốc`);
  byId("whole-file").hash = byId("open-page").hash = `page=${page}`;
  lead("page-before", page - 1);
  lead("page-after", page + 1);
  draw().catch(fail);
}

function printed() {
  const label = labels[page - 1] ?? "";
  return label && label !== String(page) ? ` (in số ${label})` : "";
}

/** A link that turns the page; at the first and the last page one of the two leads nowhere. */
function lead(id, to) {
  const link = byId(id);
  if (to >= 1 && to <= pages) {
    link.href = `?page=${to}`;
    link.removeAttribute("role");
    link.removeAttribute("aria-disabled");
  } else {
    link.removeAttribute("href");
    link.setAttribute("role", "link");
    link.setAttribute("aria-disabled", "true");
  }
}

function follow() {
  byId("printed-title").parentElement.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="?page="]');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    const wanted = Number(new URL(link.href).searchParams.get("page"));
    history.pushState({ page: wanted }, "", link.href);
    turnTo(wanted);
  });
  const first = page;
  window.addEventListener("popstate", ({ state }) => turnTo(state?.page ?? first));
  byId("smaller").addEventListener("click", () => enlarge(zoom - 1));
  byId("larger").addEventListener("click", () => enlarge(zoom + 1));
  let width = sheet.clientWidth;
  new ResizeObserver(() => {
    if (sheet.clientWidth === width) return;
    width = sheet.clientWidth;
    draw().catch(fail);
  }).observe(sheet);
  enlarge(zoom);
}

function enlarge(wanted) {
  const before = zoom;
  zoom = Math.min(Math.max(wanted, 0), ZOOMS.length - 1);
  byId("smaller").disabled = zoom === 0;
  byId("larger").disabled = zoom === ZOOMS.length - 1;
  if (zoom !== before) draw().catch(fail);
}

function fail(error) {
  console.warn("Không vẽ được trang gốc:", error);
  byId("no-sheet").hidden = false;
  sheet.hidden = true;
  byId("zoom").hidden = true;
}

open();

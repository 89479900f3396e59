// Words and characters. Offsets of the API count Unicode code points, not JavaScript's 16-bit units.

/** The name a document goes by: `Nghị quyết 57-NQ/TW`. */
export function shortName(documentOut) {
  return [documentOut.kind ?? "Văn bản", documentOut.number ?? documentOut.title].filter(Boolean).join(" ");
}

/** `2025-04-07` as Party offices write it: `07/4/2025`; months 1 and 2 take a zero. */
export function writtenDate(iso) {
  const [year, month, day] = iso.split("-");
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

/** A quotation with its source, ready to paste. */
export const quotation = (text, citation) => `“${text.trim()}” (${citation})`;

/**
 * Cuts a text into `{text, hit}` pieces at the highlights `[start, end)`.
 * Hits with nothing but blanks between them become one, so that a phrase is marked as a phrase.
 */
export function cutAtHits(text, highlights) {
  const characters = Array.from(text);
  const pieces = [];
  let end = 0;
  for (const [from, to] of joined(characters, highlights)) {
    if (from > end) pieces.push({ text: characters.slice(end, from).join(""), hit: false });
    pieces.push({ text: characters.slice(from, to).join(""), hit: true });
    end = to;
  }
  if (end < characters.length) pieces.push({ text: characters.slice(end).join(""), hit: false });
  return pieces;
}

/** Spans of a text, counted from where a piece of it starts, as far as they lie in the piece. */
export function inside(spans, start, piece) {
  const length = Array.from(piece).length;
  return spans
    .map(([from, to]) => [Math.max(0, from - start), Math.min(length, to - start)])
    .filter(([from, to]) => from < to);
}

function joined(characters, highlights) {
  const spans = [];
  for (const [from, to] of [...highlights].sort((a, b) => a[0] - b[0])) {
    const last = spans.at(-1);
    const gap = last ? characters.slice(last[1], from).join("") : "gap";
    if (gap.trim() === "") last[1] = Math.max(last[1], to);
    else spans.push([from, to]);
  }
  return spans;
}

/** `Hiệu lực: chưa rõ`, `Hết hiệu lực do …`, and whether the reader must be warned before quoting. */
export function validityOf(documentOut) {
  const { validity } = documentOut;
  const warn = !["chưa rõ", "còn hiệu lực"].includes(validity);
  return { text: warn ? validity[0].toUpperCase() + validity.slice(1) : `Hiệu lực: ${validity}`, warn };
}

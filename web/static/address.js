// Addresses of the pages.

/** The permanent address of a document or of a unit in it. */
export function readerAddress(documentId, unit = "") {
  const steps = unit ? unit.split("/") : [];
  return ["/van-ban", documentId, ...steps].map((step, index) => (index ? encodeURIComponent(step) : step)).join("/");
}

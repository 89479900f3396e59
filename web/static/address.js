// Addresses of the pages: what a reader asked for is all in them, so that they can be shared.

/** The fields that filter, with the words readers see. */
export const FILTERS = [
  ["kind", "Loại văn bản"],
  ["issuer", "Cơ quan ban hành"],
  ["year", "Năm ban hành"],
  ["validity", "Hiệu lực"],
];

/**
 * The question in an address: `{q, similar, document, kind: [], issuer: [], year: [], validity: [], sort, group, page}`.
 * `similar` is the id of a passage whose like are wanted; `sort` and `group` are empty where nothing special is.
 */
export function readQuery(search) {
  const parameters = new URLSearchParams(search);
  const query = { q: (parameters.get("q") ?? "").trim(), document: parameters.get("document") ?? "" };
  query.similar = parameters.get("similar") ?? "";
  for (const [field] of FILTERS) query[field] = parameters.getAll(field);
  query.sort = parameters.get("sort") === "date" ? "date" : "";
  query.group = parameters.get("group") === "document" ? "document" : "";
  query.page = Math.max(1, Number.parseInt(parameters.get("page"), 10) || 1);
  return query;
}

/** The question as `?q=…`, for the pages and for the API alike; the empty string where nothing is asked. */
export function writeQuery(query) {
  const parameters = new URLSearchParams();
  if (query.q) parameters.set("q", query.q);
  if (query.document) parameters.set("document", query.document);
  for (const [field] of FILTERS) for (const value of query[field]) parameters.append(field, value);
  for (const name of ["sort", "group"]) if (query[name]) parameters.set(name, query[name]);
  if (query.page > 1) parameters.set("page", query.page);
  const written = parameters.toString();
  return written ? `?${written}` : "";
}

export const hasFilters = (query) => Boolean(query.document) || FILTERS.some(([field]) => query[field].length > 0);

/** The search page with what is like a passage. */
export const similarAddress = (passageId) => `/?${new URLSearchParams({ similar: passageId })}`;

export const similarApi = (passageId) => `/api/passages/${passageId.split("/").map(encodeURIComponent).join("/")}/similar?limit=10`;

/** The permanent address of a document or of a unit in it. */
export function readerAddress(documentId, unit = "") {
  const steps = unit ? unit.split("/") : [];
  return ["/van-ban", documentId, ...steps].map((step, index) => (index ? encodeURIComponent(step) : step)).join("/");
}

/** The document and the unit that a reader's address names. */
export function readReaderAddress(pathname) {
  const [, , documentId, ...steps] = pathname.split("/");
  return { documentId: decodeURIComponent(documentId), unit: steps.filter(Boolean).map(decodeURIComponent).join("/") };
}

/** The page that compares a copy with the served one. */
export const compareAddress = (documentId, version) =>
  `/so-sanh/${encodeURIComponent(documentId)}/${encodeURIComponent(version)}`;

/** The document and the copy that a comparison's address names. */
export function readCompareAddress(pathname) {
  const [, , documentId, version = ""] = pathname.split("/");
  return { documentId: decodeURIComponent(documentId), version: decodeURIComponent(version) };
}

export const copyApi = (documentId, version) => `${documentApi(documentId)}/copies/${encodeURIComponent(version)}`;

export const documentApi = (documentId) => `/api/documents/${encodeURIComponent(documentId)}`;

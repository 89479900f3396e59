// What a browser remembers for its reader. Some browsers forbid it: then nothing is remembered.

/** Whether “/” goes to the search box; kept for good. */
export const SLASH = { store: "localStorage", key: "slash" };

/** The address of the last results; kept while the tab is open. */
export const LAST_SEARCH = { store: "sessionStorage", key: "last-search" };

/** How a reader wants pages displayed; for good. Read by display.js. */
export const DISPLAY = { store: "localStorage", key: "display" };

/** The box that was ticked to narrow a list, until the narrowed list is there. */
export const NARROWED = { store: "sessionStorage", key: "narrowed" };

/** The searches a reader keeps; for good. */
export const SAVED = { store: "localStorage", key: "saved-searches" };

/** The pack that was open last, which passages are added to; for good. */
export const OPEN_PACK = { store: "localStorage", key: "open-pack" };

export function remember({ store, key }, value) {
  try {
    window[store].setItem(key, value);
  } catch {
    // Forbidden or full: the page works without.
  }
}

export function recall({ store, key }) {
  try {
    return window[store].getItem(key);
  } catch {
    return null;
  }
}

export function forget({ store, key }) {
  try {
    window[store].removeItem(key);
  } catch {
    // Forbidden: then there is nothing to forget.
  }
}

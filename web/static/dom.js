// Making elements. Text from the API only ever becomes text nodes: no markup is parsed here.

/** An element with attributes (true for one without a value) and children; children that are null are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value === true ? "" : value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Tells readers who cannot see the change; the pause lets the same words be spoken twice. */
export function announce(words) {
  const status = byId("status");
  status.textContent = "";
  setTimeout(() => {
    status.textContent = words;
  }, 50);
}

/** True for a plain click: with a modifier key the browser opens a tab or window of its own. */
export const isPlainClick = (event) =>
  event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

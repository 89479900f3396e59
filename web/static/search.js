// The search box: suggestions, the keys that lead to it and empty it, and the way back to the last results.

import { byId } from "./dom.js";
import { LAST_SEARCH, recall, remember, SLASH } from "./memory.js";
import { suggestInto } from "./suggest.js";

const box = byId("q");

function listenForKeys() {
  const slash = byId("slash");
  slash.checked = recall(SLASH) !== "off";
  slash.addEventListener("change", () => remember(SLASH, slash.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key !== "/" || !slash.checked || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) box.value = "";
  });
}

suggestInto(box, byId("suggestions"));
listenForKeys();
if (byId("results") && new URLSearchParams(location.search).get("q")) remember(LAST_SEARCH, location.search);

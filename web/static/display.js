// Puts what a reader has chosen of the display on the page before anything is drawn: that is why it is no module.
// What was not chosen follows the system, by the style sheet alone.

(() => {
  const names = ["size", "width", "theme", "contrast"];
  try {
    const chosen = JSON.parse(localStorage.getItem("display") ?? "{}");
    for (const name of names) if (chosen[name]) document.documentElement.dataset[name] = chosen[name];
  } catch {
    // Forbidden, or written by something else: the page is as the system wants it.
  }
})();

// Back brings readers to where they were, also where the page has to fetch its contents again.

history.scrollRestoration = "manual";
addEventListener("pagehide", keepPlace);

/** Notes in the history how far down the page is, before it is left. */
export function keepPlace() {
  history.replaceState({ scroll: scrollY }, "");
}

/** Goes to where the page was when it was left; a page that is new stays as it is. */
export function restorePlace() {
  if (history.state?.scroll) scrollTo(0, history.state.scroll);
}

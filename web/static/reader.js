// What a reader can do with a document beside reading it. All of the text is in the page that was sent.

import "./copy.js";
import { byId, isPlainClick } from "./dom.js";
import { LAST_SEARCH, recall } from "./memory.js";
import { offerReadAloud } from "./read-aloud.js";
import { moveActions } from "./reader-actions.js";
import { followReading } from "./reader-contents.js";
import { goTo, goalOf, keepGoal } from "./reader-goal.js";
import { stepThroughHits } from "./reader-hits.js";

document.addEventListener("click", (event) => {
  const link = event.target.closest(".at, #tree a");
  if (!link || !isPlainClick(event)) return;
  event.preventDefault();
  goTo(goalOf(link));
});

/** The results one came from may have had filters and a page, which the question alone does not tell. */
function leadBackToResults() {
  const back = byId("way-back");
  const search = recall(LAST_SEARCH) ?? "";
  const question = (address) => new URLSearchParams(address).get("q");
  if (back && question(search) === question(location.search)) back.href = `/${search}`;
}

moveActions();
keepGoal();
followReading();
stepThroughHits();
offerReadAloud();
leadBackToResults();

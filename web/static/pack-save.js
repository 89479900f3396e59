// Saving a pack while it is worked on. What the server has not taken yet is kept by the browser and sent again.

import { byId } from "./dom.js";
import { forget, recall, remember } from "./memory.js";
import { fill } from "./pack-fill.js";

// Long enough not to send every word, short enough that nobody waits for it.
const PAUSE_MS = 1200;
const PATIENCE_MS = 30_000;
const RETRIES_MS = [2000, 5000, 10_000, 20_000];
const OK = 200;
const CONFLICT = 409;

/** Keeps a form saved. Returns what others tell it through: `changed()` after a change that no field reports. */
export function keepSaved(form) {
  const state = byId("saved-state");
  const unsent = { store: "sessionStorage", key: `unsent:${form.getAttribute("action")}` };
  const scrolled = { store: "sessionStorage", key: `scroll:${form.getAttribute("action")}` };
  const revision = form.elements.namedItem("revision");
  let isDirty = false;
  let isStopped = false;
  let timer = 0;
  let failures = 0;
  let running = null;
  let version = 0;

  function changed() {
    isDirty = true;
    version += 1;
    remember(unsent, written());
    if (isStopped) return;
    if (!failures) say("Chưa lưu…");
    clearTimeout(timer);
    timer = setTimeout(save, failures ? delay() : PAUSE_MS);
  }

  const written = () => new URLSearchParams(new FormData(form)).toString();
  const delay = () => RETRIES_MS[Math.min(failures, RETRIES_MS.length) - 1];

  /** Sends what is on the page; whoever asks while it is being sent waits for that and for the rest. */
  async function save() {
    clearTimeout(timer);
    while (running) await running;
    if (!isDirty || isStopped) return !isDirty;
    // A day of which half is typed is not sent: the server could not read it.
    if (form.querySelector("input:focus:invalid")) {
      timer = setTimeout(save, PAUSE_MS);
      return false;
    }
    running = send(written(), version);
    await running;
    running = null;
    return !isDirty;
  }

  async function send(body, sent) {
    say("Đang lưu…");
    const { status, told } = await post(body);
    if (status === OK) done(told, version === sent);
    else if (status === CONFLICT) meetConflict(told.revision);
    else fail(status, told);
  }

  function done(told, isAll) {
    failures = 0;
    revision.value = told.revision;
    byId("undo").disabled = !told.can_undo;
    byId("redo").disabled = !told.can_redo;
    if (isAll) {
      isDirty = false;
      forget(unsent);
      say(`Đã lưu lúc ${told.saved}`);
    } else {
      timer = setTimeout(save, PAUSE_MS);
    }
  }

  function fail(status, told) {
    failures += 1;
    // What the server cannot read it will not read the next time either: it says which field to mend.
    const isFinal = status >= 400 && status < 500;
    say(isFinal ? `Chưa lưu được: ${told.detail}` : "Chưa lưu được, đang thử lại; chữ vẫn còn trên trang này", true);
    if (!isFinal) timer = setTimeout(save, delay());
  }

  /** What the server answers, with status 0 where it does not. */
  async function post(body) {
    const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" };
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const answer = await fetch(form.action, { method: "POST", headers, body, signal });
      return { status: answer.status, told: await answer.json() };
    } catch {
      return { status: 0 };
    }
  }

  function say(words, isWrong = false) {
    if (state.textContent !== words) state.textContent = words;
    state.classList.toggle("wrong", isWrong);
  }

  function meetConflict(current) {
    isStopped = true;
    say("Chưa lưu: tập đã được sửa ở nơi khác", true);
    showConflict();
    byId("keep-mine").onclick = () => {
      isStopped = false;
      byId("conflict").hidden = true;
      revision.value = current;
      save();
    };
    byId("take-theirs").onclick = reload;
  }

  function showConflict() {
    const conflict = byId("conflict");
    conflict.hidden = false;
    conflict.scrollIntoView({ block: "center" });
    byId("keep-mine").focus({ preventScroll: true });
  }

  function reload() {
    isDirty = false;
    forget(unsent);
    remember(scrolled, String(scrollY));
    location.reload();
  }

  function saveAtOnce() {
    if (!isDirty) changed();
    save();
  }

  /** Whoever leaves by a link or a button leaves when all is saved; where it cannot be, the browser warns them. */
  async function leave(event, go) {
    if (isStopped || failures || (!isDirty && !running)) return;
    event.preventDefault();
    if (await save()) go();
  }

  form.addEventListener("input", changed);

  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    remember(scrolled, String(scrollY));
    if (target === form && submitter?.value === "luu") {
      event.preventDefault();
      if (isStopped) showConflict();
      else saveAtOnce();
    } else {
      leave(event, () => target.requestSubmit(submitter));
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const isOwn = link && link.origin === location.origin && !link.target && !link.getAttribute("href").startsWith("#");
    if (!isOwn || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    leave(event, () => {
      location.href = link.href;
    });
  });

  addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault();
  });

  addEventListener("online", () => isDirty && save());

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      if (isDirty) save();
    } else if (!isDirty && !running && !isStopped) {
      lookForNews();
    }
  });

  // A page that Back brings out of the browser's memory may be older than the pack.
  addEventListener("pageshow", ({ persisted }) => {
    const [{ type }] = performance.getEntriesByType("navigation");
    if ((persisted || type === "back_forward") && !isDirty) lookForNews();
  });

  /** A passage may have been added from another tab: who comes back here with nothing unsaved sees it. */
  async function lookForNews() {
    const answer = await fetch(`/api/packs/${encodeURIComponent(form.dataset.name)}`).catch(() => null);
    if (!answer?.ok || isDirty) return;
    const { revision: current } = await answer.json();
    if (String(current) !== revision.value) reload();
  }

  function start() {
    const place = Number(recall(scrolled));
    forget(scrolled);
    if (place && !location.hash) scrollTo(0, place);
    const kept = recall(unsent);
    if (!kept) return;
    // What an earlier page could not send is on this one again, on the revision it was typed into.
    fill(form, new URLSearchParams(kept));
    changed();
  }

  start();
  return { changed };
}

// Messages on the page: put in place by id, without taking the focus, an open menu or a half-written field away.
import { showSaved } from "./fields.js";
import { findCardAtHand } from "./athand.js";
import { hideOrShow, isHidden } from "./hiding.js";
import { arrived, showUnkept } from "./lines.js";

const announcer = document.getElementById("announcer");
const turns = new Map();
let cardAwaited = false;

for (const card of document.querySelectorAll(".message[data-turn]")) turns.set(card.dataset.stream, card.dataset.turn);
for (const scroll of document.querySelectorAll(".scroll")) toTheEnd(scroll);

/** The next card that arrives gets the focus: the person asked for it. It may come before the answer to what she asked. */
export const awaitCard = isAwaited => (cardAwaited = isAwaited);

export function upsert(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const entry = holder.content.querySelector(".entry");
  const fresh = entry.querySelector(".message");
  const there = document.getElementById(fresh.id);
  if (there?.isEqualNode(fresh)) return;
  const scroll = document.getElementById(`entries-${entry.dataset.conversation}`).closest(".scroll");
  const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 150;
  if (there) replace(there, fresh);
  else insert(entry);
  if (fresh.matches("[data-delivery]:not(.gone)")) {
    arrived(fresh.dataset.delivery);
    showUnkept(fresh);
  }
  findCardAtHand();
  hideOrShow();
  if (cardAwaited && fresh.querySelector(".actions")) {
    cardAwaited = false;
    firstAction(fresh)?.focus({ preventScroll: true });
  }
  const moved = announce(fresh, there);
  const isFollowed = moved && fresh.matches("#pane-dm .bot");
  const isOwn = !there && fresh.matches(".mine");
  if (isFollowed || isOwn || fresh.contains(document.activeElement) || (wasAtEnd && !there)) bringIntoView(scroll, fresh);
  else if (wasAtEnd) stayAtEnd(scroll);
  markNews(fresh);
}

function insert(entry) {
  const { id, thread, conversation } = entry.dataset;
  const list =
    (thread && document.getElementById(`t-${thread}`)) || document.getElementById(`entries-${conversation}`);
  const before = [...list.children].findLast(other => other.dataset.id && isOlder(other.dataset.id, id));
  if (before) before.after(entry);
  else list.prepend(entry);
  const start = list.closest(".pane").querySelector(".start");
  if (start?.open && !start.contains(document.activeElement)) start.open = false;
}

// Ids are beyond what a number holds exactly.
const isOlder = (one, other) => one.length === other.length ? one < other : one.length < other.length;

function replace(there, fresh) {
  const held = holdOf(there);
  there.replaceWith(fresh);
  for (const [key, value] of held.drafts) {
    const control = byKey(fresh, key);
    if (control) control.value = value;
  }
  showSaved(fresh);
  if (held.menu && there.dataset.turn === fresh.dataset.turn) reopen(held);
  if (held.hadFocus && !fresh.contains(document.activeElement)) refocus(fresh, held);
}

function holdOf(article) {
  const active = document.activeElement;
  const hadFocus = article.contains(active);
  const menu = article.querySelector(".menu:popover-open");
  const asked = menu?.querySelector(".asked:not([hidden])");
  return {
    hadFocus,
    stream: article.dataset.stream,
    key: article.querySelector(".editing") ? "edit" : hadFocus ? active.closest("[data-key]")?.dataset.key : null,
    selection: hadFocus && /^(text|textarea)$/.test(active.type) ? [active.selectionStart, active.selectionEnd] : null,
    menu: menu?.id,
    opener: menu && article.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`)?.dataset.key,
    asked: asked && { key: asked.previousElementSibling.dataset.key, text: asked.elements.text.value },
    drafts: [...article.querySelectorAll("[data-field] :is(textarea, input[type=text])")]
      .filter(control => control.value !== control.defaultValue && control.value !== control.dataset.sent)
      .map(control => [control.dataset.key, control.value]),
  };
}

function reopen(held) {
  const menu = document.getElementById(held.menu);
  if (!menu) return;
  menu.showPopover();
  const asking = held.asked && byKey(menu, held.asked.key);
  if (!asking) return void byKey(menu, held.key)?.focus();
  const form = asking.nextElementSibling;
  form.hidden = false;
  form.elements.text.value = held.asked.text;
  form.elements.text.focus();
}

function refocus(fresh, held) {
  const target =
    byKey(fresh, held.key) ?? byKey(fresh, held.opener) ?? firstAction(fresh) ?? liveCardOf(fresh, held) ??
    fresh.closest(".pane").querySelector(".composer textarea");
  target.focus({ preventScroll: true });
  if (held.selection && target.dataset.key === held.key) target.setSelectionRange?.(...held.selection);
}

// A card that was posted anew leaves a line where it was.
function liveCardOf(fresh, held) {
  const cards = [...fresh.closest(".pane").querySelectorAll(".message[data-turn]")];
  const card = cards.findLast(other => other.dataset.stream === held.stream && firstAction(other));
  return card && (byKey(card, held.key) ?? firstAction(card));
}

const byKey = (within, key) => (key ? within.querySelector(`[data-key="${CSS.escape(key)}"]`) : null);
const firstAction = card => card.querySelector(".actions [data-key]") ?? card.querySelector(".card [data-key]");

/** The end of a conversation, or the beginning of its last card where that would be cut off: what to say comes first. */
export function toTheEnd(scroll) {
  scroll.scrollTop = scroll.querySelector(".message") ? scroll.scrollHeight : 0;
  const card = [...scroll.querySelectorAll("#pane-dm .message:has(.actions)")].at(-1);
  if (card && card.getBoundingClientRect().top < scroll.getBoundingClientRect().top) card.scrollIntoView({ block: "start" });
}

/** What changes further up, or makes the pane lower, never leads away from the lines at the end. Before the first line the form to start with is all there is. */
export function stayAtEnd(scroll) {
  const last = scroll.querySelector(".entries > .entry:last-child > .message");
  if (!last || last.querySelector(".actions")) toTheEnd(scroll);
  else scroll.scrollTop = scroll.scrollHeight;
}

// A card higher than the pane shows its beginning.
function bringIntoView(scroll, article) {
  if (article.offsetHeight > scroll.clientHeight) article.scrollIntoView({ block: "start" });
  else if (article.closest(".entries").lastElementChild.contains(article)) scroll.scrollTop = scroll.scrollHeight;
  else article.scrollIntoView({ block: "nearest" });
}

// Once for a card that moved or came, once for a line of somebody else; never for notes, ratings, redraws. Answers whether it is such.
function announce(fresh, there) {
  const { announce: text, stream, turn } = fresh.dataset;
  const isNews = turn === undefined ? !there : turns.get(stream) !== turn;
  if (turn !== undefined) turns.set(stream, turn);
  if (!text || !isNews) return false;
  if (isHidden() && fresh.dataset.hides === undefined) return true;
  announcer.textContent = "";
  setTimeout(() => (announcer.textContent = text), 100);
  return true;
}

function markNews(fresh) {
  if (fresh.matches(".mine, .gone, .retired")) return;
  const pane = fresh.closest(".pane");
  if (pane.offsetParent === null) {
    const tab = document.querySelector(`.tabs [data-shows="${pane.dataset.name}"]`);
    tab.classList.add("has-news");
    tab.querySelector(".news").hidden = false;
  }
  if (document.hidden && !document.title.startsWith("● ")) document.title = `● ${document.title}`;
}

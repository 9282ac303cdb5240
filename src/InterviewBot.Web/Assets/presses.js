// Buttons and menus of cards.
import { act, newDelivery, words } from "./acts.js";
import { keptBy } from "./lines.js";
import { tell, tellText } from "./private.js";

const isSheet = matchMedia("(max-width: 36rem)");
const settles = 400; // ms in which a card that was pressed is drawn again; a second press in it is the same finger

async function press(button, text) {
  if (button.ariaDisabled === "true") return;
  const pane = button.closest(".pane");
  button.ariaDisabled = "true";
  button.dataset.delivery ??= newDelivery();
  const answer = await act("press", {
    card: button.closest("[data-message]").dataset.message,
    press: JSON.parse(button.dataset.press),
    text,
    delivery: button.dataset.delivery,
  });
  if (answer.kind !== "unanswered") delete button.dataset.delivery;
  if (answer.kind === "done") keptBy(button);
  if (answer.html) tell(pane, answer.html);
  else if (answer.kind === "done") pane.querySelector(".private").replaceChildren();
  else tellText(pane, words.textUnsent);
  setTimeout(() => (button.ariaDisabled = null), answer.kind === "done" ? settles : 0);
}

document.addEventListener("click", event => {
  const button = event.target.closest("button[data-press]");
  if (!button) return;
  if (button.dataset.asks !== undefined) return ask(button);
  const menu = button.closest(".menu");
  // A plan is changed topic by topic: its menu stays until it is left.
  if (menu?.dataset.menu !== "plan") close(menu);
  press(button);
});

const openerOf = menu => document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`);

// The browser puts the focus back to where it was before the menu opened: its button, or the box when the menu was opened by a key.
function close(menu) {
  menu?.hidePopover();
  if (menu && !document.activeElement.matches("textarea")) openerOf(menu)?.focus({ preventScroll: true });
}

function ask(button) {
  const form = button.nextElementSibling;
  form.hidden = !form.hidden;
  button.ariaExpanded = String(!form.hidden);
  if (!form.hidden) form.elements.text.focus();
}

document.addEventListener("submit", event => {
  if (!event.target.matches(".asked")) return;
  event.preventDefault();
  const button = event.target.previousElementSibling;
  const text = event.target.elements.text.value.trim();
  if (!text) return;
  close(button.closest(".menu"));
  press(button, text);
});

// Menus: below the button or above it, whichever has room; a sheet at the bottom on narrow screens.
document.addEventListener(
  "toggle",
  event => {
    const menu = event.target;
    if (!menu.matches?.(".menu") || event.newState !== "open") return;
    place(menu, openerOf(menu).getBoundingClientRect());
    if (!menu.contains(document.activeElement)) menu.querySelector("button").focus({ preventScroll: true });
  },
  true,
);

function place(menu, { left, top, bottom }) {
  if (isSheet.matches) return;
  const room = innerHeight - bottom > menu.offsetHeight + 12 || innerHeight - bottom > top;
  menu.style.left = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = room ? `${bottom + 6}px` : `${Math.max(8, top - menu.offsetHeight - 6)}px`;
}

document.addEventListener("keydown", event => {
  const menu = event.target.closest?.(".menu");
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!menu || !by || event.target.matches("input")) return;
  event.preventDefault();
  const buttons = [...menu.querySelectorAll("li > button")];
  buttons.at((buttons.indexOf(document.activeElement) + by) % buttons.length).focus();
});

// A menu belongs to its button: when the pane moves away under it, it closes.
document.addEventListener(
  "scroll",
  event => {
    if (event.target.matches?.(".scroll, .card")) document.querySelector(".menu:popover-open")?.hidePopover();
  },
  true,
);

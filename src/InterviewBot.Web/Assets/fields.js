// Fields of a card: each change is sent at once, a text when it is left or rests; what became of it stands beside it.
import { act, newDelivery, words } from "./acts.js";
import { tell } from "./private.js";

const restsAfter = 2_500;
const triesAgainAfter = 4_000;
const saved = new Map();
const timers = new WeakMap();
const turns = new Map();

const nameOf = field => `${field.closest("[data-message]").dataset.message}|${field.dataset.field}`;

/** Writes the state of each field of a card that was drawn again. */
export function showSaved(card) {
  for (const field of card.querySelectorAll("[data-field]")) {
    const state = saved.get(nameOf(field));
    if (state) show(field, state);
  }
}

function show(field, state) {
  const place = field.querySelector(".saved");
  place.textContent = words[`text${state}`];
  place.classList.toggle("failed", state === "Unsaved");
}

function save(field, control) {
  const name = nameOf(field);
  const value = control.type === "checkbox" ? String(control.checked) : control.value;
  if (control.dataset.sent === value) return;
  clearTimeout(timers.get(control));
  control.dataset.sent = value;
  // In the order of the changes: the last one is the one that stays.
  turns.set(name, (turns.get(name) ?? Promise.resolve()).then(() => send(field, control, name, value)));
}

async function send(field, control, name, value) {
  mark(name, "Saving");
  const answer = await act("press", {
    card: field.closest("[data-message]")?.dataset.message ?? name.split("|")[0],
    press: JSON.parse(field.dataset.press),
    value,
    delivery: newDelivery(),
  });
  const pane = document.querySelector(`[data-message="${CSS.escape(name.split("|")[0])}"]`)?.closest(".pane");
  if (answer.html) tell(pane, answer.html);
  if (answer.kind === "done") return mark(name, "Saved");
  mark(name, "Unsaved");
  delete control.dataset.sent;
  const again = currentOf(name)?.querySelector("textarea, input[type=text]");
  if (answer.kind !== "refused" && again?.value === value) {
    timers.set(again, setTimeout(() => save(currentOf(name), again), triesAgainAfter));
  }
}

function mark(name, state) {
  saved.set(name, state);
  const field = currentOf(name);
  if (field) show(field, state);
}

function currentOf(name) {
  const [message, field] = name.split("|");
  return document.querySelector(`[data-message="${CSS.escape(message)}"] [data-field="${CSS.escape(field)}"]`);
}

const isText = control => control.matches("textarea, input[type=text]");

document.addEventListener("change", event => {
  const field = event.target.closest("[data-field]");
  if (field) save(field, event.target);
});

document.addEventListener("input", event => {
  const field = event.target.closest("[data-field]");
  if (!field || !isText(event.target)) return;
  clearTimeout(timers.get(event.target));
  timers.set(event.target, setTimeout(() => event.target.isConnected && save(field, event.target), restsAfter));
});

// A page that is left takes nothing with it.
document.addEventListener("visibilitychange", () => {
  const control = document.activeElement;
  const field = document.hidden && control.closest?.("[data-field]");
  if (field && isText(control) && control.value !== control.defaultValue) save(field, control);
});

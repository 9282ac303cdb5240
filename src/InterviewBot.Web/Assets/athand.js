// The card at hand: it stays in sight, and its buttons have a key each, so that the hands stay where they type: a modifier and the button's number.
// In its open menu the same keys choose. Which modifier: the one with which neither browser nor keyboard does anything of its own.
import { reachByKeys } from "./typing.js";

const platform = navigator.userAgentData?.platform ?? navigator.platform;
const modifiers =
  /^mac|^i(phone|pad)/i.test(platform) ? ["Control"] // Option and a digit are brackets and signs on many keyboards
  : /^win/i.test(platform) ? ["Alt"]
  : ["Alt", "Shift"]; // Alt and a digit are the browser's tabs

const legend = document.getElementById("keys");
if (legend) legend.textContent = legend.textContent.replace("{0}", modifiers.join("+").replace("Control", "Ctrl"));

const cardAtHand = () => document.querySelector("#pane-dm .entry.now > .message");
const buttonsOf = card => [...card.querySelectorAll(":scope .actions > button")];

// What is scrolled to, or gets the focus, does not end up under the card.
const scroll = document.querySelector("#pane-dm .scroll");
const heights = new ResizeObserver(([{ target }]) => scroll.style.setProperty("--at-hand", `${target.offsetHeight}px`));

/** The newest card with something to press is the one at hand: it stays in sight, and its buttons say their keys. */
export function findCardAtHand() {
  const card = [...document.querySelectorAll("#pane-dm .entries > .entry > .message:has(.actions)")].at(-1);
  for (const entry of document.querySelectorAll("#pane-dm .entry.now")) if (entry !== card?.parentElement) letGo(entry);
  heights.disconnect();
  if (!card) return;
  heights.observe(card);
  card.parentElement.classList.add("now");
  for (const [index, button] of buttonsOf(card).entries()) button.setAttribute("aria-keyshortcuts", [...modifiers, index + 1].join("+"));
}

function letGo(entry) {
  entry.classList.remove("now");
  for (const button of entry.querySelectorAll("[aria-keyshortcuts]")) button.removeAttribute("aria-keyshortcuts");
}

document.addEventListener("keydown", event => {
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1];
  const isOurs = ["Control", "Alt", "Shift", "Meta"].every(
    modifier => event.getModifierState(modifier) === modifiers.includes(modifier),
  );
  if (!digit || !isOurs || event.getModifierState("AltGraph")) return;
  const menu = document.querySelector("#pane-dm .menu:popover-open");
  const card = cardAtHand();
  const button = menu ? menu.querySelectorAll("li > button")[digit - 1] : card && buttonsOf(card)[digit - 1];
  if (!button) return;
  event.preventDefault();
  if (event.repeat) return;
  reachByKeys();
  button.click();
});

findCardAtHand();

// Who hides the candidate's details hides them on the whole page: lines, old cards, the board beside. What comes later comes folded too,
// as it is the page that hides, not each message; a card drawn with the details again brings all of it back.
import { act, newDelivery, words } from "./acts.js";
import { tell, tellText } from "./private.js";

const main = document.querySelector("main");
const hidingCards = () => [...document.querySelectorAll("#pane-dm .entries .message[data-hides]")];

export const isHidden = () => main.hasAttribute("data-hidden");

/** Called after each message that came or changed. */
export function hideOrShow() {
  const hides = hidingCards().length > 0;
  if (hides === isHidden()) return;
  main.toggleAttribute("data-hidden", hides);
  // A private card that was asked for before may tell more than the page does now.
  if (hides) for (const card of document.querySelectorAll(".private .message:has(.card)")) card.remove();
}

// Also for an interview that is over, whose card has no button of its own any more.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-tool=show]");
  if (!button || button.ariaDisabled === "true") return;
  const pane = button.closest(".pane");
  button.ariaDisabled = "true";
  for (const card of hidingCards()) {
    const answer = await act("press", { card: card.dataset.message, press: JSON.parse(card.dataset.hides), delivery: newDelivery() });
    if (answer.html) tell(pane, answer.html);
    else if (answer.kind !== "done") tellText(pane, words.textUnsent);
  }
  button.ariaDisabled = null;
});

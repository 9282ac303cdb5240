// Who has pressed something with the mouse goes on typing notes: what is typed outside a box goes into the box. Space and Enter act
// only on what was reached by keyboard, so that a note never presses a button again. Never into the channel while the own box is there.
const writes = "textarea, select, input:not([type=radio], [type=checkbox])";
const acts = "button, a[href], summary, input, .scroll";
let isByMouse = false;

const boxes = [...document.querySelectorAll(".composer textarea")];
const boxInSight = () => boxes.find(box => box.offsetParent !== null);

/** What has the focus next was reached by keyboard. */
export const reachByKeys = () => (isByMouse = false);

export function goToBox() {
  document.querySelector(".menu:popover-open")?.hidePopover();
  boxInSight()?.focus({ preventScroll: true });
}

document.addEventListener("pointerdown", () => (isByMouse = true), true);

document.addEventListener(
  "keydown",
  event => {
    const { key, target } = event;
    if (key === "Tab" || (key.startsWith("Arrow") && target.closest?.(".menu, [data-field]"))) isByMouse = false;
    if (target.matches?.(writes)) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const isPaste = isCommand && !event.altKey && key.toLowerCase() === "v";
    const presses = (key === " " || key === "Enter") && target.closest?.(acts);
    if (presses && !isByMouse) return;
    if (key === "Enter" && presses) {
      event.preventDefault();
      goToBox();
    } else if (isPaste || (key.length === 1 && !isCommand && !event.altKey)) {
      // The key that is down is typed into what has the focus now.
      goToBox();
    }
  },
  true,
);

// An input method writes only where the focus already is: after a press on a card, or a click on empty ground beside it, it is in the box.
// A finger is left alone, or its keyboard would cover the card.
document.addEventListener("click", event => {
  if (event.pointerType !== "mouse" || !event.target.closest("#pane-dm")) return;
  const isPressed = event.target.closest("button[data-press]:not([data-asks])");
  const isGround = !event.target.closest("button, a, form, summary, .field, .menu, .tools, .ephemeral") && getSelection().isCollapsed;
  if (isPressed || isGround) goToBox();
});

// From the box the messages above are still turned page by page.
for (const box of boxes) {
  box.addEventListener("keydown", event => {
    const by = { PageUp: -1, PageDown: 1 }[event.key];
    if (!by || box.scrollHeight > box.clientHeight) return;
    event.preventDefault();
    const scroll = box.closest(".pane").querySelector(".scroll");
    scroll.scrollBy({ top: by * scroll.clientHeight * 0.9 });
  });
}

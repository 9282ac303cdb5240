// Lines that only the person who acted sees: the newest one of each pane, until it is dismissed.
export function tell(pane, html) {
  const place = placeOf(pane);
  place.innerHTML = html;
}

/** A sentence of the page's own. */
export function tellText(pane, text) {
  const line = document.createElement("p");
  line.className = "message ephemeral trouble";
  line.textContent = text;
  placeOf(pane).replaceChildren(line);
}

const placeOf = pane => (pane ?? document.querySelector(".pane")).querySelector(".private");

document.addEventListener("click", event => {
  const dismiss = event.target.closest("[data-tool=dismiss]");
  if (!dismiss) return;
  const pane = dismiss.closest(".pane");
  dismiss.closest(".ephemeral").remove();
  pane.querySelector(".composer textarea").focus();
});

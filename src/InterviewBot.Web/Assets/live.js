// The live stream. The browser comes back by itself with the id of the last event; where it gives up, we begin again at our cursor.
import { language, me, words } from "./acts.js";

const beatMissingAfter = 45_000; // three beats of 15 s
const status = document.getElementById("connection");
let cursor = words.cursor;
let source = null;
let heardAt = Date.now();
let away = null;
let isBroken = false;

export function listen(onEntry) {
  const begin = () => {
    source?.close();
    source = new EventSource(`/local/${me}/live?after=${cursor}&lang=${language}`);
    source.addEventListener("beat", heard);
    source.addEventListener("message", event => {
      cursor = event.lastEventId;
      heard();
      onEntry(event.data);
    });
    source.addEventListener("error", () => {
      isBroken = true;
      away ??= setTimeout(() => (status.textContent = words.textAway), 1_500);
      if (source.readyState === EventSource.CLOSED) setTimeout(begin, 2_000);
    });
  };
  setInterval(() => {
    if (Date.now() - heardAt > beatMissingAfter) {
      heardAt = Date.now();
      begin();
    }
  }, 5_000);
  addEventListener("online", begin);
  addEventListener("pageshow", event => event.persisted && begin());
  begin();
}

function heard() {
  heardAt = Date.now();
  clearTimeout(away);
  away = null;
  if (isBroken) dispatchEvent(new Event("bot-back"));
  isBroken = false;
  if (status.textContent !== words.textAway) return;
  status.textContent = words.textBack;
  setTimeout(() => (status.textContent = status.textContent === words.textBack ? "" : status.textContent), 3_000);
}

// Lines leave the box at once and stand at the end of the conversation until the bot has them: one after the other, in the order in which
// they were typed, tried again by themselves for as long as it takes, also after a reload. What was not kept says so.
import { act, me, newDelivery, words } from "./acts.js";
import { tell } from "./private.js";

const triesAgainAfter = 2_500;
const tellsAfter = 1_000; // most lines are there before anybody could read that they are under way
const read = key => JSON.parse(sessionStorage.getItem(key) ?? "[]");
const queues = new Map();
const standing = delivery => document.querySelector(`.message[data-delivery="${CSS.escape(delivery)}"]:not(.gone)`);

for (const pane of document.querySelectorAll(".pane")) {
  const key = `lines:${me}:${pane.dataset.conversation}`;
  const queue = { pane, key, lines: read(key), isSending: false };
  queues.set(pane.dataset.conversation, queue);
  // A line that was there already when the page was loaded is not under way any more.
  queue.lines = queue.lines.filter(line => !standing(line.delivery));
  for (const line of queue.lines) show(queue, line);
  send(queue);
}

export function say(pane, text) {
  const queue = queues.get(pane.dataset.conversation);
  const line = { delivery: newDelivery(), text };
  queue.lines.push(line);
  keep(queue);
  show(queue, line);
  send(queue);
}

async function send(queue) {
  if (queue.isSending) return;
  queue.isSending = true;
  for (let line; (line = queue.lines.find(other => !other.isOver)); ) {
    const late = setTimeout(() => state(line, words.textSending), tellsAfter);
    const answer = await act("say", { conversation: queue.pane.dataset.conversation, thread: null, text: line.text, delivery: line.delivery });
    clearTimeout(late);
    if (answer.kind === "done") {
      if (!answer.kept) markUnkept(line.delivery);
      const place = queue.pane.querySelector(".private");
      place.replaceChildren();
      if (answer.html) tell(queue.pane, answer.html);
      place.dataset.about = line.delivery;
      line.isOver = true;
      // The live stream brings it, or has brought it already.
      if (standing(line.delivery)) arrived(line.delivery);
      else state(line, "");
    } else if (answer.kind === "refused") {
      Object.assign(line, { isOver: true, isRefused: true });
      refuse(queue, line);
    } else {
      if (answer.kind === "busy") anew(queue, line);
      state(line, (answer.html && textOf(answer.html)) || words.textSending);
      await waitToTryAgain();
    }
    keep(queue);
  }
  queue.isSending = false;
}

// Nothing was taken of it: it goes again as a new delivery. (Where nobody knows, it goes as the same.)
function anew(queue, line) {
  const bubble = bubbleOf(line);
  line.delivery = newDelivery();
  if (bubble) bubble.dataset.pending = line.delivery;
  else show(queue, line);
}

const waitToTryAgain = () =>
  new Promise(done => {
    addEventListener("bot-back", done, { once: true });
    setTimeout(done, triesAgainAfter);
  });

/** A message of mine stands in its place: what stood for it goes. */
export function arrived(delivery) {
  const queue = [...queues.values()].find(other => other.lines.some(line => line.delivery === delivery));
  if (!queue) return;
  bubbleOf({ delivery })?.remove();
  const line = queue.lines.find(other => other.delivery === delivery);
  // Its answer is still to come: until then it is not sent again, and not forgotten.
  if (!line.isOver) return;
  queue.lines = queue.lines.filter(other => other !== line);
  keep(queue);
}

const keep = queue => sessionStorage.setItem(queue.key, JSON.stringify(queue.lines.filter(line => !line.isOver || line.isRefused)));

const bubbleOf = line => document.querySelector(`.pending[data-pending="${CSS.escape(line.delivery)}"]`);

function show(queue, line) {
  const entry = document.getElementById("pending-line").content.cloneNode(true).firstElementChild;
  entry.dataset.pending = line.delivery;
  entry.querySelector(".body").textContent = line.text;
  queue.pane.querySelector(".entries").append(entry);
  if (line.isRefused) refuse(queue, line);
  const scroll = queue.pane.querySelector(".scroll");
  scroll.scrollTop = scroll.scrollHeight;
}

function state(line, text) {
  const place = bubbleOf(line)?.querySelector(".state");
  if (place && place.textContent !== text) place.textContent = text;
}

function refuse(queue, line) {
  if (!bubbleOf(line)) return show(queue, line);
  state(line, words.textRefused);
  const back = bubbleOf(line).querySelector("button");
  back.hidden = false;
  back.addEventListener("click", () => {
    const box = queue.pane.querySelector(".composer textarea");
    box.value = box.value === "" ? line.text : `${box.value}\n${line.text}`;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    bubbleOf(line).remove();
    queue.lines = queue.lines.filter(other => other !== line);
    keep(queue);
    box.focus();
  });
}

export function textOf(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.querySelector(".body")?.textContent ?? "";
}

// Lines that became no note: they stand there as what was typed, and say that they are not kept.
const unkeptKey = `unkept:${me}`;
let unkept = read(unkeptKey);

export function showUnkept(message) {
  const isUnkept = unkept.includes(message.dataset.delivery);
  message.classList.toggle("unkept", isUnkept);
  const there = message.querySelector(":scope > .state");
  if (!isUnkept) return there?.remove();
  if (there) return;
  const state = document.createElement("p");
  state.className = "state";
  state.textContent = words.textUnkept;
  message.querySelector(".body")?.after(state);
}

function markUnkept(delivery, isUnkept = true) {
  unkept = [...unkept.filter(other => other !== delivery), ...(isUnkept ? [delivery] : [])];
  sessionStorage.setItem(unkeptKey, JSON.stringify(unkept));
  const message = standing(delivery);
  if (message) showUnkept(message);
}

/** A press on the answer to a line has kept it after all. */
export function keptBy(button) {
  const delivery = button.closest(".private")?.dataset.about;
  if (delivery && JSON.parse(button.dataset.press).verb === "belongs-to") markUnkept(delivery, false);
}

for (const message of document.querySelectorAll(".message[data-delivery]")) showUnkept(message);

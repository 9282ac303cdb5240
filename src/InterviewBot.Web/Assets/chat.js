// The page of the local chat: boxes to type in, messages' tools, tabs. Cards live in presses.js and fields.js.
import { act, me, newDelivery, words } from "./acts.js";
import { awaitCard, stayAtEnd, toTheEnd, upsert } from "./entries.js";
import { say, textOf } from "./lines.js";
import { listen } from "./live.js";
import { tell } from "./private.js";
import "./presses.js";
import "./typing.js";

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
document.cookie = `interviewbot-zone=${zone}; path=/; max-age=31536000; samesite=strict`;

const longestLine = 4_000;
const paneOf = element => element.closest(".pane");

// Forms: say, answer in a thread, edit, start.
const bodies = {
  say: form => ({
    conversation: paneOf(form).dataset.conversation,
    thread: form.matches(".answering") ? form.closest(".entry").dataset.id : null,
    text: form.elements.text.value,
  }),
  edit: form => ({ message: form.closest(".entry").dataset.id, text: form.elements.text.value }),
  start: form => ({
    guide: form.elements.guide.value,
    candidate: form.elements.candidate.value,
    minutes: Number(form.elements.minutes.value),
  }),
};

const afterwards = {
  say: form => {
    if (form.matches(".answering")) closeForm(form);
  },
  edit: form => closeForm(form),
  start: form => {
    form.elements.candidate.value = "";
    form.closest(".start").open = false;
  },
};

document.addEventListener("submit", event => {
  const form = event.target;
  const name = form.dataset.act;
  if (!name) return;
  event.preventDefault();
  const body = bodies[name](form);
  if (body.text?.trim() === "" || isTooLong(form, body.text)) return;
  if (form.matches(".composer")) return sendLine(form, body);
  if (form.ariaBusy !== "true") send(form, name, body);
});

// Longer than the bot takes: said, instead of cut.
function isTooLong(form, text) {
  const tooLong = (text?.length ?? 0) > longestLine;
  form.querySelector(".trouble").textContent = tooLong ? words.textTooLong.replace("{0}", text.length) : "";
  return tooLong;
}

function sendLine(form, body) {
  form.elements.text.value = "";
  keepDraft(form);
  say(paneOf(form), body.text);
}

async function send(form, name, body) {
  const trouble = form.querySelector(".trouble");
  trouble.textContent = "";
  // The same content after a lost answer is the same act.
  const content = JSON.stringify(body);
  if (form.dataset.content !== content) Object.assign(form.dataset, { content, delivery: newDelivery() });
  form.ariaBusy = "true";
  const pane = paneOf(form);
  if (name === "start") awaitCard(true);
  const answer = await act(name, { ...body, delivery: form.dataset.delivery });
  form.ariaBusy = "false";
  if (answer.kind !== "unanswered") delete form.dataset.content;
  if (answer.kind === "done") {
    pane.querySelector(".private").replaceChildren();
    if (answer.html) tell(pane, answer.html);
    afterwards[name]?.(form);
    return true;
  }
  if (name === "start") awaitCard(false);
  trouble.textContent = answer.html ? textOf(answer.html) : words.textUnsent;
  return false;
}

document.addEventListener("keydown", event => {
  const box = event.target;
  if (event.key === "Escape" && box.closest?.(".editing, .answering")) return closeForm(box.closest("form"));
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  if (!box.matches?.("textarea[name=text]")) return;
  event.preventDefault();
  box.form.requestSubmit();
});

// What is half written survives a reload and a change of language.
const draftOf = form => `draft:${me}:${paneOf(form).dataset.conversation}`;
const keepDraft = form => sessionStorage.setItem(draftOf(form), form.elements.text.value);
for (const form of document.querySelectorAll(".composer")) {
  form.elements.text.value = sessionStorage.getItem(draftOf(form)) ?? "";
  form.addEventListener("input", () => keepDraft(form));
}

document.getElementById("start-guide")?.addEventListener("change", event => {
  document.getElementById("start-minutes").value = event.target.selectedOptions[0].dataset.minutes;
});

// Tools of a message.
const tools = {
  edit: button => {
    const message = button.closest(".message");
    const body = message.querySelector(".body");
    const form = openForm("edit-form", body);
    if (!form) return;
    form.elements.text.value = body.textContent;
    body.hidden = true;
    form.elements.text.focus();
  },
  answer: button => {
    const entry = button.closest(".entry");
    const form = openForm("answer-form", entry.querySelector(":scope > .thread"));
    (form ?? entry.querySelector(".answering")).elements.text.focus();
  },
  delete: async button => {
    if (button.textContent !== words.textConfirm) return confirm(button);
    const pane = paneOf(button);
    const answer = await act("delete", { message: button.closest(".entry").dataset.id });
    if (answer.html) tell(pane, answer.html);
    pane.querySelector(".composer textarea").focus();
  },
  cancel: button => closeForm(button.form),
  begin: button => {
    const start = paneOf(button).querySelector(".start");
    start.open = true;
    start.scrollIntoView({ block: "nearest" });
    start.querySelector("select")?.focus();
  },
};

document.addEventListener("click", event => {
  for (const message of document.querySelectorAll(".touched")) message.classList.remove("touched");
  if (!event.target.closest("button, a, form, .field")) event.target.closest(".message")?.classList.add("touched");
  const button = event.target.closest("[data-tool]");
  tools[button?.dataset.tool]?.(button);
});

function confirm(button) {
  const [label, name] = [button.textContent, button.ariaLabel];
  button.textContent = words.textConfirm;
  button.ariaLabel = `${words.textConfirm} ${name}`;
  setTimeout(() => {
    button.textContent = label;
    button.ariaLabel = name;
  }, 4_000);
}

function openForm(template, after) {
  if (after.nextElementSibling?.matches(".editing, .answering")) return null;
  after.after(document.getElementById(template).content.cloneNode(true));
  return after.nextElementSibling;
}

function closeForm(form) {
  const isEdit = form.matches(".editing");
  const owner = form.closest(isEdit ? ".message" : ".entry");
  form.remove();
  if (!owner) return;
  if (isEdit) owner.querySelector(".body").hidden = false;
  owner.querySelector(isEdit ? "[data-tool=edit]" : "[data-tool=answer]")?.focus();
}

// A pane that gets lower (a private line, a phone's keyboard) stays at its end.
const heights = new ResizeObserver(changes => {
  for (const { target } of changes) if (target.wasAtEnd) stayAtEnd(target);
});
for (const scroll of document.querySelectorAll(".scroll")) {
  scroll.wasAtEnd = true;
  scroll.addEventListener("scroll", () => {
    if (scroll.clientHeight === scroll.lastHeight)
      scroll.wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 150;
    scroll.lastHeight = scroll.clientHeight;
  });
  heights.observe(scroll);
}

// Tabs of narrow screens.
for (const tab of document.querySelectorAll(".tabs button")) {
  tab.addEventListener("click", () => {
    document.querySelector("main").dataset.pane = tab.dataset.shows;
    for (const other of document.querySelectorAll(".tabs button")) other.ariaCurrent = other === tab ? "true" : null;
    tab.classList.remove("has-news");
    tab.querySelector(".news").hidden = true;
    toTheEnd(document.querySelector(`#pane-${tab.dataset.shows} .scroll`));
  });
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden) document.title = document.title.replace(/^● /, "");
});

listen(upsert);

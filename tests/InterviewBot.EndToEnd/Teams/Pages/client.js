// What a client of Teams does with the cards of a bot and with its dialogs (task modules). Anything it does not know is an error of the page.
"use strict";

const chat = document.querySelector("main");
const dialog = document.querySelector("dialog");
const card = "application/vnd.microsoft.card.adaptive";

async function invoke(name, value, replyToId) {
    const answer = await fetch("/invoke", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ name, value, ...(replyToId ? { replyToId } : {}) }),
    });
    if (answer.status !== 200) throw new Error(`${name}: ${answer.status}`);
    const text = await answer.text();
    return text === "" ? null : JSON.parse(text);
}

function known(object, ...keys) {
    const unknown = Object.keys(object).filter(key => !keys.includes(key));
    if (unknown.length > 0) throw new Error(`Unknown in an answer: ${unknown}`);
    return object;
}

function draw(json, onAction) {
    const problems = [];
    const drawn = drawCard(json, problems, action => onAction(action).catch(error => setTimeout(() => { throw error; })));
    if (problems.length > 0) throw new Error(problems.join("; "));
    return drawn;
}

/** A card in the chat: what is pressed there. */
const pressed = message => async action => {
    if (action instanceof AdaptiveCards.ExecuteAction) {
        const value = { action: { type: "Action.Execute", title: action.title, verb: action.verb, data: action.data }, trigger: "manual" };
        const answer = known(await invoke("adaptiveCard/action", value, message), "statusCode", "type", "value");
        if (answer.statusCode !== 200 || answer.type !== card) throw new Error(`A press was answered with ${answer.statusCode} ${answer.type}`);
        show(message, answer.value);
    } else if (action instanceof AdaptiveCards.SubmitAction && action.data.msteams?.type === "task/fetch")
        taskModule(await invoke("task/fetch", { data: action.data, context: { theme: "default" } }, message), false);
    else throw new Error(`Nothing to do for ${action.getJsonTypeName()}`);
};

async function submitted(action) {
    if (!(action instanceof AdaptiveCards.SubmitAction)) throw new Error(`A dialog knows no ${action.getJsonTypeName()}`);
    taskModule(await invoke("task/submit", { data: action.data, context: { theme: "default" } }), true);
}

/** What answers to task/fetch and task/submit are; nothing closes the dialog. */
function taskModule(answer, mayClose) {
    if (answer === null) {
        if (!mayClose) throw new Error("task/fetch was answered with nothing");
        dialog.close();
        return;
    }
    const task = known(known(answer, "task").task, "type", "value");
    const body = document.getElementById("dialog-card");
    const close = document.getElementById("dialog-close");
    if (task.type === "message" && typeof task.value === "string") {
        body.textContent = task.value;
        close.hidden = false;
    } else if (task.type === "continue") {
        const { title, card: attachment } = known(task.value, "title", "height", "width", "card");
        if (typeof title !== "string" || known(attachment, "contentType", "content").contentType !== card) throw new Error("No card to continue with");
        document.getElementById("dialog-title").textContent = title;
        body.replaceChildren(draw(attachment.content, submitted));
        close.hidden = true;
    } else throw new Error(`A dialog is answered with ${task.type}`);
    if (!dialog.open) dialog.showModal();
    (body.querySelector("input, select, textarea, button") ?? close).focus();
}

const shown = new Map();
function show(id, json) {
    const text = JSON.stringify(json);
    if (shown.get(id) === text) return;
    shown.set(id, text);
    let section = document.getElementById(id);
    if (!section) {
        section = document.createElement("section");
        section.id = id;
        section.setAttribute("aria-label", "Card");
        chat.append(section);
    }
    section.replaceChildren(draw(json, pressed(id)));
}

/** Messages are looked at anew again and again; a card that did not change is left alone, and with it what is typed into it. */
const sent = new Map();
async function look() {
    for (const { id, card: json } of await (await fetch("/cards")).json()) {
        const text = JSON.stringify(json);
        if (sent.get(id) === text) continue;
        sent.set(id, text);
        show(id, json);
    }
    setTimeout(look, 100);
}

/** A card as the bot stores it has this button and says this, and is drawn. */
const stands = (button, says) =>
    [...sent].some(
        ([id, text]) =>
            shown.get(id) === text &&
            (button === null || text.includes(`"title":${JSON.stringify(button)}`)) &&
            (says === null || text.includes(JSON.stringify(says).slice(1, -1))),
    );

/** What a screen reader calls a control. */
const nameOf = element =>
    (element.getAttribute("aria-labelledby")?.split(" ") ?? [])
        .map(id => document.getElementById(id)?.textContent ?? "")
        .join(" ")
        .trim() || element.getAttribute("aria-label") || element.textContent.trim();

document.getElementById("dialog-close").onclick = () => dialog.close();
look();

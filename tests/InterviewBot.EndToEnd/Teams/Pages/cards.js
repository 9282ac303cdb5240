// npm adaptivecards as a client sets it up, and the questions the tests ask of what it drew.
"use strict";

const hostConfig = {
    fontFamily: "Segoe UI, Liberation Sans, Noto Sans CJK SC, sans-serif",
    supportsInteractivity: true,
    actions: { maxActions: 6, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline" } },
};

/** What the renderer has to say against the card goes into problems. */
function drawCard(json, problems, onAction) {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    if (onAction) card.onExecuteAction = onAction;
    // Its own pattern for languages is a global one and begins, every second time, where it ended.
    AdaptiveCards.CardElement.langProperty.regEx.lastIndex = 0;
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
    card.parse(json, context);
    const drawn = card.render();
    for (let i = 0; i < context.eventCount; i++) problems.push(context.getEventAt(i).message);
    for (const event of card.validateProperties().validationEvents) problems.push(event.message);
    return drawn;
}

const isVisible = element => element.getClientRects().length > 0;
const buttonsIn = root => [...root.querySelectorAll("button.ac-pushButton")].filter(isVisible);

/** Fields open each for itself; of the menus one at a time, as opening one closes the other. */
const fieldsIn = root => buttonsIn(root).filter(button => button.hasAttribute("aria-controls"));
const menusIn = root => buttonsIn(root).filter(button => button.hasAttribute("aria-expanded"));

/** Everything a press can show is shown: fields at once, then each menu. Calls look for each view. */
function openAll(root, look) {
    look();
    const fields = fieldsIn(root);
    for (const field of fields) field.click();
    if (fields.length > 0) look();
    for (const menu of menusIn(root)) {
        menu.click();
        look(menu.textContent);
        menu.click();
    }
}

/** Visible buttons and texts that do not stand there in full. */
function cutIn(root) {
    const cut = [];
    for (const button of buttonsIn(root)) {
        const label = button.firstElementChild;
        const said = button.getAttribute("aria-label");
        if (button.scrollWidth > button.clientWidth || label.scrollWidth > label.clientWidth || label.textContent !== said)
            cut.push(`button “${said}”`);
    }
    for (const text of root.querySelectorAll(".ac-richTextBlock, .ac-textBlock, label"))
        if (isVisible(text) && (text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1))
            cut.push(`text “${text.textContent.slice(0, 100)}” ${text.scrollWidth}x${text.scrollHeight} in ${text.clientWidth}x${text.clientHeight}`);
    return cut;
}

// Many cards on one sheet, each with its name, and each menu once.
"use strict";

function drawSheet(cards, width, columns) {
    document.body.classList.add("sheet");
    const stacks = Array.from({ length: columns }, () => document.createElement("div"));
    for (const stack of stacks) stack.style.width = `${width}px`;
    document.body.replaceChildren(...stacks);
    const seen = new Set();
    const put = (name, drawn) => {
        const figure = document.createElement("figure");
        figure.innerHTML = "<figcaption></figcaption>";
        figure.firstChild.textContent = name;
        figure.append(drawn);
        figure.classList.toggle("long", name.includes("-long"));
        stacks.reduce((low, next) => (next.offsetHeight < low.offsetHeight ? next : low)).append(figure);
        return figure;
    };
    for (const { name, json } of cards) {
        const card = JSON.parse(json);
        const figure = put(name, drawCard(card, []));
        for (const field of fieldsIn(figure)) field.click();
        for (const menu of menusIn(figure)) {
            menu.click();
            const opened = [...figure.querySelectorAll(".ac-adaptiveCard .ac-adaptiveCard")].find(isVisible);
            if (!seen.has(opened.innerText)) {
                seen.add(opened.innerText);
                put(`${name}: ${menu.textContent}`, opened.cloneNode(true)).classList.add("menu");
            }
            menu.click();
        }
    }
}

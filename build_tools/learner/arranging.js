// Knows how items are put in order, by buttons or by naming a place, and how pairs are matched by lists. Nothing is dragged.
(function (cg) {
  "use strict";

  const numbers = (text) => text.split(" ").map(Number);
  const choice = (value, textContent) => cg.make("option", { value, textContent });

  function ordering(question) {
    const list = question.querySelector(".cg-question__options");
    const shown = numbers(question.dataset.shown); // the place in the author's order of what stands first, second, …
    const items = Array.from(list.children);
    const words = cg.words.question;
    const text = items.map((item) => item.textContent.trim());
    let order = items;
    list.classList.add("cg-question__options--ordered");

    function number() {
      order.forEach((item, at) => {
        item.cgPlace.value = at;
        item.cgUp.setAttribute("aria-disabled", at === 0);
        item.cgDown.setAttribute("aria-disabled", at === order.length - 1);
      });
    }

    // The one that moves stays where it is in the tree and the others go round it, or it would lose the focus.
    function arrange(item, to) {
      order = item ? cg.moved(order, order.indexOf(item), to) : items;
      const at = item ? order.indexOf(item) : 0;
      order[at].before(...order.slice(0, at));
      order[at].after(...order.slice(at + 1));
      number();
      if (item) cg.say(words.moved(at + 1, order.length, text[items.indexOf(item)]));
    }

    function step(item, by) {
      const to = order.indexOf(item) + by;
      if (to >= 0 && to < order.length) arrange(item, to);
    }

    items.forEach((item, at) => {
      const name = text[at];
      const button = (label, say, by) => {
        const one = cg.make("button", { type: "button", className: "cg-plain", textContent: label, onclick: () => step(item, by) });
        one.setAttribute("aria-label", say(name));
        return one;
      };
      item.cgPlace = cg.make("select", { onchange: () => arrange(item, Number(item.cgPlace.value)), autocomplete: "off" });
      item.cgPlace.setAttribute("aria-label", words.place(name));
      item.cgPlace.append(...items.map((_, place) => choice(place, words.nth(place + 1, items.length))));
      [item.cgUp, item.cgDown] = [button(words.up, words.moveUp, -1), button(words.down, words.moveDown, 1)];
      item.append(cg.made("span", { className: "cg-question__moves" }, item.cgUp, item.cgDown, item.cgPlace));
    });
    number();

    return {
      about: { kind: "order", size: items.length },
      around: list,
      read: () => order.map((item) => shown[items.indexOf(item)]),
      first: () => order[0].cgDown,
      reset: () => arrange(null),
      explain({ each }) {
        order.forEach((item, at) => {
          const belongs = shown[items.indexOf(item)];
          const says = each[at] ? words.inPlace : words.belongsAt(belongs + 1);
          cg.explain(item, each[at], says, cg.reasons(question)[belongs]);
        });
      },
      own: () => [],
      verdict: ({ ok, got, of }) => (ok ? words.right : words.places(got, of)),
    };
  }

  function matching(question) {
    const lefts = Array.from(question.querySelectorAll(".cg-question__left > li"));
    const rights = Array.from(question.querySelectorAll(".cg-question__right > li"), (item) => item.textContent.trim());
    const shown = numbers(question.dataset.shown);
    const words = cg.words.question;
    const said = rights.map((text, at) => `${String.fromCharCode(65 + at)}. ${text}`);
    const lists = lefts.map((item) => {
      const list = cg.make("select", { autocomplete: "off" }, choice(-1, words.choose));
      list.setAttribute("aria-label", words.belongs(item.textContent.trim()));
      list.append(...said.map((text, at) => choice(at, text)));
      item.append(cg.made("span", { className: "cg-question__moves" }, list));
      return list;
    });
    const place = (pair) => shown.indexOf(pair);

    // Two pairs may have the same words on the right: either will do.
    function read() {
      const picks = lists.map((list, pair) => {
        const at = Number(list.value);
        return at < 0 ? -1 : rights[at] === rights[place(pair)] ? pair : shown[at];
      });
      return picks.some((pick) => pick >= 0) ? picks : null;
    }

    return {
      about: { kind: "match", size: lefts.length },
      around: question.querySelector(".cg-question__left"),
      read,
      first: () => lists[0],
      reset() {
        for (const list of lists) list.value = -1;
      },
      explain({ each }) {
        lefts.forEach((item, pair) => {
          const says = each[pair] ? words.right : words.belongsWith(said[place(pair)]);
          cg.explain(item, each[pair], says, cg.reasons(question)[pair]);
        });
      },
      own: () => [],
      verdict: ({ ok, got, of }) => (ok ? words.right : words.pairs(got, of)),
    };
  }

  Object.assign(cg.forms, { order: ordering, match: matching });
})((globalThis.cg = globalThis.cg || {}));

// Knows how options are picked with radio buttons or ticks, and how each is explained in its place.
(function (cg) {
  "use strict";

  const made = (name, properties, ...children) => {
    const element = cg.make(name, properties, ...children);
    element.classList.add("cg-made"); // what a script adds to the page
    return element;
  };
  cg.made = made;

  /** An explanation below what it explains, right or not in words and by its mark. `verdict` ends in a full stop. */
  cg.explain = (under, right, verdict, because) => {
    const text = made("p", { className: `cg-question__because cg-question__because--${right ? "right" : "not"}` });
    text.append(cg.make("strong", { textContent: verdict }), " ", because.cloneNode(true));
    under.append(text);
  };

  /** The reasons as the page holds them for readers without script, in the author's order. */
  cg.reasons = (question) => Array.from(question.querySelectorAll(".cg-question__answers li > span"));

  function choosing(question) {
    const several = question.dataset.kind === "multiple";
    const items = Array.from(question.querySelectorAll(".cg-question__options > li"));
    const right = question.dataset.right.split(" ").map(Number);
    const inputs = items.map((item, at) => {
      const type = several ? "checkbox" : "radio";
      const input = made("input", { type, name: `${question.id}-pick`, value: at, autocomplete: "off" });
      item.append(cg.make("label", {}, input, ...item.childNodes));
      return input;
    });
    const picked = () => inputs.flatMap((input, at) => (input.checked ? [at] : []));

    return {
      about: { kind: question.dataset.kind, size: items.length, right },
      around: question.querySelector(".cg-question__options"),
      read: () => (picked().length ? picked() : null),
      first: () => inputs[0],
      reset() {
        for (const input of inputs) input.checked = false;
      },
      explain() {
        const words = cg.words.question;
        const chosen = picked();
        cg.reasons(question).forEach((because, at) => {
          const says = [right.includes(at) ? words.fits : words.not, ...(chosen.includes(at) ? [words.yours] : [])];
          cg.explain(items[at], right.includes(at), `${says.join(", ")}.`, because);
        });
      },
      /** What a screen reader says first: the reason for what was chosen. */
      own: () => cg.reasons(question).filter((_, at) => picked().includes(at)),
      verdict({ ok, got, of, extra }) {
        const letters = right.map((at) => String.fromCharCode(65 + at));
        if (several) return cg.words.question.several(ok, got, of, extra, letters);
        return ok ? cg.words.question.right : cg.words.question.wrong(letters[0]);
      },
    };
  }

  cg.forms = { single: choosing, multiple: choosing };
})((globalThis.cg = globalThis.cg || {}));

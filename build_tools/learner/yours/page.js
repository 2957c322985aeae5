// Knows what the pages about a learner's own course share: their parts, and how one is drawn again without losing a place.
(function (cg) {
  "use strict";

  const STOPS = "a[href], button, input, select, textarea, summary";

  /** Put other content into a part of the page. Who was on the third link of it is on the third link again. */
  cg.fill = (box, ...children) => {
    const at = [...box.querySelectorAll(STOPS)].indexOf(document.activeElement);
    box.replaceChildren(...children);
    box.hidden = children.length === 0;
    if (at >= 0) [...box.querySelectorAll(STOPS)][at]?.focus({ preventScroll: true });
  };

  /** Text that changes only when it is another, so that nothing is said twice. */
  cg.tell = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  cg.to = (path, text, css = "") => cg.make("a", { href: cg.link(path), textContent: text, className: css });

  /** What stands in the way of saving, or `otherwise`. */
  cg.standing = (otherwise) => cg.words.yours[{ denied: "denied", older: "older" }[cg.store.state()]] ?? otherwise;

  // Run the page `name`, if this is it: `begin(part)` is given what finds a part by its name, and answers what draws them,
  // which is called now and after each change with what has changed.
  cg.yours = (name, begin) => {
    const page = document.querySelector(`[data-yours="${name}"]`);
    if (!page) return;
    const part = (named) => page.querySelector(`[data-part="${named}"]`);
    const draw = begin(part);
    cg.store.on(draw);
    draw(new Set([""]));
    for (const button of page.querySelectorAll("[data-print]")) button.addEventListener("click", () => window.print());
  };
})((globalThis.cg = globalThis.cg || {}));

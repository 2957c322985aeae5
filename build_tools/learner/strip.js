// Knows one quiet strip at the foot of the window, for a question or a notice. It waits, takes no focus and covers none.
(function (cg) {
  "use strict";

  let strip = null;

  function make(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }
  cg.make = make;

  const status = make("p", { className: "cg-heard" });
  status.setAttribute("role", "status");
  document.body.append(status);

  let waiting = [];

  /** Have a screen reader say a sentence when it is free, after others said in the same moment; nothing is shown. */
  cg.say = (text) => {
    waiting.push(text);
    if (waiting.length > 1) return;
    status.textContent = "";
    setTimeout(() => {
      status.textContent = waiting.join(" ");
      waiting = [];
    }, 100); // a region that changes in one go may stay unheard
  };

  // What has the focus must stay in sight: the page moves up by as much as the strip covers of it.
  function uncover() {
    const focused = document.activeElement;
    if (!strip || strip.contains(focused) || getComputedStyle(strip).position !== "fixed") return;
    const over = focused.getBoundingClientRect().bottom - strip.getBoundingClientRect().top;
    if (over > 0 && focused !== document.body) window.scrollBy({ top: over + 8, behavior: "instant" });
  }
  document.addEventListener("focusin", () => requestAnimationFrame(uncover));

  cg.strip = {
    close() {
      if (!strip) return;
      const back = strip.contains(document.activeElement) ? strip.cgNear : null;
      strip.remove();
      strip = null;
      document.documentElement.style.removeProperty("--cg-strip");
      back?.focus({ preventScroll: true });
    },

    // One at a time. It stands after `near` in the order of the Tab key. `acts` are pairs of a button's words and what it
    // does; a text in place of that is an address.
    show(label, text, acts, near) {
      cg.strip.close();
      const made = acts.map(([words, act]) =>
        typeof act === "string"
          ? make("a", { href: act, target: "_blank", textContent: words }) // what is not saved yet stays in this tab
          : make("button", { type: "button", className: "cg-button", textContent: words, onclick: act }),
      );
      strip = make("aside", { className: "cg-strip" }, make("p", { textContent: text }), make("p", {}, ...made));
      strip.setAttribute("aria-label", label);
      strip.cgNear = near?.isConnected ? near : null;
      const before = strip.cgNear && (strip.cgNear.closest("[data-cg-key]") ?? strip.cgNear);
      if (before) before.after(strip);
      else document.querySelector("article").append(strip);
      document.documentElement.style.setProperty("--cg-strip", `${strip.offsetHeight + 16}px`);
      uncover();
      cg.say(text);
    },
  };
})((globalThis.cg = globalThis.cg || {}));

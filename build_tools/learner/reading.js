// Knows how a reader likes the text: its size, its lines, a plain ground. Keeps that, and only once it is chosen.
(function (cg) {
  "use strict";

  const KEY = "cg1:reading";
  const root = document.documentElement;
  const controls = [...document.querySelectorAll("[name=cg-reading]")];

  const chosen = () =>
    controls.map((one) => (one.type !== "checkbox" || one.checked ? one.value : "")).filter(Boolean).join(" ");

  function apply() {
    const words = chosen();
    if (words) root.dataset.cgText = words;
    else delete root.dataset.cgText;
  }

  function show() {
    const words = (localStorage.getItem(KEY) ?? "").split(" ");
    for (const one of controls) {
      if (one.type === "checkbox") one.checked = words.includes(one.value);
      else one.value = Array.from(one.options, ({ value }) => value).find((value) => value && words.includes(value)) ?? "";
    }
    apply();
  }

  // All that stands above grows or shrinks: what the reader has just used must not run away from under the hand.
  function choose({ target }) {
    const before = target.getBoundingClientRect().top;
    const hold = () => window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: "instant" });
    apply();
    hold();
    requestAnimationFrame(hold); // some browsers have moved the page as well
    try {
      if (chosen()) localStorage.setItem(KEY, chosen());
      else localStorage.removeItem(KEY);
    } catch {
      // A full store: the choice holds for this page only.
    }
  }

  for (const one of controls) one.addEventListener("change", choose);
  window.addEventListener("storage", ({ key }) => (key === KEY || key === null) && show());
  window.addEventListener("pageshow", show);
  show();
})((globalThis.cg = globalThis.cg || {}));

// Knows the page's frame: search, colours and keys. Keeps nothing but the colours that a reader has chosen.
(function (cg) {
  "use strict";

  const COLOURS = "cg1:colours";
  const CHOICES = ["light", "dark"];
  const SEARCH_KEYS = ["ArrowDown", "ArrowUp", "Enter", "Escape"];

  // The theme opens search or turns the page at a single letter, which people who dictate trip over (WCAG 2.1.4), and
  // closes search at Tab. This listener stands before the theme's on the same target and lets only these keys through.
  function gateKeys(dialog) {
    window.addEventListener("keydown", (event) => {
      if (!dialog?.open || !SEARCH_KEYS.includes(event.key)) event.stopImmediatePropagation();
    });
  }

  function reachResults(results) {
    // The theme takes its results out of the order of the Tab key.
    new MutationObserver(() => {
      for (const link of results.querySelectorAll("[tabindex]")) link.removeAttribute("tabindex");
    }).observe(results, { childList: true, subtree: true });
  }

  function setUpSearch(dialog) {
    const toggle = document.getElementById("__search");
    const query = dialog.querySelector("[name=query]");
    const open = () => {
      if (!dialog.open) dialog.showModal();
      query.focus();
    };
    for (const button of document.querySelectorAll("[data-cg-search]")) button.addEventListener("click", open);
    dialog.querySelector("[data-cg-close]").addEventListener("click", () => dialog.close());
    dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    dialog.addEventListener("close", () => toggle.checked && toggle.click());
    toggle.addEventListener("change", () => {
      if (toggle.checked) open();
      else dialog.close();
    });
    reachResults(dialog.querySelector(".md-search-result__list"));
  }

  cg.colours = {
    chosen() {
      const kept = localStorage.getItem(COLOURS);
      return CHOICES.includes(kept) ? kept : "system";
    },
    choose(value) {
      if (CHOICES.includes(value)) localStorage.setItem(COLOURS, value);
      else localStorage.removeItem(COLOURS);
    },
  };

  function showColours(radios) {
    const chosen = cg.colours.chosen();
    if (chosen === "system") delete document.documentElement.dataset.cgColours;
    else document.documentElement.dataset.cgColours = chosen;
    for (const radio of radios) radio.checked = radio.value === chosen;
  }

  function setUpColours(radios) {
    for (const radio of radios) {
      radio.addEventListener("change", () => {
        try {
          cg.colours.choose(radio.value);
        } catch {
          // A full store: the choice holds for this page only.
          document.documentElement.dataset.cgColours = radio.value;
          return;
        }
        showColours(radios);
      });
    }
    window.addEventListener("storage", () => showColours(radios));
    window.addEventListener("pageshow", () => showColours(radios));
    showColours(radios);
  }

  // The theme lets wide tables scroll sideways; those that do must be within reach of the keyboard, and the others not.
  function reachTables() {
    const sized = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) {
          target.tabIndex = 0;
          target.setAttribute("role", "region");
          const heads = Array.from(target.querySelectorAll("th"), (head) => head.textContent.trim());
          target.setAttribute("aria-label", `Table: ${heads.join(", ")}`);
        } else {
          for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
        }
      }
    });
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) sized.observe(wrap);
  }

  const dialog = document.querySelector(".cg-search");
  gateKeys(dialog);
  if (dialog) setUpSearch(dialog);
  window.addEventListener("load", reachTables);
  setUpColours(document.querySelectorAll("[name=cg-colours]"));
})((globalThis.cg = globalThis.cg || {}));

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

  // The theme's script and the index weigh more than a lesson: they come when somebody searches, and not before.
  const bundle = document.currentScript?.dataset.cgSearchScript;
  let fetched = false;
  function fetchSearch(query, meta) {
    if (fetched) return;
    fetched = true;
    const script = Object.assign(document.createElement("script"), { src: bundle });
    script.addEventListener("load", () => query.dispatchEvent(new KeyboardEvent("keyup")));
    script.addEventListener("error", () => {
      fetched = false;
      meta.textContent = "Search could not be loaded. Close it and try again.";
    });
    document.body.append(script);
  }

  function setUpSearch(dialog) {
    const toggle = document.getElementById("__search");
    const query = dialog.querySelector("[name=query]");
    const open = () => {
      fetchSearch(query, dialog.querySelector(".md-search-result__meta"));
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

  // A table that is too wide scrolls sideways in a frame of its own; it and long code must be within the keyboard's reach.
  function reachTable(table) {
    const frame = table.closest(".cg-scroll");
    if (!frame && table.scrollWidth > table.parentElement.clientWidth) {
      const heads = Array.from(table.querySelectorAll("th"), (head) => head.textContent.trim());
      const made = Object.assign(document.createElement("div"), { className: "cg-scroll", tabIndex: 0 });
      made.setAttribute("role", "region");
      made.setAttribute("aria-label", `Table: ${heads.join(", ")}`);
      table.replaceWith(made);
      made.append(table);
    } else if (frame && table.scrollWidth <= frame.clientWidth) {
      frame.replaceWith(table);
    }
  }

  function reachCode(code) {
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
    else code.removeAttribute("tabindex");
  }

  function reachWide() {
    const sized = new ResizeObserver((entries) => {
      for (const { target } of entries) target.matches("table") ? reachTable(target) : reachCode(target);
    });
    for (const wide of document.querySelectorAll("article table:not([class]), pre > code")) sized.observe(wide);
  }

  const dialog = document.querySelector(".cg-search");
  gateKeys(dialog);
  if (dialog) setUpSearch(dialog);
  reachWide();
  setUpColours(document.querySelectorAll("[name=cg-colours]"));
})((globalThis.cg = globalThis.cg || {}));

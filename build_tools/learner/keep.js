// The page "Keep my work": what is saved, a copy of it, the way back from a copy, and the end of it all.
(function (cg) {
  "use strict";

  const page = document.querySelector("[data-cg-keep]");
  if (!page) return;
  const words = cg.words.keep;
  const part = (name) => page.querySelector(`[data-keep="${name}"]`);
  const on = (name, act) => part(name).addEventListener("click", act);
  let chosen = null; // the text of the file that is being looked at

  function show(name, seen) {
    part(name).hidden = !seen;
  }

  function say(name, text) {
    part(name).textContent = text;
  }

  function describe(state) {
    if (state !== "kept") return words[state];
    const unsaved = cg.store.unsaved();
    return unsaved ? words.full(unsaved) : words.kept(cg.store.all().length);
  }

  function refresh() {
    const state = cg.store.state();
    const something = cg.store.all().length > 0;
    say("state", `${describe(state)}${location.protocol === "file:" ? ` ${words.local}` : ""}`);
    show("save", state === "memory");
    show("reload", state === "older");
    part("download").disabled = !something && state !== "kept";
    part("file").disabled = state === "denied" || state === "older";
    part("clear").disabled = state === "denied" || (state === "memory" && !something);
    for (const element of page.querySelectorAll("[data-keep-script]")) element.hidden = false;
    show("plain", false);
  }

  // A button that goes away hands the focus on, or a keyboard would start again at the top of the page.
  function swap(leaving, coming) {
    for (const name of leaving) show(name, false);
    const target = part(coming);
    target.hidden = false;
    if (!target.matches("button, input")) target.tabIndex = -1;
    target.focus();
  }

  function save() {
    const became = cg.keepAll();
    refresh();
    swap([], "saved");
    say("saved", became === "kept" ? words.saved : words.failed);
  }

  function look({ problem, text }) {
    const found = problem ? { problem: cg.words.file[problem] } : cg.store.preview(text);
    if (found.problem) {
      leave(`${found.problem} ${words.untouched}`);
      return;
    }
    const day = found.from?.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const something = found.new + found.changed + found.unreadable > 0;
    const strange = found.unreadable ? words.strange(found.unreadable) : "";
    chosen = something ? text : null;
    say("found", something ? words.found(found, day) + strange : words.same);
    show("merge", something);
    show("leave", something);
  }

  function leave(text) {
    chosen = null;
    part("file").value = "";
    say("found", text);
    if ([part("merge"), part("leave")].includes(document.activeElement)) part("file").focus();
    show("merge", false);
    show("leave", false);
  }

  function merge() {
    const became = cg.keepAll();
    if (became !== "kept" && became !== "full") {
      leave(describe(became));
      return;
    }
    const { problem } = cg.store.import(chosen);
    leave(problem ?? (cg.store.unsaved() ? words.failed : words.merged));
  }

  function clear() {
    cg.clearAll();
    refresh();
    say("saved", "");
    swap(["sure"], "gone");
    say("gone", words.cleared);
  }

  on("save", save);
  on("reload", () => location.reload());
  on("download", () => say("downloaded", words.downloaded(cg.downloadAll())));
  part("file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) look(await cg.file.open(file));
  });
  on("merge", merge);
  on("leave", () => leave(words.untouched));
  on("clear", () => {
    say("gone", "");
    swap([], "sure");
  });
  on("no", () => swap(["sure"], "clear"));
  on("yes", clear);
  cg.store.on(refresh);
  refresh();
})((globalThis.cg = globalThis.cg || {}));

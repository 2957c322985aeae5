// The page of a module's questions: how many are answered, and what the answers say of each outcome.
(function (cg) {
  "use strict";

  const section = document.querySelector("[data-cg-results]");
  if (!section) return;
  const words = cg.words.results;
  const module = section.dataset.cgResults;
  const status = section.querySelector(".cg-results__state");
  const elements = Array.from(document.querySelectorAll("cg-question"));
  const questions = elements.map(({ dataset }) => ({
    id: dataset.cgKey.split("/")[2],
    outcomes: dataset.outcomes.split(" "),
    use: dataset.use.split(" "),
  }));

  function link(id) {
    const element = elements[questions.findIndex((one) => one.id === id)];
    return cg.make("a", { href: `#${element.id}`, textContent: element.querySelector(".cg-question__stem").textContent.trim() });
  }

  function listed(label, ids) {
    if (!ids.length) return [];
    return [cg.make("p", { textContent: label }), cg.make("ul", {}, ...ids.map((id) => cg.make("li", {}, link(id))))];
  }

  function fill(place, row) {
    place.querySelector(".cg-results__row")?.remove();
    if (!row || row.answered < row.asked) return;
    const unsure = row.weak.filter((id) => !row.sure.includes(id));
    place.append(
      cg.made(
        "div",
        { className: "cg-results__row" },
        cg.make("p", { textContent: words.row(row) }),
        ...listed(words.sure, row.sure),
        ...listed(words.weak, unsure),
      ),
    );
  }

  function show() {
    const tries = new Map(cg.store.all((one) => one.module === module && one.kind === "question").map(({ id, v }) => [id, v]));
    const rows = cg.byOutcome(tries, questions);
    const done = questions.filter(({ id }) => tries.has(id)).length;
    const text = words.state(done, questions.length);
    if (status.textContent !== text) status.textContent = text;
    for (const place of section.querySelectorAll("[data-outcome]")) {
      fill(place, rows.find(({ outcome }) => outcome === place.dataset.outcome));
    }
  }

  cg.store.on(show);
  show();
})((globalThis.cg = globalThis.cg || {}));

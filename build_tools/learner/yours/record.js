// The page "Record of learning": a learner's own statement of lessons, time, outcomes and their own words, to print.
(function (cg) {
  "use strict";

  const words = cg.words.yours.record;
  const cell = (name, text, more = {}) => cg.make(name, { textContent: text, ...more });
  const labelled = (text, label) => {
    const made = cell("td", text);
    made.dataset.label = label;
    return made;
  };

  function table(lessons) {
    const heads = [words.lesson, words.time, words.day];
    const head = cg.make("tr", {}, ...heads.map((text) => cell("th", text, { scope: "col" })));
    const rows = lessons.map(({ title, minutes, day }) => {
      const when = day === null ? words.unknown : cg.dayText(Math.min(day, cg.today()));
      const cells = [labelled(cg.words.yours.minutes(minutes), heads[1]), labelled(when, heads[2])];
      return cg.make("tr", {}, cell("th", title, { scope: "row" }), ...cells);
    });
    const made = cg.make("table", {}, cg.make("thead", {}, head), cg.make("tbody", {}, ...rows));
    return cg.make("div", { className: "cg-yours__facts" }, made);
  }

  function module(one) {
    const { outcomes = [] } = cg.work[one.id] ?? {};
    const list = outcomes.map((text) => cell("li", text));
    return [
      cg.make("h2", { textContent: one.title }),
      cell("p", `${words.about(one.done, one.of)}, ${cg.words.yours.minutes(one.took)}.`),
      table(one.lessons),
      cell("p", `${words.outcomes}:`),
      cg.make("ul", {}, ...list),
    ];
  }

  cg.yours("record", (part) => {
    const box = part("words");
    const [place, kind, id] = cg.gather.OWN.split("/");
    let timer = 0;

    function save() {
      clearTimeout(timer);
      if (!timer) return;
      timer = 0;
      cg.ask(box, cg.store.put(place, kind, id, box.value, ""));
    }
    box.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 800);
      cg.tell(part("printed"), box.value);
    });
    box.addEventListener("change", save);
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
    part("name").addEventListener("input", () => cg.tell(part("named"), part("name").value));

    return () => {
      const facts = cg.store.all();
      const held = cg.byKey(facts);
      const learned = cg.learned(cg.progress(cg.course(), facts), held);
      const [took, number] = [learned.reduce((sum, one) => sum + one.took, 0), learned.reduce((sum, one) => sum + one.done, 0)];
      cg.tell(part("state"), number ? `${words.total(cg.about.title, took, number)}. ${words.how}` : cg.standing(words.empty));
      cg.fill(part("own"), ...learned.flatMap(module));
      const kept = held.get(cg.gather.OWN)?.v ?? "";
      if (document.activeElement !== box && !timer && box.value !== kept) box.value = kept;
      cg.tell(part("printed"), box.value);
      cg.tell(part("day"), words.printed(cg.dayText(cg.today())));
    };
  });
})((globalThis.cg = globalThis.cg || {}));

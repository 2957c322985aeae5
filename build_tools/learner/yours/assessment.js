// The page of the self-assessment: round after round, the sums as a picture and as a table, and what each round changed.
(function (cg) {
  "use strict";

  const words = cg.words.yours.rounds;
  const cell = (name, text, more = {}) => cg.make(name, { textContent: text, ...more });

  function change(one, two) {
    if (one === null || two === null) return "–";
    return one === two ? words.same : `${two > one ? "+" : "−"}${Math.abs(two - one)}`;
  }

  function row({ title, grows }, sums, most) {
    const shown = sums.map((sum) => cell("td", sum === null ? words.none : words.sum(sum, most)));
    if (sums.length > 1) shown.push(cell("td", change(...sums)));
    const modules = grows.flatMap((id) => {
      const { title: name, path } = cg.course().modules[id] ?? { title: id };
      return [", ", path ? cg.to(path, name) : name];
    });
    return cg.make("tr", {}, cell("th", title, { scope: "row" }), ...shown, cg.make("td", {}, ...modules.slice(1)));
  }

  function table(practices, rounds, most) {
    const heads = [words.practice, ...rounds.map(({ round }) => words.name(round))];
    heads.push(...(rounds.length > 1 ? [words.change] : []), words.grows);
    const head = cg.make("tr", {}, ...heads.map((text) => cell("th", text, { scope: "col" })));
    const rows = practices.map((one, at) => row(one, rounds.map(({ sums }) => sums[at]), most));
    const made = cg.make("table", {}, cg.make("thead", {}, head), cg.make("tbody", {}, ...rows));
    for (const one of made.tBodies[0].rows) [...one.cells].slice(1).forEach((each, at) => (each.dataset.label = heads[at + 1]));
    return cg.make("div", { className: "cg-yours__facts" }, made);
  }

  /** The latest whole round, and an earlier one beside it, with a choice where there are several. */
  function result(practices, whole, most, chosen, choose) {
    const later = whole.at(-1);
    const others = whole.slice(0, -1);
    const earlier = others.find(({ round }) => round === chosen) ?? others[0];
    const shown = earlier ? [earlier, later] : [later];
    const lowest = cg.lowest(later).map((at) => practices[at].title);
    const drawn = practices.length > 2 ? [cg.make("figure", { className: "cg-yours__picture" }, cg.drawRadar(practices, shown, most))] : [];
    const made = [...drawn, table(practices, shown, most), cell("p", words.lowest(lowest))];
    if (others.length < 2) return made;
    const options = others.map(({ round }) => cg.make("option", { value: round, textContent: words.name(round), selected: round === earlier.round }));
    const select = cg.make("select", { onchange: () => choose(Number(select.value)) }, ...options);
    return [cg.make("p", {}, cg.make("label", {}, `${words.compare} `, select)), ...made];
  }

  cg.yours("assessment", (part) => {
    const practices = cg.course().practices;
    const inputs = [...document.querySelectorAll("[data-yours] input[type=radio]")];
    const steps = Math.max(...inputs.map(({ value }) => Number(value)));
    const most = steps * Math.max(...practices.map(({ statements }) => statements.length));
    const of = new Set(inputs.map(({ name }) => name)).size;
    const rounds = () => cg.rounds(cg.store.all(), practices);
    const latest = () => rounds().at(-1) ?? { round: 1, answers: {}, answered: 0, of };
    let chosen = 0;

    function put(round, answers, near) {
      cg.ask(near, cg.store.put("course", "assessment", `round-${round}`, { round, answers }, ""));
    }

    function begin() {
      const round = latest().round + 1;
      put(round, {}, part("begin"));
      draw();
      inputs[0].focus();
      cg.say(words.begun(round));
    }

    function draw() {
      const made = rounds();
      const { round, answers, answered, day = null } = latest();
      for (const input of inputs) input.checked = answers[input.name] === Number(input.value);
      const all = answered === of;
      const text = all ? words.whole(round, day === null ? "" : cg.dayText(day)) : words.now(round, answered, of);
      cg.tell(part("state"), text);
      part("begin").hidden = !all || round > 98;
      cg.tell(part("begin"), words.begin(round + 1));
      const whole = made.filter((one) => one.answered === of);
      if (!whole.length) {
        cg.fill(part("result"));
        return;
      }
      const shown = result(practices, whole, most, chosen, (wanted) => {
        chosen = wanted;
        draw();
      });
      const heading = cell("h2", words.result);
      if (all) cg.fill(part("result"), heading, ...shown);
      else cg.fill(part("result"), cg.make("details", {}, cell("summary", words.before), ...shown));
    }

    for (const input of inputs) {
      input.addEventListener("change", () => {
        const { round, answers } = latest();
        put(round, { ...answers, [input.name]: Number(input.value) }, input);
        draw();
      });
    }
    part("begin").addEventListener("click", begin);
    return draw;
  });
})((globalThis.cg = globalThis.cg || {}));

// The page "My course": where the learner was, what comes next, what is due, and the strands with what is done.
(function (cg) {
  "use strict";

  const words = cg.words.yours.course;
  const item = (...children) => cg.make("li", {}, ...children);

  function step(next) {
    if (!next) return words.finished;
    if (next.kind === "lesson") return cg.to(next.path, words.lesson(next.title, next.minutes));
    return cg.to(next.path, words[next.kind](next.title));
  }

  function due(data, facts) {
    const today = cg.today();
    const coming = cg.reviews(data, facts, today).filter((one) => one.due !== null);
    const now = coming.filter((one) => one.due <= today).length;
    if (now) return cg.to("review.md", words.due(now));
    return coming.length ? words.notDue(cg.dayText(coming[0].due)) : words.none;
  }

  function line(one) {
    const name = one.path ? cg.to(one.path, one.title) : one.title;
    const told = [one.state === "begun" && one.done ? words.of(one.done, one.of) : words.state[one.state](one.of)];
    if (one.left) told.push(words.more(one.left));
    if (one.answered) told.push(words.answered(one.answered, one.asked));
    return item(one.number ? `${one.number}. ` : "", name, ` – ${told.join(" · ")}`);
  }

  function strand({ title, modules }) {
    return [cg.make("h3", { textContent: title }), cg.make("ul", {}, ...modules.map(line))];
  }

  cg.yours("course", (part) => () => {
    const [data, facts] = [cg.course(), cg.store.all()];
    part("plain").hidden = facts.length > 0;
    cg.tell(part("state"), cg.standing(cg.store.state() === "kept" ? cg.words.yours.kept : part("state").textContent));
    if (!facts.length) {
      cg.fill(part("own"));
      return;
    }
    const progress = cg.progress(data, facts);
    const place = cg.place(data, cg.byKey(facts));
    const began = place ? [cg.make("p", {}, cg.to(place.path, words.goOn(place.title), "cg-start"))] : [];
    const next = item(cg.make("strong", { textContent: `${words.next}: ` }), step(progress.next));
    const counts = item(`${words.done(progress.done, progress.of, progress.took)} ${progress.left ? words.left(progress.left) : ""}`);
    const legend = cg.make("figcaption", { textContent: words.legend });
    const picture = cg.make("figure", { className: "cg-yours__picture" }, cg.drawStrands(progress), legend);
    const heading = cg.make("h2", { textContent: words.picture });
    const list = cg.make("ul", { className: "cg-yours__now" }, next, item(due(data, facts)), counts);
    cg.fill(part("own"), ...began, list, heading, picture, ...progress.strands.flatMap(strand));
  });
})((globalThis.cg = globalThis.cg || {}));

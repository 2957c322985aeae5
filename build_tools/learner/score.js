// Knows whether an answer is right, and what a learner's tries say of each outcome. Pure: no page, no storage.
(function (cg) {
  "use strict";

  /** Whether an answer is a list with a number for each place, as those to `order` and `match` questions are. */
  const listed = (kind) => kind === "order" || kind === "match";

  // A question is `{kind, size, right}`: `size` options, items or pairs; `right` the options that are. An answer holds the
  // options picked, or for each place in the order the item that stands there, or for each pair what was matched with it:
  // numbers as in the author's file, where item 0 comes first and pair 0 belongs together. −1 stands for none.
  cg.score = ({ kind, size, right = [] }, answer) => {
    const given = Array.isArray(answer) ? answer : [];
    const fits = (at) => (listed(kind) ? given[at] === at : given.includes(at) === right.includes(at));
    const each = Array.from({ length: size }, (_, at) => fits(at));
    const extra = listed(kind) ? 0 : given.filter((pick) => !right.includes(pick)).length;
    const got = listed(kind) ? each.filter(Boolean).length : right.filter((one) => given.includes(one)).length;
    return { ok: size > 0 && extra === 0 && each.every(Boolean), each, got, of: listed(kind) ? size : right.length, extra };
  };

  const tally = () => ({ right: 0, of: 0 });
  function count(into, { ok }) {
    into.of += 1;
    into.right += ok ? 1 : 0;
  }

  function row(outcome) {
    return { outcome, asked: 0, answered: 0, before: tally(), again: tally(), first: tally(), now: tally(), weak: [], sure: [] };
  }

  // What the tries, a map from the ids of questions, say of each outcome of `questions`: `before` counts the first tries of
  // questions asked before the module and `again` their latest, if they were tried again; `first` and `now` those of all
  // others; `weak` are questions whose latest try is not right, `sure` those whose first was sure and not right.
  cg.byOutcome = (tries, questions) => {
    const rows = new Map();
    for (const { id, outcomes, use } of questions) {
      const done = tries.get(id) ?? [];
      for (const outcome of outcomes) {
        if (!rows.has(outcome)) rows.set(outcome, row(outcome));
        const found = rows.get(outcome);
        found.asked += 1;
        if (!done.length) continue;
        found.answered += 1;
        const [first, last] = [done[0], done[done.length - 1]];
        const early = use.includes("pre");
        count(early ? found.before : found.first, first);
        if (!early) count(found.now, last);
        else if (done.length > 1) count(found.again, last);
        if (!last.ok) found.weak.push(id);
        if (first.c === 3 && !first.ok) found.sure.push(id);
      }
    }
    return [...rows.values()];
  };

  /** The same entries with the one at `from` moved to `to`, which is kept within the list. */
  cg.moved = (list, from, to) => {
    const others = [...list];
    const [one] = others.splice(from, 1);
    others.splice(Math.max(0, Math.min(to, others.length)), 0, one);
    return others;
  };
})((globalThis.cg = globalThis.cg || {}));

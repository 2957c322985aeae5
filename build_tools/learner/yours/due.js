// Knows when a question comes back, from the tries at it. Spacing as in Cepeda et al. (2006): the gaps grow with success.
(function (cg) {
  "use strict";

  const STEPS = [2, 7, 30]; // days after the first answer, then after each answer that was right when it was due

  // When a question is due: `{due, step}`, with `due` a day as in `cg.day`, or null when it need not come back.
  //
  // A time that lies ahead comes from a clock that was wrong, so it counts as long ago: rather ask once more than never.
  // No try is earlier than the one before it. A right answer before its day changes nothing: it was still fresh.
  cg.due = (tries, today) => {
    let [last, step, due] = [null, 0, null];
    for (const { at, ok } of tries) {
      const told = cg.dayOf(at);
      const day = Math.max(last ?? 0, told === null || told > today + 1 ? 0 : Math.min(told, today));
      if (last === null || !ok) [step, due] = [0, day + STEPS[0]];
      else if (due !== null && day >= due) {
        step += 1;
        due = step < STEPS.length ? day + STEPS[step] : null;
      }
      last = day;
    }
    return { due, step };
  };

  /** The days on which it comes back if each answer is right and on its day. */
  cg.ahead = ({ due, step }, today) => {
    if (due === null) return [];
    const days = [Math.max(due, today)];
    for (const gap of STEPS.slice(step + 1)) days.push(days.at(-1) + gap);
    return days;
  };

  /** One after another from modules in turn, so that what comes next has to be recalled and not continued. */
  cg.mixed = (items) => {
    const groups = new Map();
    for (const one of items) groups.set(one.module, [...(groups.get(one.module) ?? []), one]);
    const made = [];
    while (made.length < items.length) {
      const ready = [...groups.values()].filter((group) => group.length);
      const others = ready.filter(([first]) => first.module !== made.at(-1)?.module);
      const group = (others.length ? others : ready).reduce((one, two) => (two.length > one.length ? two : one));
      made.push(group.shift());
    }
    return made;
  };

  /** Every question for review that was answered, as `{key, module, id, revision, due, step}`, the earliest first. */
  cg.reviews = (data, facts, today) => {
    const tried = new Map(facts.filter(({ kind }) => kind === "question").map((one) => [`${one.module}/${one.id}`, one.v]));
    const found = [];
    for (const [module, { questions = [] }] of Object.entries(data.modules)) {
      for (const { id, use } of questions) {
        const tries = tried.get(`${module}/${id}`);
        if (use.includes("review") && tries?.length) {
          found.push({ key: `${module}/question/${id}`, module, id, ...cg.due(tries, today) });
        }
      }
    }
    return found.sort((one, two) => (one.due ?? Infinity) - (two.due ?? Infinity) || (one.key < two.key ? -1 : 1));
  };

  /** Those to answer today: at most `most`, the longest due, mixed. */
  cg.dueToday = (reviews, today, most = 10) =>
    cg.mixed(reviews.filter(({ due }) => due !== null && due <= today).slice(0, most));
})((globalThis.cg = globalThis.cg || {}));

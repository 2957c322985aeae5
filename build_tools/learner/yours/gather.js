// Knows how everything that a learner wrote comes together with what was asked, by module. Shows nothing.
(function (cg) {
  "use strict";

  const KINDS = ["reflection", "plan", "text", "field", "grid", "scale", "checklist"];
  const filled = { grid: (rows) => rows.some((row) => row.some((cell) => cell.trim())), scale: () => true };
  const ticked = (map) => Object.values(map).includes(true);

  /** Whether there is anything in a value: an emptied box is no piece of work. */
  function something(kind, value) {
    if (kind === "checklist") return ticked(value);
    return filled[kind] ? filled[kind](value) : value.trim() !== "";
  }

  function piece(fact, asked) {
    const { kind, id, at, r, v } = fact;
    const { words = [], path = "", columns = [], items = [], low, high, ends, revision = "" } = asked ?? {};
    const changed = Boolean(asked && r && revision && r !== revision);
    const made = { kind, id, day: cg.dayOf(at), value: v, asked: words, path, changed, former: !asked };
    return { ...made, columns, items: kind === "checklist" ? listed(v, items) : [], low, high, ends };
  }

  /** The items of a checklist as asked, then those that were ticked and are asked no longer. */
  function listed(value, items) {
    const known = items.map(({ id, text }) => ({ text, ticked: value[id] === true }));
    const others = Object.keys(value).filter((id) => value[id] && !items.some((one) => one.id === id));
    return [...known, ...others.map((text) => ({ text, ticked: true }))];
  }

  /** What was asked of a module and answered, page by page; it goes from `held`. */
  function answered(id, pieces, held) {
    const groups = [];
    for (const asked of pieces) {
      const key = `${id}/${asked.kind}/${asked.id}`;
      const fact = held.get(key);
      if (!fact) continue;
      held.delete(key);
      if (groups.at(-1)?.title !== asked.page) groups.push({ title: asked.page, path: asked.path.split("#")[0], pieces: [] });
      groups.at(-1).pieces.push(piece(fact, asked));
    }
    return groups;
  }

  /** The work of those facts for which nothing is asked any longer; it goes from `held`. */
  function former(held, ours) {
    const found = [...held].filter(([, one]) => ours(one));
    for (const [key] of found) held.delete(key);
    const pieces = found.map(([, one]) => piece(one, null));
    return pieces.length ? [{ title: cg.words.yours.journal.former, path: "", pieces }] : [];
  }

  function own(fact) {
    const path = cg.gather.RECORD;
    return { title: "", path: "", pieces: [piece(fact, { path })] };
  }

  // The sections `{title, path, groups: [{title, path, pieces}]}` in the order of the course. Work whose question is gone
  // stands at the end of its module, or in a last section of its own: nothing is left out.
  cg.gather = (data, work, facts) => {
    const words = cg.words.yours.journal;
    const kept = facts.filter(({ kind, v }) => KINDS.includes(kind) && something(kind, v));
    const held = cg.byKey(kept);
    const sections = [];
    for (const id of data.strands.flatMap(({ modules }) => modules)) {
      const pieces = Object.hasOwn(work, id) ? work[id].pieces : [];
      const groups = [...answered(id, pieces, held), ...former(held, ({ module }) => module === id)];
      if (groups.length) sections.push({ title: data.modules[id].title, path: data.modules[id].path ?? "", groups });
    }
    const said = held.get(cg.gather.OWN);
    held.delete(cg.gather.OWN);
    if (said) sections.push({ title: words.own, path: cg.gather.RECORD, groups: [own(said)] });
    const rest = former(held, () => true).map((one) => ({ ...one, title: "" }));
    return rest.length ? [...sections, { title: words.former, path: "", groups: rest }] : sections;
  };
  cg.gather.OWN = "course/reflection/record"; // the learner's own words on the record of learning
  cg.gather.RECORD = "record.md";
})((globalThis.cg = globalThis.cg || {}));

// Knows what a kept fact may look like. Whatever is read back is a stranger's until it has gone through here: all sites
// of one GitHub account share one storage.
(function (cg) {
  "use strict";

  const SCHEMA = 1;
  const COUNTER = 2 ** 40; // nobody makes so many changes; a forged counter can go no further
  const MOST = { text: 20000, tries: 50, picks: 50, rows: 50, columns: 12, cell: 5000, items: 200, other: 40000 };
  const PART = "[a-z0-9][a-z0-9_-]{0,79}";
  const ID = new RegExp(`^${PART}/${PART}/${PART}$`);
  const SLUG = new RegExp(`^${PART}$`);
  const NAMES = ["constructor", "prototype"]; // `__proto__` is no slug

  const whole = (value, low, high) => Number.isInteger(value) && value >= low && value <= high;
  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

  /** A text cut at the limit, never through the middle of a character. */
  function cut(value, most) {
    if (typeof value !== "string") return undefined;
    return value.length > most ? value.slice(0, most).replace(/[\uD800-\uDBFF]$/, "") : value;
  }

  /** The entries of a map whose keys are ids and whose values pass, in order of their keys; without a prototype. */
  function entries(value, passes) {
    if (!isMap(value)) return undefined;
    const clean = Object.create(null);
    const keys = Object.keys(value).filter((key) => SLUG.test(key) && !NAMES.includes(key) && passes(value[key]));
    for (const key of keys.sort().slice(0, MOST.items)) clean[key] = value[key];
    return clean;
  }

  const like = (value, form) => typeof value === "string" && form.test(value);
  const at = (value) => (like(value, /^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/) && !isNaN(Date.parse(value)) ? value : "");
  const revision = (value) => (like(value, /^[0-9a-f]{12}$/) ? value : "");
  const signed = (one) => whole(one.n, 1, COUNTER) && like(one.by, /^[0-9a-f]{8}$/);

  function attempt(one) {
    if (!isMap(one) || !signed(one) || typeof one.ok !== "boolean" || !Array.isArray(one.a)) return undefined;
    if (one.a.length > MOST.picks || !one.a.every((pick) => whole(pick, -1, 999))) return undefined;
    const clean = { n: one.n, by: one.by, at: at(one.at), r: revision(one.r), a: [...one.a], ok: one.ok };
    if (whole(one.c, 1, 3)) clean.c = one.c;
    return clean;
  }

  function attempts(value) {
    return Array.isArray(value) ? cg.merge.list(value.map(attempt).filter(Boolean), MOST.tries) : undefined;
  }

  function grid(value) {
    if (!Array.isArray(value) || !value.every(Array.isArray)) return undefined;
    const rows = value.slice(0, MOST.rows).map((row) => row.slice(0, MOST.columns).map((cell) => cut(cell, MOST.cell)));
    return rows.flat().includes(undefined) ? undefined : rows;
  }

  function assessment(value) {
    if (!isMap(value) || !whole(value.round, 1, 99)) return undefined;
    const answers = entries(value.answers, (answer) => whole(answer, 1, 9));
    return answers && { round: value.round, answers };
  }

  /** A path inside the site, so that nobody can be led elsewhere. */
  function place(value) {
    const inside = isMap(value) && typeof value.path === "string" && value.path.length <= 300;
    if (!inside || !/^[a-z0-9_-][a-z0-9_./-]*(#[A-Za-z0-9_-]+)?$/.test(value.path)) return undefined;
    return /\.\.|\/\//.test(value.path) ? undefined : { path: value.path };
  }

  const text = (value) => cut(value, MOST.text);
  const KINDS = {
    question: attempts,
    lesson: (value) => (isMap(value) && typeof value.done === "boolean" ? { done: value.done } : undefined),
    reflection: text,
    plan: text,
    field: text,
    text,
    grid,
    scale: (value) => (whole(value, -1000, 1000) ? value : undefined),
    checklist: (value) => entries(value, (ticked) => typeof ticked === "boolean"),
    assessment,
    place,
  };

  /** A value of a kind, clean and within its limits; undefined if it is none. Values of unknown kinds stay as they are. */
  function value(kind, given) {
    if (Object.hasOwn(KINDS, kind)) return KINDS[kind](given);
    return given !== undefined && cg.canonical(given).length <= MOST.other ? given : undefined;
  }

  /** A fact as it was kept under `id`, clean: the fact, "newer" if a later release wrote it, or "broken". */
  function fact(id, given) {
    if (!ID.test(id) || !isMap(given) || !whole(given.s, 1, 1000)) return "broken";
    if (given.s > SCHEMA) return "newer";
    const clean = value(cg.shape.kind(id), given.v);
    if (!signed(given) || clean === undefined) return "broken";
    return { s: SCHEMA, n: given.n, by: given.by, at: at(given.at), r: revision(given.r), v: clean };
  }

  cg.shape = { SCHEMA, COUNTER, MOST, fact, value, cut, revision, isMap };
  /** Whether a list of this kind grows by `add`; all other kinds are replaced by `put`. */
  cg.shape.grows = (kind) => kind === "question";
  cg.shape.isId = (id) => ID.test(id);
  /** An id that a text which cannot be read may be kept under. */
  cg.shape.isLoose = (id) => ID.test(id.replace(/^broken\//, ""));
  cg.shape.kind = (id) => id.split("/")[1];
  /** The text of a storage key or a file as a fact, "newer" or "broken". */
  cg.shape.read = (id, json) => {
    try {
      return fact(id, JSON.parse(json));
    } catch {
      return "broken";
    }
  };
})((globalThis.cg = globalThis.cg || {}));

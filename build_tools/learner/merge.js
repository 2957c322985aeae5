// Knows which of two facts stands, or what both make together. Commutative, associative and idempotent, so that tabs,
// files and devices come to the same end in any order. Goes by counters, never by clocks.
(function (cg) {
  "use strict";

  const text = (value) => cg.canonical(value);

  /** Below, at or above zero as `one` is earlier than, equal to or later than `two`. */
  function compare(one, two) {
    if (one.n !== two.n) return one.n - two.n;
    if (one.by !== two.by) return one.by < two.by ? -1 : 1;
    const [left, right] = [text(one), text(two)];
    return left === right ? 0 : left < right ? -1 : 1;
  }

  /** One entry for each counter and writer, in order; beyond `most` the first and the latest stay. */
  function list(entries, most) {
    const kept = [];
    for (const entry of [...entries].sort(compare)) {
      const last = kept.at(-1);
      if (last && last.n === entry.n && last.by === entry.by) kept.pop();
      kept.push(entry);
    }
    return kept.length > most ? [kept[0], ...kept.slice(1 - most)] : kept;
  }

  /** The fact that stands when `one` and `two` were kept under the same id. */
  cg.merge = (kind, one, two) => {
    if (!cg.shape.grows(kind)) return compare(one, two) < 0 ? two : one;
    const [left, right] = [{ ...one, v: 0 }, { ...two, v: 0 }];
    return { ...(compare(left, right) < 0 ? two : one), v: list([...one.v, ...two.v], cg.shape.MOST.tries) };
  };
  cg.merge.list = list;
})((globalThis.cg = globalThis.cg || {}));

// Numbers and facts from a seed, the same on every machine (mulberry32).
"use strict";

function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, of: (values) => values[below(values.length)], some: (most, make) => Array.from({ length: below(most + 1) }, make) };
}

// Few counters and writers, so that many facts collide.
function envelope({ below, of }) {
  const head = { s: 1, n: 1 + below(5), by: of(["00000001", "00000002", "ffffffff"]) };
  return { ...head, at: of(["", "2026-11-24T21:05Z"]), r: of(["", "aabbccddeeff"]) };
}

const VALUES = {
  question: (roll) =>
    roll.some(roll.of([3, 70]), () => ({
      ...envelope(roll), n: 1 + roll.below(60), a: roll.some(3, () => roll.below(4)), ok: roll.of([true, false]),
    })),
  reflection: (roll) => roll.of(["", "a", "b", "é"]),
  lesson: (roll) => ({ done: roll.of([true, false]) }),
  grid: (roll) => roll.some(2, () => roll.some(2, () => roll.of(["x", "y"]))),
  checklist: (roll) => Object.fromEntries(roll.some(3, () => [roll.of(["a", "b", "c"]), roll.of([true, false])])),
  scale: (roll) => roll.below(5),
  assessment: (roll) => ({ round: 1 + roll.below(2), answers: { one: 1 + roll.below(5) } }),
  place: (roll) => ({ path: roll.of(["modules/a.md", "keep.md#restore"]) }),
  "from-later": (roll) => roll.of([null, { z: 1, a: [2] }, "x"]),
};

module.exports = { dice, KINDS: Object.keys(VALUES), fact: (roll, kind) => ({ ...envelope(roll), v: VALUES[kind](roll) }) };

"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, plain } = require("./scripts.js");
const { dice } = require("./random.js");

const CASES = Number(process.env.CG_CASES ?? 500);
const single = { kind: "single", size: 4, right: [2] };
const multiple = { kind: "multiple", size: 4, right: [0, 2] };
const order = { kind: "order", size: 4 };
const match = { kind: "match", size: 3 };

const SCORES = [
  ["one right", single, [2], { ok: true, got: 1, of: 1, extra: 0, each: [true, true, true, true] }],
  ["one not right", single, [0], { ok: false, got: 0, of: 1, extra: 1, each: [false, true, false, true] }],
  ["all that fit", multiple, [2, 0], { ok: true, got: 2, of: 2, extra: 0, each: [true, true, true, true] }],
  ["half of what fits", multiple, [0], { ok: false, got: 1, of: 2, extra: 0, each: [true, true, false, true] }],
  ["all that fit and one more", multiple, [0, 2, 3], { ok: false, got: 2, of: 2, extra: 1, each: [true, true, true, false] }],
  ["in order", order, [0, 1, 2, 3], { ok: true, got: 4, of: 4, extra: 0, each: [true, true, true, true] }],
  ["two changed places", order, [0, 2, 1, 3], { ok: false, got: 2, of: 4, extra: 0, each: [true, false, false, true] }],
  ["pairs", match, [0, 1, 2], { ok: true, got: 3, of: 3, extra: 0, each: [true, true, true] }],
  ["one pair left out", match, [0, -1, 2], { ok: false, got: 2, of: 3, extra: 0, each: [true, false, true] }],
];

for (const [name, question, answer, expected] of SCORES) {
  test(`scores ${name}`, () => assert.deepEqual(plain(cg.score(question, answer)), expected));
}

test("what is no answer is not right, and never throws", () => {
  for (const question of [single, multiple, order, match, { kind: "order", size: 0 }, { kind: "none", size: 0 }]) {
    for (const answer of [undefined, null, "2", 2, {}, [], [null], ["2"], [NaN], [-1], Array(10000).fill(9)]) {
      assert.equal(cg.score(question, answer).ok, false, JSON.stringify([question, answer]));
    }
  }
});

test(`only the one answer is right, ${CASES} times`, () => {
  for (let seed = 0; seed < CASES; seed++) {
    const roll = dice(seed);
    const size = 2 + roll.below(6);
    const right = [...Array(size).keys()].filter(() => roll.below(2));
    const answer = [...Array(size).keys()].filter(() => roll.below(2));
    const same = plain(answer).join() === right.join();
    assert.equal(cg.score({ kind: "multiple", size, right }, answer).ok, same, `seed ${seed}`);
    const list = Array.from({ length: size }, (_, at) => at).sort(() => roll.below(3) - 1);
    assert.equal(cg.score({ kind: "order", size }, list).ok, list.every((one, at) => one === at), `seed ${seed}`);
  }
});

test(`moving keeps every entry, stays within the list and can be taken back, ${CASES} times`, () => {
  for (let seed = 0; seed < CASES; seed++) {
    const roll = dice(seed);
    const list = [...Array(1 + roll.below(8)).keys()];
    const [from, to] = [roll.below(list.length), roll.below(12) - 2];
    const moved = cg.moved(list, from, to);
    const place = moved.indexOf(from);
    assert.deepEqual([...moved].sort((one, two) => one - two), list);
    assert.equal(place, Math.max(0, Math.min(to, list.length - 1)), `seed ${seed}`);
    assert.deepEqual(cg.moved(moved, place, from), list);
  }
});

const questions = [
  { id: "early", outcomes: ["a"], use: ["pre", "review"] },
  { id: "one", outcomes: ["a"], use: ["lesson", "module"] },
  { id: "two", outcomes: ["a", "b"], use: ["module"] },
];
const attempt = (n, ok, c) => ({ n, by: "00000001", a: [0], ok, ...(c ? { c } : {}) });

test("before and after stand apart, and the first try from the latest", () => {
  const tries = new Map([
    ["early", [attempt(1, false), attempt(9, true)]],
    ["one", [attempt(2, false, 3), attempt(3, true)]],
    ["two", [attempt(4, false, 1)]],
    ["gone from the course", [attempt(5, true)]],
  ]);
  assert.deepEqual(plain(cg.byOutcome(tries, questions)), [
    {
      outcome: "a", asked: 3, answered: 3,
      before: { right: 0, of: 1 }, again: { right: 1, of: 1 }, first: { right: 0, of: 2 }, now: { right: 1, of: 2 },
      weak: ["two"], sure: ["one"],
    },
    {
      outcome: "b", asked: 1, answered: 1,
      before: { right: 0, of: 0 }, again: { right: 0, of: 0 }, first: { right: 0, of: 1 }, now: { right: 0, of: 1 },
      weak: ["two"], sure: [],
    },
  ]);
});

test("what is not answered yet is asked and no more", () => {
  const [row] = cg.byOutcome(new Map([["early", [attempt(1, true)]]]), questions);
  assert.deepEqual([row.asked, row.answered, row.again.of, row.now.of], [3, 1, 0, 0]);
});

const WORDS = [
  [{ before: [0, 1], again: [0, 0], first: [2, 3], now: [3, 3] }, "Before you started: 0 of 1 right. The others: 3 of 3 right, 2 of them at the first try."],
  [{ before: [0, 0], again: [0, 0], first: [3, 4], now: [3, 4] }, "Your answers: 3 of 4 right."],
  [{ before: [0, 1], again: [1, 1], first: [0, 0], now: [0, 0] }, "Before you started: 0 of 1 right, and asked again 1 of 1."],
];

for (const [counts, said] of WORDS) {
  test(`says “${said}”`, () => {
    const row = Object.fromEntries(Object.entries(counts).map(([name, [right, of]]) => [name, { right, of }]));
    assert.equal(cg.words.results.row(row), said);
  });
}

test("counts in words, never in per cent", () => {
  const { several, places, pairs } = cg.words.question;
  assert.equal(several(true, 2, 2, 0, ["A", "C"]), "Right: these, and no others.");
  assert.equal(several(false, 1, 2, 1, ["A", "C"]), "Not yet. You chose 1 of the 2 that fit, and 1 that does not fit. The right ones are A and C.");
  assert.equal(several(false, 0, 2, 2, ["A", "C"]), "Not yet. You chose 0 of the 2 that fit, and 2 that do not fit. The right ones are A and C.");
  assert.equal(places(2, 4), "Not yet. 2 of 4 in the right place.");
  assert.equal(places(0, 4), "Not yet. None in the right place.");
  assert.equal(pairs(0, 4), "Not yet. No pair right.");
});

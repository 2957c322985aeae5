"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, plain } = require("./scripts.js");
const { dice, KINDS, fact } = require("./random.js");

const CASES = Number(process.env.CG_CASES ?? 500);

test(`order, grouping and repetition make no difference, ${CASES} times`, () => {
  for (let seed = 0; seed < CASES; seed++) {
    const roll = dice(seed);
    const kind = roll.of(KINDS);
    const [one, two, three] = [0, 0, 0].map(() => {
      const made = cg.shape.fact(`m/${kind}/x`, fact(roll, kind));
      assert.equal(typeof made, "object", `${seed}: ${kind}`);
      return made;
    });
    const merge = (left, right) => cg.merge(kind, left, right);
    const same = (left, right, law) => assert.deepEqual(plain(left), plain(right), `${law}, seed ${seed}, ${kind}`);
    same(merge(one, two), merge(two, one), "commutative");
    same(merge(merge(one, two), three), merge(one, merge(two, three)), "associative");
    same(merge(one, one), one, "idempotent");
    same(merge(merge(one, two), two), merge(one, two), "nothing new changes nothing");
    same(cg.shape.fact(`m/${kind}/x`, plain(merge(one, two))), merge(one, two), "what was merged can be read back");
  }
});

test("of many tries the first and the latest stay", () => {
  const tries = Array.from({ length: 80 }, (_, at) => ({ n: at + 1, by: "00000001", at: "", r: "", a: [], ok: true }));
  const kept = cg.shape.value("question", tries);
  assert.deepEqual(kept.map((one) => one.n), [1, ...Array.from({ length: 49 }, (_, at) => at + 32)]);
});

"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, zoned, DATA, fact } = require("./yours.js");
const { dice } = require("./random.js");

const CASES = Number(process.env.CG_CASES ?? 500);
const NOON = Date.parse("2026-03-01T12:00Z");
const at = (day, hour = 12) => `${new Date(NOON + day * 86400000 + (hour - 12) * 3600000).toISOString().slice(0, 16)}Z`;
const START = Math.round(Date.UTC(2026, 2, 1) / 86400000);
const tries = (...those) => those.map(([day, ok], n) => ({ n: n + 1, at: typeof day === "string" ? day : at(day), ok, a: [0] }));
const when = (list, today = 100) => {
  const { due, step } = cg.due(tries(...list), START + today);
  return [due === null ? null : due - START, step];
};

// What was done, as days and whether it was right → the day it comes back, and how often it has been right on its day.
const SCHEDULE = {
  "a first answer, right": [[[0, true]], [2, 0]],
  "a first answer, wrong": [[[0, false]], [2, 0]],
  "right at last on the same day": [[[0, false], [0, true]], [2, 0]],
  "right a day too early": [[[0, true], [1, true]], [2, 0]],
  "right on its day": [[[0, true], [2, true]], [9, 1]],
  "right on its day, and once more that day": [[[0, true], [2, true], [2, true]], [9, 1]],
  "right long after its day": [[[0, true], [20, true]], [27, 1]],
  "right after a week": [[[0, true], [2, true], [9, true]], [39, 2]],
  "right after a month": [[[0, true], [2, true], [9, true], [39, true]], [null, 3]],
  "right again after that": [[[0, true], [2, true], [9, true], [39, true], [50, true]], [null, 4]],
  "wrong after a week": [[[0, true], [2, true], [9, false]], [11, 0]],
  "wrong, and right two days on": [[[0, true], [2, true], [9, false], [11, true]], [18, 1]],
  "wrong after all was over": [[[0, true], [2, true], [9, true], [39, true], [50, false]], [52, 0]],
};
for (const [name, [list, wanted]] of Object.entries(SCHEDULE)) {
  test(`comes back: ${name}`, () => {
    const [due, step] = when(list);
    assert.equal(due, wanted[0]);
    if (due !== null) assert.equal(step, wanted[1]);
  });
}

test("a day is the learner's own, through both changes of the clocks", () => {
  // Half past eleven at night in London, an hour before the clocks go forward, and the same before they go back.
  for (const [told, before, after] of [
    ["2026-03-28T23:30Z", "2026-03-29T23:30", "2026-03-30T00:10"],
    ["2026-10-24T22:30Z", "2026-10-25T23:50", "2026-10-26T00:10"],
  ]) {
    zoned("Europe/London", () => {
      const [early, late] = [before, after].map((local) => cg.day(new Date(local)));
      const { due } = cg.due([{ at: told, ok: true }], early);
      assert.equal(due, late, told);
      assert.equal(late - early, 1);
    });
  }
});

test("a day has one number wherever its hours are skipped or doubled", () => {
  for (const zone of ["UTC", "Europe/London", "America/Santiago", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu"]) {
    zoned(zone, () => {
      const days = Array.from({ length: 800 }, (_, on) => cg.day(new Date(2026, 0, 1 + on, 0, 30)));
      assert.deepEqual(days, days.map((_, on) => days[0] + on), zone);
    });
  }
});

test("the same moment is another day in another place", () => {
  const of = (zone) => zoned(zone, () => cg.dayOf("2026-11-24T23:30Z"));
  assert.equal(of("Asia/Tokyo") - of("Europe/London"), 1);
  assert.equal(zoned("Asia/Tokyo", () => cg.dayText(cg.dayOf("2026-11-24T23:30Z"))), "25 November 2026");
});

test("a clock that was wrong neither hides a question for ever nor throws", () => {
  assert.equal(when([["2099-01-01T00:00Z", true]])[0] <= 100, true);
  assert.equal(when([["", true]])[0] <= 100, true);
  assert.equal(when([["not a time", true]])[0] <= 100, true);
  // Right in 2099 by that clock; two days later it is asked, and then goes on as ever.
  assert.deepEqual(when([["2099-01-01T00:00Z", true], [100, true]]), [107, 1]);
  // Back to 1970 in between: no try is earlier than the one before.
  assert.deepEqual(when([[0, true], ["1970-01-05T00:00Z", true], [2, true]]), [9, 1]);
  // A clock some minutes fast at midnight: today, not 2099.
  assert.deepEqual(when([[101, true]], 100), [102, 0]);
  assert.equal(cg.due([], START).due, null);
});

test("whatever has happened, an answer on its day moves it on, and it always ends", () => {
  const roll = dice(7);
  for (let round = 0; round < CASES; round++) {
    const list = roll.some(8, () => [roll.of([roll.below(200), "", "2099-01-01T00:00Z", "1970-01-01T00:00Z"]), roll.of([true, false])]);
    if (!list.length) continue;
    let [today, moves] = [150, 0];
    const ours = [...list];
    for (;;) {
      const [due] = when(ours, today);
      if (due === null) break;
      assert.ok(due <= today + 30, JSON.stringify(ours));
      today = Math.max(today, due);
      ours.push([today, true]);
      const [next] = when(ours, today);
      assert.ok(next === null || next > today, JSON.stringify(ours));
      assert.ok(++moves <= 3 * (list.length + 1), JSON.stringify(ours));
    }
    ours.push([today, false]);
    assert.equal(when(ours, today)[0], today + 2);
  }
});

test("the days ahead are those of right answers, from today at the earliest", () => {
  assert.deepEqual(cg.ahead({ due: 5, step: 0 }, 20), [20, 27, 57]);
  assert.deepEqual(cg.ahead({ due: 25, step: 1 }, 20), [25, 55]);
  assert.deepEqual(cg.ahead({ due: null, step: 3 }, 20), []);
});

test("only questions for review that were answered come back, at most ten, the longest due first", () => {
  const done = (module, id, day) => fact(module, "question", id, tries([day, true]));
  const facts = [done("m", "q1", 5), done("m", "q3", 1), done("k", "q1", 3), done("gone", "q1", 1), fact("m", "lesson", "a", { done: true })];
  const found = cg.reviews(DATA, facts, START + 10);
  assert.deepEqual(found.map(({ key }) => key), ["k/question/q1", "m/question/q1"]);
  assert.equal(cg.dueToday(found, START + 4).length, 0);
  assert.equal(cg.dueToday(found, START + 5).length, 1);
  const many = Array.from({ length: 30 }, (_, on) => ({ key: `${on}`, module: "abc"[on % 3], due: on }));
  assert.deepEqual(cg.dueToday(many, 25).map(({ due }) => due).sort((one, two) => one - two), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("questions of one module stand apart wherever that can be", () => {
  const roll = dice(11);
  for (let round = 0; round < CASES; round++) {
    const items = roll.some(10, () => ({ module: roll.of(["a", "b", "c", "d"]) }));
    const made = cg.mixed(items);
    assert.deepEqual(new Set(made), new Set(items));
    const most = Math.max(0, ...["a", "b", "c", "d"].map((name) => items.filter(({ module }) => module === name).length));
    const twins = made.filter((one, on) => on && one.module === made[on - 1].module).length;
    assert.equal(twins, Math.max(0, 2 * most - items.length - 1), JSON.stringify(items));
  }
});

"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, DATA, fact } = require("./yours.js");

const done = (module, id) => fact(module, "lesson", id, { done: true });
const after = (...facts) => cg.progress(DATA, facts);

test("nothing done: every minute is left and the first lesson comes next", () => {
  const made = after();
  assert.deepEqual([made.done, made.of, made.took, made.left, made.started], [0, 3, 0, 60, false]);
  assert.equal(made.next.path, "modules/m/a.md");
  assert.deepEqual(made.strands.map(({ modules }) => modules.map(({ state }) => state)), [["new", "planned"], ["new"]]);
});

test("minutes are those of the lessons; a lesson marked and unmarked is not done", () => {
  const made = after(done("m", "a"), fact("m", "lesson", "b", { done: false }), done("m", "gone"), done("gone", "a"));
  assert.deepEqual([made.done, made.took, made.left], [1, 20, 40]);
  assert.equal(made.modules[0].state, "begun");
  assert.equal(made.next.path, "modules/m/b.md");
});

test("what comes next follows the latest work: lessons, questions, worksheet, the next module, then what was left out", () => {
  const lessons = [done("m", "a"), done("m", "b")];
  assert.equal(after(...lessons).next.path, "modules/m/questions.md");
  const asked = ["q1", "q2"].map((id) => fact("m", "question", id, [{ a: [0], ok: true }]));
  assert.equal(after(...lessons, ...asked).next.path, "modules/m/worksheet.md");
  const wrote = fact("m", "field", "f", "words");
  assert.equal(after(...lessons, ...asked, wrote).next.path, "modules/k/c.md");
  const last = [done("k", "c"), fact("k", "question", "q1", [{ a: [0], ok: true }])];
  assert.equal(after(last[0]).next.path, "modules/k/questions.md");
  assert.equal(after(...last).next.path, "modules/m/a.md");
  assert.equal(after(...lessons, ...asked, wrote, ...last.map((one) => ({ ...one, n: 999 }))).next, null);
});

test("where the learner was is offered only if the course still has that page", () => {
  const at = (path) => cg.place(DATA, cg.byKey([fact("course", "place", "last", { path })]));
  assert.deepEqual(at("modules/m/a.md#half"), { title: "Lesson a", path: "modules/m/a.md#half" });
  assert.equal(at("modules/m/worksheet.md").path, "modules/m/worksheet.md");
  for (const path of ["modules/gone/a.md", "constructor", "keep.md", "__proto__"]) assert.equal(at(path), null);
  assert.equal(cg.place(DATA, new Map()), null);
});

test("the record holds what is done, with its day", () => {
  const facts = [done("m", "b"), { ...done("k", "c"), at: "" }];
  const [m, k] = cg.learned(cg.progress(DATA, facts), cg.byKey(facts));
  assert.deepEqual([m.done, m.of, m.took, m.lessons], [1, 2, 30, [{ title: "Lesson b", minutes: 30, day: cg.dayOf("2026-11-24T12:00Z") }]]);
  assert.equal(k.lessons[0].day, null);
});

test("a time is said in minutes, then in hours", () => {
  const { minutes } = cg.words.yours;
  assert.deepEqual([1, 45, 90, 120, 121].map(minutes), ["1 minute", "45 minutes", "1 hour 30 minutes", "2 hours", "2 hours 1 minute"]);
});

const PRACTICES = [
  { id: "p", title: "P", statements: ["a", "b"], grows: [] },
  { id: "q", title: "Q", statements: ["c", "d"], grows: [] },
];
const round = (number, answers, id = `round-${number}`) => fact("course", "assessment", id, { round: number, answers });

test("a sum stands only when all its statements are answered; others' statements do not count", () => {
  const [one, two] = cg.rounds([round(2, { a: 5, b: 5, c: 1, d: 2 }), round(1, { a: 1, b: 2, c: 3, gone: 5 }), round(3, {}, "round-1x")], PRACTICES);
  assert.deepEqual([one.round, one.sums, one.answered], [1, [3, null], 3]);
  assert.deepEqual([two.sums, two.answered, two.of], [[10, 3], 4, 4]);
  assert.deepEqual([cg.lowest(one), cg.lowest(two)], [[], [1]]);
  assert.deepEqual(cg.lowest({ sums: [4, 4] }), [0, 1]);
});

test("the corners of a picture go round from the top, clockwise", () => {
  const [top, right, bottom, left] = cg.corners([1, 0.5, 1, 0], 10, 10, 8).map((pair) => pair.map(Math.round));
  assert.deepEqual([top, right, bottom, left], [[10, 2], [14, 10], [10, 18], [10, 10]]);
});

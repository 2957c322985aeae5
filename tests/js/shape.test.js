"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, plain } = require("./scripts.js");

const HEAD = { s: 1, n: 3, by: "00000001", at: "2026-11-24T21:05Z", r: "aabbccddeeff" };
const read = (id, v, head = {}) => cg.shape.fact(id, { ...HEAD, ...head, v });
const attempt = { n: 1, by: "00000001", at: "", r: "", a: [0, -1], ok: true };

const GOOD = {
  question: [attempt, { ...attempt, n: 2, c: 3 }],
  lesson: { done: true },
  reflection: "words",
  plan: "",
  field: "é",
  grid: [["a", ""], []],
  scale: -3,
  checklist: { one: true, two: false },
  assessment: { round: 2, answers: { listens: 5 } },
  place: { path: "modules/when/how-deep.md#why" },
  unknown: { anything: [1, null] },
};

const BAD = {
  question: ["x", {}, null],
  lesson: [true, { done: "yes" }, null, []],
  reflection: [3, null, ["x"], { toString: "x" }],
  grid: ["x", [["a", 1]], ["a"], {}],
  scale: ["1", 1.5, 1e9, null, Infinity],
  checklist: [[], "x", null],
  assessment: [{ round: 0, answers: {} }, { round: 1 }, { round: "1", answers: {} }, null],
  place: ["//evil.example", "https://evil.example/", "../../x.md", "/x.md", "javascript:alert(1)", "a//b", 7].map((path) => ({ path })),
};

for (const [kind, value] of Object.entries(GOOD)) {
  test(`a ${kind} comes back as it was`, () => assert.deepEqual(plain(read(`m/${kind}/x`, value)), { ...HEAD, v: value }));
}

for (const [kind, values] of Object.entries(BAD)) {
  test(`what is no ${kind} is broken`, () => {
    for (const value of values) assert.equal(read(`m/${kind}/x`, value), "broken", JSON.stringify(value));
  });
}

test("a bad head is broken, a later schema is newer, a wrong date or revision is dropped", () => {
  for (const head of [{ n: 0 }, { n: "1" }, { n: 2 ** 41 }, { n: NaN }, { by: "me" }, { by: ["00000001"] }, { s: 0 }, { s: "1" }]) {
    assert.equal(read("m/plan/x", "", head), "broken", JSON.stringify(head));
  }
  assert.equal(read("m/plan/x", "", { s: 2 }), "newer");
  for (const at of ["yesterday", "2026-13-45T99:99Z", ["2026-11-24T21:05Z"], 5, null]) assert.equal(read("m/plan/x", "", { at }).at, "");
  for (const r of ["x", ["aabbccddeeff"], null]) assert.equal(read("m/plan/x", "", { r }).r, "");
});

test("ids are three plain parts", () => {
  for (const id of ["", "m/plan", "m/plan/x/y", "__proto__/plan/x", "m/plan/X", "m/plan/" + "x".repeat(90), "m//x"]) {
    assert.equal(read(id, ""), "broken", id);
  }
});

test("keys that would reach a prototype are left out, and no prototype changes", () => {
  const v = JSON.parse('{"__proto__": true, "constructor": true, "prototype": true, "one": true}');
  const fact = read("m/checklist/x", v);
  assert.deepEqual(Object.keys(fact.v), ["one"]);
  assert.equal(Object.getPrototypeOf(fact.v), null);
  assert.equal(cg.shape.read("m/plan/x", '{"__proto__": {"s": 1, "n": 1}}'), "broken");
  assert.equal({}.s, undefined);
});

test("what is too long is cut, and never through a character", () => {
  assert.equal(read("m/plan/x", "x".repeat(30000)).v.length, 20000);
  assert.equal(read("m/plan/x", "x".repeat(19999) + "😀").v.length, 19999);
  assert.deepEqual([read("m/grid/x", Array(99).fill(Array(99).fill("y"))).v].map((v) => [v.length, v[0].length]), [[50, 12]]);
  assert.equal(Object.keys(read("m/checklist/x", Object.fromEntries(Array.from({ length: 999 }, (_, at) => [`i${at}`, true]))).v).length, 200);
  assert.equal(read("m/from-later/x", "x".repeat(50000)), "broken");
});

test("text that is not JSON, or nested without end, is broken and no fault", () => {
  for (const text of ["", "{", "null", "[]", '"x"', '{"s":1,"n":3', "[".repeat(50000)]) assert.equal(cg.shape.read("m/plan/x", text), "broken");
  const deep = `{"s":1,"n":1,"by":"00000001","v":${"[".repeat(15000)}${"]".repeat(15000)}}`;
  assert.equal(cg.shape.read("m/from-later/x", deep), "broken");
});

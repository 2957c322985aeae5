"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, DATA, fact } = require("./yours.js");

const SHEET = { page: "The sheet", path: "modules/m/worksheet.md#x" };
const WORK = {
  m: {
    outcomes: [],
    pieces: [
      { kind: "reflection", id: "r", words: ["Why?"], page: "Lesson a", path: "modules/m/a.md#reflection-r", revision: "" },
      { kind: "field", id: "f", words: ["What?"], revision: "aabbccddeeff", ...SHEET },
      { kind: "grid", id: "g", words: [], columns: ["A", "B"], revision: "", ...SHEET },
      { kind: "scale", id: "s", words: ["How far?"], low: 1, high: 5, ends: ["near", "far"], revision: "", ...SHEET },
      { kind: "checklist", id: "c", words: [], items: [{ id: "one", text: "First" }, { id: "two", text: "Second" }], revision: "", ...SHEET },
    ],
  },
};
const gather = (...facts) => cg.gather(DATA, WORK, facts);
const pieces = (sections) => sections.flatMap(({ groups }) => groups.flatMap((one) => one.pieces));

test("work stands by module and page, in the order of the course, whatever the order it was written in", () => {
  const [section, ...others] = gather(fact("m", "scale", "s", 3), fact("m", "reflection", "r", "because"), fact("m", "field", "f", "that"));
  assert.deepEqual(others, []);
  assert.deepEqual(section.groups.map(({ title }) => title), ["Lesson a", "The sheet"]);
  assert.deepEqual(pieces([section]).map(({ value }) => value), ["because", "that", 3]);
});

test("nothing is left out: questions, modules and kinds that are gone keep their answers", () => {
  const facts = [
    fact("m", "field", "was-here", "one"), fact("m", "plan", "also", "two"), fact("left", "reflection", "r", "three"),
    fact("later", "text", "x", "four"), fact("course", "reflection", "record", "five"), fact("k", "grid", "g", [["six"]]),
  ];
  const found = pieces(gather(...facts));
  assert.deepEqual(found.map(({ value }) => [value].flat(2).join()).sort(), ["five", "four", "one", "six", "three", "two"]);
  assert.equal(found.filter(({ former }) => former).length, 5);
  assert.equal(cg.askedFor(found.find(({ value }) => value === "one"))[0], "Worksheet: was-here");
});

test("an emptied box is no work, and a question that was changed says so", () => {
  const empty = [fact("m", "field", "f", " \n"), fact("m", "grid", "g", [["", " "]]), fact("m", "checklist", "c", { one: false })];
  assert.deepEqual(gather(...empty), []);
  const [same, other] = ["aabbccddeeff", "000000000000"].map((r) => pieces(gather(fact("m", "field", "f", "x", { r })))[0]);
  assert.deepEqual([same.changed, other.changed], [false, true]);
  assert.equal(cg.headline(other), "Worksheet, 24 November 2026. The question has changed since you wrote this.");
});

test("a checklist shows what was asked, and what was ticked and is asked no longer", () => {
  const [piece] = pieces(gather(fact("m", "checklist", "c", { two: true, gone: true, off: false })));
  assert.deepEqual(cg.said(piece).items, [{ text: "First", ticked: false }, { text: "Second", ticked: true }, { text: "gone", ticked: true }]);
});

test("a grid keeps cells beyond its columns and drops only empty rows at its end", () => {
  const [piece] = pieces(gather(fact("m", "grid", "g", [["1"], ["", ""], ["2", "3", "4"], [""]])));
  assert.deepEqual(cg.said(piece), { columns: ["A", "B", ""], rows: [["1", "", ""], ["", "", ""], ["2", "3", "4"]] });
});

test("neither facts nor choices of other kinds come in", () => {
  assert.deepEqual(gather(fact("m", "lesson", "a", { done: true }), fact("course", "assessment", "round-1", { round: 1, answers: {} })), []);
});

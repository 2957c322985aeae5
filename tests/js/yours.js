// The scripts of the pages about a learner's own course that need no page, after those of the store.
"use strict";

const { cg, plain } = require("./scripts.js");
for (const name of ["words", "days", "due", "calendar", "progress", "rounds", "gather", "pieces", "as-html", "as-markdown"]) {
  require(`../../build_tools/learner/yours/${name}.js`);
}

/** Run in another zone of time. */
function zoned(zone, run) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

const lesson = (id, minutes) => ({ id, title: `Lesson ${id}`, path: `modules/m/${id}.md`, minutes, revision: "" });
const review = (id) => ({ id, outcomes: [], use: ["module", "review"], revision: "" });

/** A course with two written modules and one to come. */
const DATA = {
  strands: [
    { id: "one", title: "One", modules: ["m", "later"] },
    { id: "two", title: "Two", modules: ["k"] },
  ],
  modules: {
    m: {
      title: "Bridges", path: "modules/m/index.md", number: 1, minutes: 50,
      lessons: [lesson("a", 20), lesson("b", 30)],
      questions: [review("q1"), review("q2"), { id: "q3", outcomes: [], use: ["module"], revision: "" }],
      work: [{ kind: "field", id: "f", path: "modules/m/worksheet.md", revision: "aabbccddeeff" }],
    },
    k: {
      title: "Ferries", path: "modules/k/index.md", number: 3, minutes: 10,
      lessons: [{ ...lesson("c", 10), path: "modules/k/c.md" }], questions: [review("q1")], work: [],
    },
    later: { title: "Tunnels", question: "What is under the river?" },
  },
};

let counter = 0;
/** A fact as `cg.store.all` gives it. */
const fact = (module, kind, id, v, more = {}) => ({ module, kind, id, s: 1, n: ++counter, by: "00000001", at: "2026-11-24T12:00Z", r: "", v, ...more });

module.exports = { cg, plain, zoned, DATA, fact };

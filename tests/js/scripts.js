// The scripts that need no page, in the order in which the site joins them, and a storage as the standard has it.
"use strict";

const LEARNER = "../../build_tools/learner/";
for (const name of ["words", "digest", "shape", "merge", "shelf", "memory", "keeper", "file", "store", "score"]) {
  require(`${LEARNER}${name}.js`);
}

/** A storage in memory with room for `room` characters. Several stores over one are several tabs. */
class Shelf {
  kept = new Map();
  writes = 0;

  constructor(room = Infinity) {
    this.room = room;
  }
  get length() {
    return this.kept.size;
  }
  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }
  getItem(key) {
    return this.kept.get(key) ?? null;
  }
  setItem(key, value) {
    const others = [...this.kept].filter(([name]) => name !== key).reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (others + key.length + value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.writes += 1;
    this.kept.set(key, value);
  }
  removeItem(key) {
    this.kept.delete(key);
  }
}

const COURSE = "6b1d3c0e-8f57-4a3e-9c1b-52d0a7e4f913";
let pages = 0;

/** A page over a storage, with a writer of its own. */
function page(storage = new Shelf(), more = {}) {
  const writer = (++pages).toString(16).padStart(8, "0");
  const now = () => new Date("2026-11-24T21:05:30Z");
  return new globalThis.cg.Store({ course: COURSE, title: "A course", storage, now, writer, ...more });
}

/** What came out of another realm or without a prototype, as plain data to compare. */
const plain = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

module.exports = { cg: globalThis.cg, COURSE, Shelf, page, plain };

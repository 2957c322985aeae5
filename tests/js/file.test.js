"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { readFileSync, readdirSync } = require("node:fs");
const { cg, COURSE, Shelf, page, plain } = require("./scripts.js");
const { dice, KINDS, fact } = require("./random.js");

const words = cg.words.file;

function filled() {
  const one = page();
  one.put("m", "reflection", "x", "<b>“Ünicode” & more</b>\n\u2028", "aabbccddeeff");
  one.put("m", "from-later", "x", { b: 1, a: [null] });
  one.add("m", "question", "q", { a: [1], ok: true });
  return one;
}

function forged(change) {
  const file = JSON.parse(filled().export());
  change(file);
  const { format, schema, course, facts, unreadable } = file;
  return JSON.stringify({ ...file, sha256: cg.sha256(cg.canonical({ format, schema, course, facts, unreadable })) });
}

const all = (store) => plain(store.all()).sort((one, two) => (cg.canonical(one) < cg.canonical(two) ? -1 : 1));

test("a file brings everything to another device, and the second time nothing", () => {
  const shelf = new Shelf();
  const [one, two] = [filled(), page(shelf)];
  two.keep();
  const text = one.export();
  assert.deepEqual({ ...two.preview(text), from: null }, { new: 3, changed: 0, same: 0, unreadable: 0, from: null });
  assert.equal(two.all().length, 0, "a preview changes nothing");
  two.import(text);
  assert.deepEqual(all(two), all(one));
  assert.deepEqual(all(page(shelf)), all(one));
  const writes = shelf.writes;
  assert.deepEqual({ ...two.import(text), from: null }, { new: 0, changed: 0, same: 3, unreadable: 0, from: null });
  assert.equal(shelf.writes, writes);
});

test("a file that went through other line ends, other indentation or a byte order mark is the same", () => {
  const text = filled().export();
  for (const form of [`\uFEFF${text}`, text.replaceAll("\n", "\r\n"), JSON.stringify(JSON.parse(text)), `${text}\n\n`]) {
    assert.equal(page().preview(form).new, 3);
  }
});

const PROBLEMS = {
  empty: ["", " \n", "\uFEFF"],
  large: ["x".repeat(13 * 1024 * 1024)],
  foreign: ["x", "[]", "null", '{"format": 1}', '{"format": "common-ground-work", "facts": []}', "PK\u0003\u0004", "[".repeat(100000), filled().export().slice(0, -40)],
  other: [forged((file) => (file.course = "another"))],
  newer: [forged((file) => (file.schema = 2)), filled().export().replace('"schema": 1', '"schema": 7')],
  altered: [
    filled().export().replace("Ünicode", "Unicode"),
    filled().export().replace(/"sha256": ".{8}/, '"sha256": "00000000'),
    filled().export().replace(/,\s*"sha256".*"/, ""),
    forged((file) => (file.facts = Object.fromEntries(Array.from({ length: 20001 }, (_, at) => [`m/plan/x${at}`, 1])))),
  ],
};

for (const [problem, texts] of Object.entries(PROBLEMS)) {
  test(`a file that is ${problem} changes nothing and gets one sentence`, () => {
    for (const text of texts) {
      const one = filled();
      const before = all(one);
      assert.deepEqual(one.preview(text), { problem: words[problem] });
      assert.deepEqual(one.import(text), { problem: words[problem] });
      assert.deepEqual(all(one), before);
    }
  });
}

test("a forged file brings no broken fact in, and pollutes nothing", () => {
  const text = forged((file) => {
    file.facts["m/plan/bad"] = { s: 1, n: -1, by: "x", v: 1 };
    file.facts["../../x"] = file.facts["m/reflection/x"];
    Object.defineProperty(file.facts, "__proto__", { value: { s: 1 }, enumerable: true });
    file.unreadable = { "no/such": "x", "m/plan/torn": '{"s":', about: "x", "broken/m/plan/y": 5 };
  });
  const one = page();
  one.keep();
  const counts = one.import(text);
  assert.deepEqual([counts.new, counts.unreadable], [3, 2]);
  assert.equal({}.s, undefined);
  const { unreadable } = JSON.parse(one.export());
  assert.deepEqual(Object.keys(unreadable), ["broken/m/plan/bad", "broken/m/plan/torn"]);
  assert.equal(JSON.parse(unreadable["broken/m/plan/bad"]).n, -1);
});

test("what could not be read survives export and import", () => {
  const shelf = new Shelf();
  page(shelf).keep();
  shelf.setItem(`cg1:${COURSE}:m/plan/x`, "torn");
  const second = new Shelf();
  const two = page(second);
  two.import(page(shelf).export());
  two.keep();
  assert.equal(second.getItem(`cg1:${COURSE}:broken/m/plan/x`), "torn");
});

test("any facts come through a file as they were", () => {
  for (let seed = 0; seed < 50; seed++) {
    const roll = dice(seed);
    const shelf = new Shelf();
    const one = page(shelf);
    one.keep();
    for (let at = 0; at < 20; at++) {
      const kind = roll.of(KINDS);
      shelf.setItem(`cg1:${COURSE}:m/${kind}/x${at}`, JSON.stringify(fact(roll, kind)));
    }
    one.refresh();
    const two = page();
    assert.equal(two.import(one.export()).new, 20, `seed ${seed}`);
    assert.deepEqual(all(two), all(one), `seed ${seed}`);
  }
});

const FILES = {
  "UTF-8": [(text) => Buffer.from(text)],
  "UTF-8 with a mark": [(text) => Buffer.from(`\uFEFF${text}`)],
  "UTF-16 little": [(text) => Buffer.from(`\uFEFF${text}`, "utf16le"), (text) => Buffer.from(text, "utf16le")],
  "UTF-16 big": [(text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(), (text) => Buffer.from(text, "utf16le").swap16()],
};

for (const [name, forms] of Object.entries(FILES)) {
  test(`a file in ${name} is read`, async () => {
    for (const form of forms) {
      const { text } = await cg.file.open(new Blob([form(filled().export())]));
      assert.equal(page().preview(text).new, 3);
    }
  });
}

test("bytes that are no text are told apart", async () => {
  const problem = async (bytes) => (await cg.file.open(new Blob([Buffer.from(bytes)]))).problem;
  assert.equal(await problem([]), "empty");
  assert.equal(await problem([0x50, 0x4b, 3, 4]), "zip");
  assert.equal(await problem([0x7b, 0xff, 0xfe, 0xfd]), "unreadable");
  assert.equal(await problem([0xff, 0xfe, 0x00, 0xd8]), "unreadable");
  assert.equal(await problem(Buffer.alloc(50 * 1024 * 1024)), "large");
});

const SAMPLES = `${__dirname}/samples`;

for (const name of readdirSync(SAMPLES)) {
  const sample = JSON.parse(readFileSync(`${SAMPLES}/${name}`, "utf-8"));
  test(`work of ${name} loads, from storage and from its file`, () => {
    const shelf = new Shelf();
    for (const [key, text] of Object.entries(sample.storage)) shelf.setItem(key, text);
    const one = page(shelf);
    assert.equal(one.state(), "kept");
    assert.deepEqual(Object.fromEntries(all(one).map(({ module, kind, id, v }) => [`${module}/${kind}/${id}`, v])), sample.values);
    const two = page();
    assert.equal(two.import(sample.file).problem, undefined);
    assert.deepEqual(all(two), all(one));
  });
}

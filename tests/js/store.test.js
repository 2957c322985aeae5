"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg, COURSE, Shelf, page, plain } = require("./scripts.js");

const KEY = `cg1:${COURSE}:m/plan/x`;
const ABOUT = `cg1:${COURSE}:about`;
const REVISION = "aabbccddeeff";
const tick = () => new Promise((done) => setTimeout(done, 5));

test("nothing is written before the learner asks, and then everything", () => {
  const shelf = new Shelf();
  const one = page(shelf);
  assert.equal(one.put("m", "plan", "x", "words", REVISION), "memory");
  assert.equal(one.add("m", "question", "q", { a: [1], ok: false, c: 2 }, REVISION), "memory");
  assert.equal(shelf.writes, 0);
  assert.equal(one.keep(), "kept");
  const two = page(shelf);
  assert.equal(two.state(), "kept");
  assert.equal(two.get("m", "plan", "x").v, "words");
  assert.equal(two.get("m", "plan", "x").at, "2026-11-24T21:05Z");
  assert.deepEqual(plain(two.get("m", "question", "q").v), [
    { n: 2, by: one.get("m", "question", "q").by, at: "2026-11-24T21:05Z", r: REVISION, a: [1], ok: false, c: 2 },
  ]);
  assert.equal(two.all(({ kind }) => kind === "plan")[0].id, "x");
});

test("clearing leaves no key, and touches no other course", () => {
  const shelf = new Shelf();
  shelf.setItem("cg1:other:m/plan/x", "theirs");
  const one = page(shelf);
  one.keep();
  one.put("m", "plan", "x", "words");
  one.clear();
  assert.deepEqual([...shelf.kept], [["cg1:other:m/plan/x", "theirs"]]);
  assert.equal(one.state(), "memory");
  assert.equal(one.get("m", "plan", "x"), undefined);
});

test("storage that is denied or missing means memory", () => {
  const shims = [null, { cgMemory: true, getItem: () => null }, { getItem() { throw new Error("SecurityError"); } }];
  for (const storage of shims) {
    const one = page(storage);
    assert.equal(one.put("m", "plan", "x", "words"), "denied");
    assert.equal(one.get("m", "plan", "x").v, "words");
    assert.equal(one.keep(), "denied");
    one.clear();
    assert.deepEqual(one.all(), []);
  }
});

test("a full storage refuses whole facts, and they are tried again", () => {
  const shelf = new Shelf(1500);
  const one = page(shelf);
  one.keep();
  const answers = Array.from({ length: 10 }, (_, at) => one.put("m", "plan", `x${at}`, "y".repeat(100)));
  assert.ok(answers.includes("kept") && answers.includes("full"));
  assert.equal(one.unsaved(), answers.filter((answer) => answer === "full").length);
  for (const [key, text] of shelf.kept) if (key !== ABOUT) assert.equal(JSON.parse(text).v.length, 100);
  shelf.room = Infinity;
  assert.equal(one.put("m", "plan", "x9", "now"), "kept");
  assert.equal(one.unsaved(), 0);
  assert.equal(page(shelf).all().length, 10);
});

test("a storage without any room keeps nothing and says so", () => {
  const one = page(new Shelf(10));
  one.put("m", "plan", "x", "words");
  assert.equal(one.keep(), "full");
  assert.equal(one.state(), "memory");
  assert.equal(one.get("m", "plan", "x").v, "words");
});

test("one broken key is left alone, exported, and set aside when its place is needed", () => {
  const shelf = new Shelf();
  page(shelf).keep();
  const whole = page(shelf);
  whole.put("m", "plan", "y", "fine");
  shelf.setItem(KEY, '{"s":1,"n":3,"by"');
  shelf.setItem(ABOUT, '{"s"');
  const one = page(shelf);
  assert.equal(one.state(), "kept");
  assert.equal(one.get("m", "plan", "x"), undefined);
  assert.equal(one.get("m", "plan", "y").v, "fine");
  assert.equal(JSON.parse(one.export()).unreadable["m/plan/x"], '{"s":1,"n":3,"by"');
  assert.equal(one.put("m", "plan", "x", "anew"), "kept");
  assert.equal(page(shelf).get("m", "plan", "x").v, "anew");
  assert.equal(JSON.parse(page(shelf).export()).unreadable["broken/m/plan/x"], '{"s":1,"n":3,"by"');
});

test("two pages that write different facts lose none, whatever each has heard of the other", () => {
  const shelf = new Shelf();
  const [one, two] = [page(shelf), page(shelf)];
  one.keep();
  for (let at = 0; at < 200; at++) {
    one.put("m", "plan", `a${at}`, "one");
    two.put("m", "plan", `b${at}`, "two");
  }
  assert.equal(page(shelf).all().length, 400);
});

test("two pages that answer one question keep both answers, also after a lost race", () => {
  const shelf = new Shelf();
  const [one, two] = [page(shelf), page(shelf)];
  one.keep();
  one.add("m", "question", "q", { a: [0], ok: false });
  const first = shelf.getItem(`cg1:${COURSE}:m/question/q`);
  two.add("m", "question", "q", { a: [1], ok: true });
  assert.equal(page(shelf).get("m", "question", "q").v.length, 2);
  shelf.setItem(`cg1:${COURSE}:m/question/q`, first); // as if the second had been overwritten in a race
  two.refresh(["m/question/q"]);
  assert.equal(page(shelf).get("m", "question", "q").v.length, 2);
});

test("the later of two edits stands, by counter and never by the clock", () => {
  const shelf = new Shelf();
  const [now, past] = [page(shelf), page(shelf, { now: () => new Date("2001-01-01") })];
  now.keep();
  now.put("m", "plan", "x", "first");
  past.refresh();
  past.put("m", "plan", "x", "second");
  now.refresh();
  assert.equal(now.get("m", "plan", "x").v, "second");
  for (const clock of [new Date(NaN), new Date(8.64e15), new Date("2099-01-01")]) {
    const odd = page(shelf, { now: () => clock });
    assert.equal(odd.put("m", "plan", "x", `at ${clock}`), "kept");
    assert.equal(page(shelf).get("m", "plan", "x").v, `at ${clock}`);
  }
  assert.equal(+cg.when("2099-01-01T00:00Z", new Date("2026-11-24")), +new Date("2026-11-24"));
  assert.equal(cg.when("", new Date()), null);
});

test("a page whose storage was emptied keeps its memory and can put it back", async () => {
  const shelf = new Shelf();
  const one = page(shelf);
  const heard = [];
  one.on((changed) => heard.push([...changed]));
  one.keep();
  one.put("m", "plan", "x", "words");
  shelf.kept.clear();
  assert.equal(one.put("m", "plan", "y", "more"), "lost");
  assert.equal(one.state(), "memory");
  assert.ok(one.lost());
  assert.equal(shelf.length, 0);
  await tick();
  assert.ok(heard.length);
  assert.equal(one.keep(), "kept");
  assert.deepEqual(page(shelf).all().map(({ v }) => v).sort(), ["more", "words"]);
  assert.ok(!one.lost());
});

test("a page of an older release only reads, and harms nothing", () => {
  const shelf = new Shelf();
  const old = page(shelf);
  old.keep();
  old.put("m", "plan", "x", "old");
  const later = JSON.stringify({ s: 2, n: 9, by: "00000009", v: { new: "form" } });
  shelf.setItem(KEY, later);
  shelf.setItem(ABOUT, '{"s":2}');
  assert.equal(old.put("m", "plan", "x", "mine"), "older");
  assert.equal(old.put("m", "plan", "y", "mine"), "older");
  assert.equal(old.keep(), "older");
  assert.equal(shelf.getItem(KEY), later);
  assert.equal(shelf.getItem(ABOUT), '{"s":2}');
  assert.equal(page(shelf).state(), "older");
  assert.equal(JSON.parse(page(shelf).export()).unreadable["m/plan/x"], later);
});

test("a newer fact alone is enough to stop an older page, before it writes", () => {
  const shelf = new Shelf();
  const old = page(shelf);
  old.keep();
  shelf.setItem(KEY, '{"s":2,"n":1}');
  assert.equal(old.put("m", "plan", "x", "mine"), "older");
  assert.equal(shelf.getItem(KEY), '{"s":2,"n":1}');
});

test("what a page knew before joins when another tab begins to keep", () => {
  const shelf = new Shelf();
  const [one, two] = [page(shelf), page(shelf)];
  one.put("m", "plan", "x", "from one");
  two.keep();
  one.refresh();
  assert.equal(one.state(), "kept");
  assert.equal(page(shelf).get("m", "plan", "x").v, "from one");
});

test("what is no value is refused and changes nothing", () => {
  const one = page();
  one.put("m", "plan", "x", "words");
  const refusals = [
    one.put("m", "plan", "x", 5), one.put("m", "question", "q", []), one.add("m", "plan", "x", "y"), one.put("M", "plan", "x", ""),
    one.add("m", "question", "q", { a: "0", ok: true }), one.add("m", "question", "q", null), one.put("m", "plan", "__proto__", ""),
  ];
  assert.deepEqual([...new Set(refusals)], ["refused"]);
  assert.equal(one.all().length, 1);
});

test("a counter at its end still lets the learner change the text", () => {
  const shelf = new Shelf();
  const one = page(shelf);
  one.keep();
  shelf.setItem(KEY, JSON.stringify({ s: 1, n: 2 ** 40, by: "00000000", v: "forged" }));
  one.refresh();
  assert.equal(one.put("m", "plan", "x", "mine"), "kept");
  assert.equal(page(shelf).get("m", "plan", "x").v, "mine");
});

test("a thousand changes are told at once, and a listener's fault is its own", async (t) => {
  const one = page();
  const faults = [];
  globalThis.reportError = (error) => faults.push(error);
  t.after(() => delete globalThis.reportError);
  const heard = [];
  one.on(() => { throw new Error("a component's"); });
  const end = one.on((changed) => heard.push(changed.size));
  for (let at = 0; at < 1000; at++) one.put("m", "plan", `x${at}`, "y");
  await tick();
  end();
  one.put("m", "plan", "z", "y");
  await tick();
  assert.deepEqual(heard, [1000]);
  assert.equal(faults.length, 2);
});

"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { createHash } = require("node:crypto");
const { cg } = require("./scripts.js");
const { dice } = require("./random.js");

test("the checksum is SHA-256, at every length around the ends of a block", () => {
  const roll = dice(1);
  for (let length = 0; length < 200; length++) {
    const text = Array.from({ length }, () => roll.of(["a", "é", "–", "😀", "\u0000"])).join("");
    assert.equal(cg.sha256(text), createHash("sha256").update(text).digest("hex"), `${length}`);
  }
  assert.equal(cg.sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("equal values have one text, whatever the order of their keys", () => {
  assert.equal(cg.canonical({ b: [1, { d: null, c: "é" }], a: undefined }), '{"a":null,"b":[1,{"c":"é","d":null}]}');
});

// Knows how a value becomes one text, and a text its SHA-256 (FIPS 180-4). The browser's own `crypto.subtle` is missing on
// plain http, where some intranets serve the course, so there is this one path for all.
(function (cg) {
  "use strict";

  const PRIMES = [];
  for (let number = 2; PRIMES.length < 64; number++) {
    if (PRIMES.every((prime) => number % prime)) PRIMES.push(number);
  }
  const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const ROUND = PRIMES.map((prime) => fraction(Math.cbrt(prime)));

  function fraction(root) {
    return ((root % 1) * 0x100000000) | 0;
  }

  function turn(word, by) {
    return (word >>> by) | (word << (32 - by));
  }

  function padded(text) {
    const bytes = new TextEncoder().encode(text);
    const view = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
    new Uint8Array(view.buffer).set(bytes);
    view.setUint8(bytes.length, 0x80);
    view.setUint32(view.byteLength - 8, Math.floor(bytes.length / 0x20000000));
    view.setUint32(view.byteLength - 4, bytes.length << 3);
    return view;
  }

  function block(state, view, from) {
    const words = new Int32Array(64);
    for (let at = 0; at < 16; at++) words[at] = view.getInt32(from + at * 4);
    for (let at = 16; at < 64; at++) {
      const late = words[at - 2];
      const early = words[at - 15];
      const mixed = (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
      words[at] = (words[at - 16] + words[at - 7] + mixed) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUND[at] + words[at]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map((word, at) => (word + state[at]) | 0);
  }

  /** The SHA-256 of a text's UTF-8, as 64 hexadecimal digits. */
  cg.sha256 = (text) => {
    const view = padded(text);
    let state = START;
    for (let from = 0; from < view.byteLength; from += 64) state = block(state, view, from);
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
  };

  /** The JSON of a value with sorted keys: equal values have equal texts. */
  cg.canonical = (value) => {
    if (Array.isArray(value)) return `[${value.map(cg.canonical).join(",")}]`;
    if (!value || typeof value !== "object") return JSON.stringify(value) ?? "null";
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${cg.canonical(value[key])}`).join(",")}}`;
  };
})((globalThis.cg = globalThis.cg || {}));

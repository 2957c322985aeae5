// Knows the file that carries a learner's work: how it is written, and all that can be wrong with one. Stores nothing.
(function (cg) {
  "use strict";

  const FORMAT = "common-ground-work";
  const LARGEST = 12 * 1024 * 1024; // more than any browser's storage holds
  const MANY = 20000;

  function sum(file) {
    const { format, schema, course, facts, unreadable } = file;
    return cg.sha256(cg.canonical({ format, schema, course, facts, unreadable }));
  }

  /** The text of a file: readable JSON, with a checksum over what matters, so that other line ends do no harm. */
  function write({ course, title, made, facts, raw }) {
    const sorted = (map) => Object.fromEntries([...map].sort(([one], [two]) => (one < two ? -1 : 1)));
    const file = { format: FORMAT, schema: cg.shape.SCHEMA, course, title, made };
    Object.assign(file, { facts: sorted(facts), unreadable: sorted(raw) });
    return `${JSON.stringify({ ...file, sha256: sum(file) }, null, 1)}\n`;
  }

  function parse(text) {
    if (!text.trim()) return { problem: "empty" };
    if (text.length > LARGEST) return { problem: "large" };
    try {
      const file = JSON.parse(text.replace(/^\uFEFF/, ""));
      const ours = cg.shape.isMap(file) && file.format === FORMAT && cg.shape.isMap(file.facts);
      return ours ? { file } : { problem: "foreign" };
    } catch {
      return { problem: "foreign" };
    }
  }

  /** What a file holds: `{problem}` as a name in `cg.words.file`, or `{facts, raw, made}`. */
  function read(text, course) {
    const { problem, file } = parse(text);
    if (problem) return { problem };
    if (file.course !== course) return { problem: "other" };
    if (Number.isInteger(file.schema) && file.schema > cg.shape.SCHEMA) return { problem: "newer" };
    const found = Object.keys(file.facts);
    const texts = cg.shape.isMap(file.unreadable) ? Object.keys(file.unreadable) : [];
    if (found.length + texts.length > MANY || file.sha256 !== summed(file)) return { problem: "altered" };
    const [facts, raw] = [new Map(), new Map()];
    for (const id of found) {
      const fact = cg.shape.fact(id, file.facts[id]);
      if (typeof fact !== "string") facts.set(id, fact);
      else if (cg.shape.isId(id)) raw.set(id, JSON.stringify(file.facts[id]));
    }
    for (const id of texts) {
      if (cg.shape.isLoose(id) && typeof file.unreadable[id] === "string") raw.set(id, file.unreadable[id]);
    }
    const made = typeof file.made === "string" ? cg.when(file.made) : null;
    return { facts, raw, made };
  }

  function summed(file) {
    try {
      return sum(file);
    } catch {
      return null; // nested deeper than a call can go
    }
  }

  /** What reading the file would do to the facts at hand. */
  function compare({ facts, raw, made }, held) {
    const counts = { new: 0, changed: 0, same: 0, unreadable: raw.size, from: made };
    for (const [id, fact] of facts) {
      const before = held.get(id);
      const merged = before && cg.canonical(cg.merge(cg.shape.kind(id), before, fact));
      counts[!before ? "new" : merged === cg.canonical(before) ? "same" : "changed"] += 1;
    }
    return counts;
  }

  const starts = (bytes, ...with_) => with_.every((byte, at) => bytes[at] === byte);

  /** The text of a chosen file as `{text}`, in whichever Unicode it was saved, or `{problem}`. */
  async function open(blob) {
    if (!blob.size) return { problem: "empty" };
    if (blob.size > LARGEST) return { problem: "large" };
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (starts(bytes, 0x50, 0x4b)) return { problem: "zip" };
    const little = starts(bytes, 0xff, 0xfe) || bytes[1] === 0;
    const wide = little || starts(bytes, 0xfe, 0xff) || bytes[0] === 0;
    try {
      const name = !wide ? "utf-8" : little ? "utf-16le" : "utf-16be";
      return { text: new TextDecoder(name, { fatal: true }).decode(bytes) };
    } catch {
      return { problem: "unreadable" };
    }
  }

  /** Hand the learner a text as a file. */
  cg.download = (name, text, type = "application/json") => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = Object.assign(document.createElement("a"), { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000); // some browsers read it only when a dialogue is answered
  };

  cg.file = { write, read, compare, open };
})((globalThis.cg = globalThis.cg || {}));

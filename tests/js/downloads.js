// Writes both downloads of a journal full of hostile words, and what they should read back as, for tests/test_downloads.py.
"use strict";

const { cg, DATA, fact } = require("./yours.js");
const { dice } = require("./random.js");

const SCRAPS = [
  "|", "||", "\\", "\\|", "`", "```", "~~~", "*", "**bold**", "_", "__x__", "#", "# head", "> quote", "- item", "+ item", "1. one", "1) one",
  "===", "---", "|---|", "<b>", "</p>", "</td></table>", "<script>alert(1)</script>", "<!--", "-->", "]]>", "&", "&amp;", "&#65;", "&nbsp;",
  "[a](b)", "![a](b)", "[x]: y", "[^1]", "http://a.example/x_y_z", "www.a.example", "a@b.example", "<http://a>", ":smile:", "$x$", "^", "~~x~~",
  "🙂", "👩🏽‍⚕️", "שלום עולם", "مرحبا", "\u202Eabc", "\u200B", "é", "e\u0301", "\u00A0", "\u3000", "\uFEFF", "\u2028", "\t", "    ", " ", "  ",
  "\n", "\n\n", "\n\n\n", "\r", "\r\n", "\n ", " \n", "\n    ", "\n- ", "\n# ", "\n> ", "\n1. ", "\n***\n", "\n===\n", "\n---\n", "\n===", "\n|---|\n", "\n1) x", "\n```\n", "\\\n", "words", "a", "'", '"',
];

const roll = dice(Number(process.env.CG_SEED ?? 3));
const text = () => roll.some(12, () => roll.of(SCRAPS)).join("");
const full = () => {
  for (;;) {
    const made = text();
    if (made.trim()) return made;
  }
};

const columns = ["A | b", "*C*"];
const pieces = [];
const facts = [];
const expected = [];
for (let at = 0; at < Number(process.env.CG_CASES ?? 500); at++) {
  const asked = { id: `f${at}`, words: [full().replace(/\s+/g, " ").trim()], page: `Page ${at}`, path: "modules/m/a.md#x", revision: "" };
  if (at % 3) {
    const value = full();
    pieces.push({ kind: "field", ...asked });
    facts.push(fact("m", "field", `f${at}`, value));
    expected.push(value);
  } else {
    const rows = [[full(), text()], [text(), full()]];
    pieces.push({ kind: "grid", columns, ...asked });
    facts.push(fact("m", "grid", `f${at}`, rows));
    expected.push(rows);
  }
}
const data = { ...DATA, modules: { ...DATA.modules, m: { ...DATA.modules.m, title: "# <b>Bridges</b> | &amp;" } } };
const sections = cg.gather(data, { m: { outcomes: [], pieces } }, facts);
const about = { title: "My plan <and> journal: *x*", made: "Downloaded." };
process.stdout.write(JSON.stringify({ expected, asked: pieces.map(({ words }) => words[0]), html: cg.asHtml(sections, about), markdown: cg.asMarkdown(sections, about) }));

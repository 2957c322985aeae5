// Knows a learner's work as Markdown (CommonMark 0.31, with GitHub's tables) that reads back to the letter.
(function (cg) {
  "use strict";

  const named = (text) => text.replace(/[^]/g, (one) => `&#${one.charCodeAt(0)};`);
  const FIRST = /^(\d+)(?=[.)])|^(?=[-+=#>:])/; // what begins a list, a heading or a quote

  // One line with every mark of Markdown as itself, and its outer space by name, because parsers drop that. \x60 is the
  // backtick, which no line here may hold alone.
  function line(text) {
    const marked = text.replace(/\0/g, "\uFFFD").replace(/[\\\x60*_[\]<>&|~!$^#]/g, "\\$&");
    const begun = marked.replace(FIRST, "$1\\");
    return begun.replace(/^ +| +$/g, named).replace(/[^\S ]/g, named);
  }

  /** Lines with a break between each two; the last may be empty, which a break at the end could not say. */
  function lines(text) {
    const [, most, ends] = /^([^]*?)(\n*)$/.exec(text);
    return most.split("\n").map(line).join("\\\n") + named(ends);
  }

  const quoted = (text) => lines(text).replace(/^/gm, "> ");
  const cell = (text) => text.split("\n").map(line).join("<br>");

  function table({ columns, rows }) {
    const row = (cells) => `| ${cells.join(" | ")} |`;
    return [row(columns.map(cell)), row(columns.map(() => "---")), ...rows.map((cells) => row(cells.map(cell)))].join("\n");
  }

  function body(piece) {
    const said = cg.said(piece);
    if (said.rows) return table(said);
    if (said.items) return said.items.map(({ text, ticked }) => `- [${ticked ? "x" : " "}] ${line(text)}`).join("\n");
    return quoted(said.text);
  }

  function group({ title, pieces }) {
    const made = pieces.flatMap((one) => [...cg.askedFor(one).map(lines), `*${line(cg.headline(one))}*`, body(one)]);
    return [...(title ? [`### ${line(title)}`] : []), ...made];
  }

  /** The whole document. `about` has `title` and `made`, a sentence. */
  cg.asMarkdown = (sections, { title, made }) => {
    const parts = sections.flatMap((one) => [`## ${line(one.title)}`, ...one.groups.flatMap(group)]);
    return `${[`# ${line(title)}`, line(made), ...parts].join("\n\n")}\n`;
  };
})((globalThis.cg = globalThis.cg || {}));

// Knows a learner's work as one HTML document that any browser shows and a word processor opens. All words are escaped.
(function (cg) {
  "use strict";

  const MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "<br>", "\0": "\uFFFD" };
  const STYLE = [
    "body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 serif; }",
    ".own { white-space: pre-wrap; margin: 0.5em 0 1.5em; padding-left: 1em; border-left: 3px solid #888; }",
    ".about { color: #444; font-size: 0.9em; }",
    "table { border-collapse: collapse; margin: 0.5em 0 1.5em; }",
    "th, td { padding: 0.3em 0.5em; border: 1px solid #888; vertical-align: top; text-align: left; white-space: pre-wrap; }",
  ].join("\n");

  /** A text that stays the same to the letter through a parser of HTML: space that such a parser drops is named. */
  const escape = (text) => text.replace(/[&<>"'\n\0]/g, (one) => MARKS[one]).replace(/[^\S ]/g, (one) => `&#${one.charCodeAt(0)};`);
  const tag = (name, text, css = "") => `<${name}${css && ` class="${css}"`} dir="auto">${escape(text)}</${name}>`;

  function table({ columns, rows }) {
    const row = (name, cells) => `<tr>${cells.map((cell) => tag(name, cell)).join("")}</tr>`;
    const head = columns.some(Boolean) ? row("th", columns) : "";
    return `<table>\n${head}\n${rows.map((cells) => row("td", cells)).join("\n")}\n</table>`;
  }

  function body(piece) {
    const said = cg.said(piece);
    const words = cg.words.yours.journal;
    if (said.rows) return table(said);
    if (!said.items) return tag("p", said.text, "own");
    const items = said.items.map(({ text, ticked }) => tag("li", `${ticked ? words.ticked : words.unticked}: ${text}`));
    return `<ul class="list">\n${items.join("\n")}\n</ul>`;
  }

  function group({ title, pieces }) {
    const made = pieces.flatMap((one) => [
      ...cg.askedFor(one).map((text) => tag("p", text, "asked")),
      tag("p", cg.headline(one), "about"),
      body(one),
    ]);
    return [...(title ? [tag("h3", title)] : []), ...made];
  }

  /** The whole document. `about` has `title` and `made`, a sentence. */
  cg.asHtml = (sections, { title, made }) => {
    const parts = sections.flatMap((one) => [tag("h2", one.title), ...one.groups.flatMap(group)]);
    const head = `<meta charset="utf-8">\n<title>${escape(title)}</title>\n<style>\n${STYLE}\n</style>`;
    const text = [tag("h1", title), tag("p", made, "about"), ...parts].join("\n");
    return `<!doctype html>\n<html lang="en-GB">\n<head>\n${head}\n</head>\n<body>\n${text}\n</body>\n</html>\n`;
  };
})((globalThis.cg = globalThis.cg || {}));

// Knows what a piece of a learner's work says, for the page and for both downloads alike: one of text, table or list.
(function (cg) {
  "use strict";

  function grid({ value, columns }) {
    const last = value.findLastIndex((row) => row.some((cell) => cell !== ""));
    const rows = value.slice(0, last + 1);
    const wide = Math.max(columns.length, ...rows.map((row) => row.length));
    const fill = (cells) => Array.from({ length: wide }, (_, at) => cells[at] ?? "");
    return { columns: fill(columns), rows: rows.map(fill) };
  }

  function scale({ value, low, high, ends }) {
    return ends ? cg.words.yours.journal.scale(value, low, high, ends) : `${value}`;
  }

  /** `{text}`, `{columns, rows}` or `{items: [{text, ticked}]}`. */
  cg.said = (piece) => {
    if (piece.kind === "grid") return grid(piece);
    if (piece.kind === "checklist") return { items: piece.items };
    return { text: piece.kind === "scale" ? scale(piece) : piece.value };
  };

  /** The line above a piece: its kind, its day, and whether its question is another now. */
  cg.headline = ({ kind, day, changed }) => {
    const words = cg.words.yours.journal;
    const parts = [words.kinds[kind] ?? words.own, day === null ? "" : cg.dayText(day)];
    return `${parts.filter(Boolean).join(", ")}.${changed ? ` ${words.changed}` : ""}`;
  };

  /** What was asked, as paragraphs; the bare id where the question is gone. */
  cg.askedFor = ({ former, kind, id, asked }) =>
    former ? [cg.words.yours.journal.formerAsked(cg.words.yours.journal.kinds[kind] ?? kind, id)] : asked;
})((globalThis.cg = globalThis.cg || {}));

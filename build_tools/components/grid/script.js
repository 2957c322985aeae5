// A table of texts, kept as it is typed.
(function (cg) {
  "use strict";

  class Grid extends cg.Writing {
    #rows() {
      return Array.from(this.querySelectorAll("tbody tr"), (row) => Array.from(row.querySelectorAll(".cg-write")));
    }

    /** What an earlier, larger table held stays behind the boxes that are left. */
    read(before) {
      const rows = this.#rows().map((row) => row.map((box) => box.value));
      const kept = Array.isArray(before) ? before : [];
      return [...rows.map((row, at) => [...row, ...(kept[at] ?? []).slice(row.length)]), ...kept.slice(rows.length)];
    }

    fill(value) {
      this.#rows().forEach((row, y) =>
        row.forEach((box, x) => {
          const text = value?.[y]?.[x] ?? "";
          if (box.value !== text) box.value = text;
        }),
      );
    }
  }

  customElements.define("cg-grid", Grid);
})((globalThis.cg = globalThis.cg || {}));

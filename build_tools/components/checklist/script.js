// Things to tick, kept by their ids, so that a list can change without ticks going astray.
(function (cg) {
  "use strict";

  class Checklist extends cg.Writing {
    #items() {
      const id = (item) => item.id.slice(this.id.length + 1);
      return Array.from(this.querySelectorAll("li"), (item) => [id(item), item.querySelector("input")]);
    }

    read(before) {
      return { ...before, ...Object.fromEntries(this.#items().map(([id, input]) => [id, input.checked])) };
    }

    fill(value) {
      for (const [id, input] of this.#items()) input.checked = value?.[id] === true;
    }
  }

  customElements.define("cg-checklist", Checklist);
})((globalThis.cg = globalThis.cg || {}));

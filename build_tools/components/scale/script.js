// A place on a scale, kept when it is chosen.
(function (cg) {
  "use strict";

  class Scale extends cg.Writing {
    read() {
      return Number(this.querySelector("input:checked").value);
    }

    fill(value) {
      for (const input of this.querySelectorAll("input")) input.checked = Number(input.value) === value;
    }
  }

  customElements.define("cg-scale", Scale);
})((globalThis.cg = globalThis.cg || {}));

// A text that is kept as it is typed.
(function (cg) {
  "use strict";

  customElements.define("cg-reflection", class extends cg.WritingText {});
})((globalThis.cg = globalThis.cg || {}));

// An if-then plan, kept as it is typed. Its own sentence can be taken over, to fill in its gaps.
(function (cg) {
  "use strict";

  class Plan extends cg.WritingText {
    connectedCallback() {
      super.connectedCallback();
      if (this.querySelector("button")) return;
      const button = { type: "button", className: "cg-plain", textContent: cg.words.writing.begin, onclick: () => this.#begin() };
      this.querySelector(".cg-plan__kicker").append(cg.made("span", {}, cg.make("button", button)));
    }

    #begin() {
      const box = this.boxes()[0];
      const sentence = this.querySelector(".cg-plan__body").textContent.trim();
      const from = box.value ? box.value.length + 1 : 0;
      box.value = [...(box.value ? [box.value] : []), sentence].join("\n");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
      const gap = box.value.indexOf("…", from);
      box.setSelectionRange(gap < 0 ? from : gap, gap < 0 ? box.value.length : gap + 1);
    }
  }

  customElements.define("cg-plan", Plan);
})((globalThis.cg = globalThis.cg || {}));

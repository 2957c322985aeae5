// Shows one view at a time to whoever wants to stay with it. All stand on the page at first, and always on paper.
(function (cg) {
  "use strict";

  class Perspectives extends HTMLElement {
    connectedCallback() {
      const buttons = Array.from(this.querySelectorAll(".cg-perspectives__switch button"));
      const views = Array.from(this.querySelectorAll("cg-perspective"));
      const show = (chosen) => {
        buttons.forEach((button, at) => button.setAttribute("aria-pressed", at === chosen));
        views.forEach((view, at) => (view.hidden = chosen > 0 && at !== chosen - 1));
      };
      buttons.forEach((button, at) => (button.onclick = () => show(at)));
    }
  }

  customElements.define("cg-perspectives", Perspectives);
})((globalThis.cg = globalThis.cg || {}));

// Knows the end of a lesson: it can be marked as done. And where the learner stopped, once they have asked to save.
(function (cg) {
  "use strict";

  const words = cg.words.lesson;

  class Done extends HTMLElement {
    connectedCallback() {
      this.key = this.dataset.cgKey.split("/");
      this.button = this.querySelector("button");
      this.button.addEventListener("click", () => this.#turn());
      cg.store.on(() => this.#show());
      this.#show();
      this.#stopped();
    }

    #done() {
      return Boolean(cg.store.get(...this.key)?.v.done);
    }

    #show() {
      const done = this.#done();
      this.classList.toggle("cg-done--done", done);
      this.button.textContent = done ? words.undo : words.mark;
    }

    #turn() {
      const became = cg.store.put(...this.key, { done: !this.#done() }, this.dataset.cgRevision);
      this.#show();
      cg.say(this.#done() ? words.done : words.undone);
      cg.ask(this.button, became);
    }

    /** Once for each visit, so that two tabs do not take turns. */
    #stopped() {
      const [module, , lesson] = this.key;
      const keep = () => cg.store.put("course", "place", "last", { path: `modules/${module}/${lesson}.md` });
      if (cg.store.state() === "kept") {
        keep();
        return;
      }
      const end = cg.store.on(() => {
        if (cg.store.state() !== "kept") return;
        end();
        keep();
      });
    }
  }

  customElements.define("cg-done", Done);
})((globalThis.cg = globalThis.cg || {}));

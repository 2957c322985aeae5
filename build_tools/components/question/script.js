// A question that can be answered: check, explain every answer, try again. Keeps each try. All else is in the page.
(function (cg) {
  "use strict";

  const words = cg.words.question;

  class Question extends HTMLElement {
    #form = null;
    #set = null;
    #verdict = null;
    #last = cg.make("span");
    #button = null;
    #sure = null;
    #done = false;

    connectedCallback() {
      const kind = this.dataset.kind;
      if (this.#form || !Object.hasOwn(cg.forms, kind)) return;
      this.#form = cg.forms[kind](this);
      this.#set = cg.make("fieldset", { className: "cg-question__set" });
      this.#set.setAttribute("aria-labelledby", `${this.id}-stem`);
      this.#form.around.before(this.#set);
      this.#set.append(this.#form.around);
      this.#button = cg.make("button", { type: "button", className: "cg-button", textContent: words.check });
      this.#button.addEventListener("click", () => (this.#done ? this.#again() : this.#check()));
      const acts = cg.made("div", { className: "cg-question__acts" }, this.#button, this.#last);
      this.#verdict = cg.made("p", { className: "cg-question__verdict", hidden: true });
      this.querySelector(".cg-question__answers").before(acts, this.#verdict);
      this.classList.add("cg-question--live");
      this.#history();
      cg.store.on((changed) => (changed.has("") || changed.has(this.dataset.cgKey)) && this.#history());
      cg.confidence(this);
    }

    /** Begin or end to ask, before each check, how sure the learner is. */
    set asksSure(wanted) {
      if (!wanted || this.#sure) {
        if (this.#sure) this.#sure.hidden = !wanted;
        return;
      }
      const label = cg.make("legend", { textContent: words.sure });
      const radios = words.levels.map((word, at) => {
        const input = { type: "radio", name: `${this.id}-sure`, value: at + 1, autocomplete: "off" };
        return cg.make("label", {}, cg.make("input", input), ` ${word}`);
      });
      this.#sure = cg.made("fieldset", { className: "cg-question__sure", disabled: this.#done }, label, ...radios);
      this.#button.parentElement.before(this.#sure);
    }

    #confidence() {
      const given = this.#sure?.hidden ? null : this.#sure?.querySelector(":checked");
      return given ? { c: Number(given.value) } : {};
    }

    #check() {
      const answer = this.#form.read();
      if (!answer) {
        this.#tell(words.pick[this.dataset.kind]);
        return;
      }
      const result = cg.score(this.#form.about, answer);
      this.#lock(true);
      this.#form.explain(result);
      const verdict = this.#form.verdict(result);
      this.#tell(verdict, this.#form.own().map((because) => because.textContent));
      this.#verdict.classList.add(`cg-question__verdict--${result.ok ? "right" : "not"}`);
      this.#keep({ a: answer, ok: result.ok, ...this.#confidence() });
    }

    #keep(attempt) {
      if (!this.dataset.cgKey) return; // an example, not the course
      const became = cg.store.add(...this.dataset.cgKey.split("/"), attempt, this.dataset.cgRevision);
      cg.ask(this.#button, became);
    }

    #again() {
      for (const because of this.querySelectorAll(".cg-question__because")) because.remove();
      const sure = this.#sure?.querySelector(":checked");
      if (sure) sure.checked = false;
      this.#verdict.hidden = true;
      this.#verdict.className = "cg-made cg-question__verdict";
      this.#lock(false);
      this.#form.reset();
      this.#form.first().focus();
    }

    #lock(done) {
      this.#done = done;
      this.#set.disabled = done;
      if (this.#sure) this.#sure.disabled = done;
      this.#button.textContent = done ? words.again : words.check;
    }

    #tell(text, more = []) {
      this.#verdict.textContent = text;
      this.#verdict.hidden = false;
      cg.say([text, ...more].join(" "));
    }

    /** When it was answered before, in the room beside the button. */
    #history() {
      const tries = this.dataset.cgKey ? (cg.store.get(...this.dataset.cgKey.split("/"))?.v ?? []) : [];
      const last = tries[tries.length - 1];
      this.#last.textContent = "";
      if (!last) return;
      const day = cg.when(last.at)?.toLocaleDateString("en-GB", { day: "numeric", month: "long" });
      const same = !last.r || last.r === this.dataset.cgRevision;
      this.#last.textContent = same ? words.answered(day, last.ok, tries.length) : words.changed(day);
    }
  }

  // One setting for the page: whether questions ask for confidence. On again if the latest answer here had it.
  const switches = document.querySelector("[data-cg-sure]");
  const questions = () => document.querySelectorAll("cg-question");
  cg.confidence = (question) => (question.asksSure = Boolean(switches?.checked));
  if (switches) {
    const tries = cg.store.all(({ kind }) => kind === "question").flatMap(({ v }) => v);
    const last = tries.reduce((latest, one) => (latest && latest.n > one.n ? latest : one), null);
    switches.checked = Boolean(last?.c);
    switches.addEventListener("change", () => questions().forEach(cg.confidence));
  }

  customElements.define("cg-question", Question);
})((globalThis.cg = globalThis.cg || {}));

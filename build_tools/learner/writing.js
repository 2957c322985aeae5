// Knows how what is written or ticked in the page is kept as the learner goes on, and shown again. An element that writes
// says what it holds with `read(before)` and shows a kept value with `fill(value)`, undefined if there is none.
(function (cg) {
  "use strict";

  const PAUSE = 600; // milliseconds after the last key
  const WORTH = 40; // characters; what is shorter is only asked about once the learner has left the box
  const all = new Set();
  let note = null;

  function saved(near) {
    note ??= cg.made("p", { className: "cg-saved" }, cg.make("span", { textContent: cg.words.writing.saved }));
    if (!note.isConnected) cg.say(cg.words.writing.saved); // once; the note then goes with the learner, silently
    if (near.nextElementSibling !== note) near.after(note);
  }

  /** A copy of what a box holds, which takes its place on paper: a box cuts off what does not fit. */
  function mirror(box) {
    if (!box.cgCopy) box.after((box.cgCopy = cg.made("div", { className: "cg-written" })));
    box.cgCopy.textContent = box.value;
  }

  cg.Writing = class extends HTMLElement {
    #timer = 0;
    #wired = false;
    #typed = false;

    connectedCallback() {
      if (this.#wired) return;
      this.#wired = true;
      all.add(this);
      this.key = this.dataset.cgKey?.split("/"); // none on a page of examples
      for (const box of this.boxes()) box.maxLength = this.key?.[1] === "grid" ? cg.shape.MOST.cell : cg.shape.MOST.text;
      this.addEventListener("input", () => this.#later());
      this.addEventListener("change", () => this.commit(true));
      this.#meet();
    }

    /** Show what is kept, and join to it what was typed or ticked before this script had come. */
    #meet() {
      const early = Array.from(this.boxes(), (box) => box.value);
      const ticked = Array.from(this.querySelectorAll("input:checked"));
      this.refresh();
      this.boxes().forEach((box, at) => {
        if (!early[at] || early[at] === box.value) return;
        box.value = [box.value, early[at]].filter(Boolean).join("\n");
        this.#later();
      });
      for (const input of ticked.filter(({ checked }) => !checked)) {
        input.checked = true;
        this.#later();
      }
    }

    boxes() {
      return this.querySelectorAll(".cg-write");
    }

    /** Show what is kept, unless something was typed that is not kept yet. */
    refresh() {
      if (!this.key || this.#typed) return;
      this.fill(cg.store.get(...this.key)?.v);
      this.boxes().forEach(mirror);
    }

    /** Keep what was typed. `left` if the learner has finished with it for now. */
    commit(left = false) {
      clearTimeout(this.#timer);
      this.boxes().forEach(mirror);
      if (!this.#typed || !this.key) return;
      this.#typed = false;
      const value = this.read(cg.store.get(...this.key)?.v);
      const became = cg.store.put(...this.key, value, this.dataset.cgRevision);
      const last = [...this.querySelectorAll("textarea, input")].pop();
      const used = this.contains(document.activeElement) ? document.activeElement : last;
      if (became === "kept") {
        saved(this.querySelector("table") ?? last.cgCopy ?? last.closest("fieldset, ul"));
        return;
      }
      note?.remove();
      if (became !== "memory" || left || used.value.length >= WORTH) cg.ask(used, became);
    }

    #later() {
      this.#typed = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.commit(), PAUSE);
    }
  };

  /** One box for one text. */
  cg.WritingText = class extends cg.Writing {
    read() {
      return this.boxes()[0].value;
    }
    fill(value) {
      const box = this.boxes()[0];
      if (box.value !== (value ?? "")) box.value = value ?? "";
    }
  };

  const every = (act) => () => all.forEach(act);
  addEventListener("pagehide", every((one) => one.commit()));
  addEventListener("beforeprint", every((one) => one.commit()));
  document.addEventListener("visibilitychange", every((one) => one.commit()));
  cg.store.on((changed) => {
    for (const one of all) if (one.key && (changed.has("") || changed.has(one.key.join("/")))) one.refresh();
  });
})((globalThis.cg = globalThis.cg || {}));

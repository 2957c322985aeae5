// Knows the facts of the page at hand, their logical clock, and who wants to hear of a change. Keeps nothing.
(function (cg) {
  "use strict";

  /** A moment as `2026-11-24T21:05Z`; "" if the clock is out of its mind. */
  cg.minute = (date) => (isNaN(date) || date.getUTCFullYear() > 9999 ? "" : `${date.toISOString().slice(0, 16)}Z`);

  /** When something was done, as a Date that is never later than now: a clock may have been wrong. Null if unknown. */
  cg.when = (at, now = new Date()) => {
    const time = Date.parse(at);
    return isNaN(time) ? null : new Date(Math.min(time, +now));
  };

  cg.Memory = class {
    facts = new Map(); // id → fact
    raw = new Map(); // id → text that this release cannot read
    #listeners = new Set();
    #told = null;
    #clock = 0;

    constructor(writer, now) {
      [this.writer, this.now] = [writer, now];
    }

    /** The head of a new fact. Its counter is above all that this page has seen (Lamport, 1978). */
    stamp(revision) {
      this.#clock = Math.min(this.#clock + 1, cg.shape.COUNTER);
      const at = cg.minute(this.now());
      return { s: cg.shape.SCHEMA, n: this.#clock, by: this.writer, at, r: cg.shape.revision(revision) };
    }

    /** What stands after a fact has come from elsewhere. */
    hold(id, fact) {
      const before = this.facts.get(id);
      const merged = before ? cg.merge(cg.shape.kind(id), before, fact) : fact;
      if (!before || cg.canonical(merged) !== cg.canonical(before)) this.set(id, merged);
      return this.facts.get(id);
    }

    set(id, fact) {
      this.facts.set(id, fact);
      this.#clock = Math.max(this.#clock, fact.n);
      this.tell(id);
    }

    forget() {
      this.facts.clear();
      this.raw.clear();
      this.tell("");
    }

    on(listener) {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    }

    /** Tell listeners, once for all that happens in one go. */
    tell(id) {
      if (this.#told) {
        this.#told.add(id);
        return;
      }
      this.#told = new Set([id]);
      setTimeout(() => {
        const changed = this.#told;
        this.#told = null;
        for (const listener of [...this.#listeners]) {
          try {
            listener(changed);
          } catch (error) {
            reportError(error); // one component's fault must not deafen the others
          }
        }
      });
    }
  };
})((globalThis.cg = globalThis.cg || {}));

// Knows how a page's memory and the storage stay the same: what may be written now, and what came of it.
(function (cg) {
  "use strict";

  cg.Keeper = class {
    kept = false;
    older = false;
    lost = false;
    unsaved = new Set();
    #loaded = false;

    constructor(shelf, memory) {
      [this.shelf, this.memory] = [shelf, memory];
    }

    state() {
      if (!this.#loaded) this.refresh();
      return this.shelf.denied ? "denied" : this.older ? "older" : this.kept ? "kept" : "memory";
    }

    /** Read again what other tabs may have changed: `ids`, or everything. */
    refresh(ids = null) {
      this.#loaded = true;
      this.#look();
      if (!this.kept) return;
      for (const id of ids ?? this.shelf.ids()) this.#take(id);
      this.#retry();
    }

    open() {
      const state = this.state();
      if (state === "denied" || state === "older") return state;
      try {
        this.shelf.open();
      } catch {
        return "full";
      }
      this.refresh();
      for (const [id, text] of [...this.memory.raw]) if (this.shelf.get(id) === null) this.setAside(id, text);
      this.memory.tell("");
      return this.unsaved.size ? "full" : this.state();
    }

    /** Write a fact of the memory if that is what the learner wants. Answers what became of it. */
    save(id) {
      this.#look();
      if (this.kept) this.#retry();
      const state = this.state();
      return state === "kept" ? this.write(id) : this.lost ? "lost" : state;
    }

    /** One `setItem`, which happens whole or not at all. What another tab wrote under the same id is taken in first. */
    write(id) {
      const before = this.shelf.get(id);
      const found = before === null ? null : cg.shape.read(id, before);
      if (found === "newer") this.older = true;
      if (this.older) return "older";
      try {
        if (found === "broken") this.setAside(id, before);
        else if (found) this.memory.hold(id, found);
        const text = JSON.stringify(this.memory.facts.get(id));
        if (text !== before) this.shelf.put(id, text);
        this.unsaved.delete(id);
        return "kept";
      } catch {
        this.unsaved.add(id);
        return "full";
      }
    }

    /** Keep a text that cannot be read here under a key of its own, for the next export. */
    setAside(id, text) {
      const key = id.startsWith("broken/") ? id : `broken/${id}`;
      this.memory.raw.delete(id);
      this.memory.raw.set(key, text);
      if (this.state() !== "kept" || this.shelf.get(key) !== null) return;
      try {
        this.shelf.put(key, text);
      } catch {
        // It stays in this page's memory and in the export.
      }
    }

    /** Drop what this page remembers, as after a clearing in another tab. */
    forget() {
      [this.kept, this.older, this.lost, this.#loaded] = [false, false, false, true];
      this.unsaved.clear();
      this.memory.forget();
    }

    #look() {
      if (this.shelf.denied) return;
      const schema = this.shelf.schema();
      if (schema > cg.shape.SCHEMA) this.older = true;
      if (this.kept === schema > 0) return;
      this.kept = schema > 0;
      this.lost = !this.kept;
      // The learner has asked for it, here or in another tab: what this page knows joins what is kept.
      if (this.kept) for (const id of this.memory.facts.keys()) this.unsaved.add(id);
      this.memory.tell("");
    }

    /** What this page knows beyond the kept text goes back, so that a race between two tabs heals. */
    #take(id) {
      const text = this.shelf.get(id);
      if (text === null) return;
      const fact = cg.shape.read(id, text);
      if (fact === "newer") this.older = true;
      if (typeof fact === "string") this.memory.raw.set(id, text);
      else if (cg.canonical(this.memory.hold(id, fact)) !== cg.canonical(fact)) this.write(id);
    }

    #retry() {
      for (const id of [...this.unsaved]) this.write(id);
    }
  };
})((globalThis.cg = globalThis.cg || {}));

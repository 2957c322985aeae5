// Knows what pages may ask of the learner's work, as `cg.store`. Never knows what a fact is for, nor how it is shown.
(function (cg) {
  "use strict";

  function newWriter() {
    return Array.from(crypto.getRandomValues(new Uint8Array(4)), (one) => one.toString(16).padStart(2, "0")).join("");
  }

  cg.Store = class {
    #shelf;
    #memory;
    #keeper;

    /** `writer` is new for each page: two tabs never sign alike, and no lasting name of a device is kept. */
    constructor({ course, title = "", storage, now = () => new Date(), writer = newWriter() }) {
      [this.course, this.title] = [course, title];
      this.#shelf = cg.makeShelf(storage, course);
      this.#memory = new cg.Memory(writer, now);
      this.#keeper = new cg.Keeper(this.#shelf, this.#memory);
    }

    /** "memory", "kept", "denied", or "older": a newer release has written here, so this page only reads. */
    state() {
      return this.#keeper.state();
    }

    /** Whether work was kept and then somebody else emptied the storage; `keep` puts back what this page knows. */
    lost() {
      return this.#keeper.lost;
    }

    /** How many facts the storage has refused so far. They are tried again at each change. */
    unsaved() {
      return this.#keeper.unsaved.size;
    }

    /** Start keeping, at the learner's wish. Answers "kept", "full", "denied" or "older". */
    keep() {
      return this.#keeper.open();
    }

    /** Delete everything of this course, on this page and on the device. */
    clear() {
      if (!this.#shelf.denied) this.#shelf.clear();
      this.#keeper.forget();
    }

    /** Drop what this page remembers, as after `clear` in another tab. */
    forget() {
      this.#keeper.forget();
    }

    get(module, kind, id) {
      this.state();
      return this.#memory.facts.get(`${module}/${kind}/${id}`);
    }

    /** Replace a value. Answers "kept", "memory", "denied", "older", "lost", "full", or "refused" if it is no such value. */
    put(module, kind, id, value, revision) {
      const key = `${module}/${kind}/${id}`;
      this.state();
      const v = cg.shape.grows(kind) || !cg.shape.isId(key) ? undefined : cg.shape.value(kind, value);
      if (v === undefined) return "refused";
      this.#memory.set(key, { ...this.#memory.stamp(revision), v });
      return this.#keeper.save(key);
    }

    /** Add an entry to a list that grows. Answers as `put` does. */
    add(module, kind, id, entry, revision) {
      const key = `${module}/${kind}/${id}`;
      this.state();
      if (!cg.shape.grows(kind) || !cg.shape.isId(key)) return "refused";
      const { s, ...signed } = this.#memory.stamp(revision);
      const v = cg.shape.value(kind, [{ ...entry, ...signed }]);
      if (!v.length) return "refused";
      this.#memory.hold(key, { s, ...signed, v });
      return this.#keeper.save(key);
    }

    /** Every fact as `{module, kind, id, ...fact}`, of those that `filter` lets through. */
    all(filter = () => true) {
      this.state();
      const listed = Array.from(this.#memory.facts, ([key, fact]) => {
        const [module, kind, id] = key.split("/");
        return { module, kind, id, ...fact };
      });
      return listed.filter(filter);
    }

    /** Hear of changes, a moment later and many in one go, as a set of `module/kind/id`; "" in it means everything. */
    on(listener) {
      return this.#memory.on(listener);
    }

    /** Read again what other tabs may have changed: `ids`, or everything. */
    refresh(ids) {
      this.#keeper.refresh(ids);
    }

    /** The learner's work as the text of a file. */
    export() {
      this.state();
      const { facts, raw, now } = this.#memory;
      return cg.file.write({ course: this.course, title: this.title, made: cg.minute(now()), facts, raw });
    }

    /** What `import` would do: `{problem}`, a sentence; or `{new, changed, same, unreadable, from}`. */
    preview(text) {
      this.state();
      const found = cg.file.read(text, this.course);
      return found.problem ? { problem: cg.words.file[found.problem] } : cg.file.compare(found, this.#memory.facts);
    }

    /** Merge a file's work into this. Answers as `preview` does; after a problem nothing has changed. */
    import(text) {
      const counts = this.preview(text);
      if (counts.problem) return counts;
      const { facts, raw } = cg.file.read(text, this.course);
      for (const [id, fact] of facts) {
        this.#memory.hold(id, fact);
        this.#keeper.save(id);
      }
      for (const [id, held] of raw) this.#keeper.setAside(id, held);
      return counts;
    }
  };
})((globalThis.cg = globalThis.cg || {}));

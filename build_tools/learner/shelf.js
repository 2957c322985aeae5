// Knows one course's keys in a browser's storage, as texts. The only file that touches `localStorage` for learners' work.
(function (cg) {
  "use strict";

  /** Whether this is the browser's own storage; the head of each page puts memory in place of storage that is denied. */
  function lasting(storage) {
    try {
      return Boolean(storage) && !storage.cgMemory && typeof storage.getItem("") !== "undefined";
    } catch {
      return false;
    }
  }

  /** The shelf of a course. `put` and `open` throw what the storage throws, such as a full store's error. */
  cg.makeShelf = (storage, course) => {
    const prefix = `cg1:${course}:`;
    const sign = `${prefix}about`;

    function ids() {
      const found = [];
      for (let at = 0; at < storage.length; at++) {
        const key = storage.key(at);
        if (key !== null && key.startsWith(prefix) && key !== sign) found.push(key.slice(prefix.length));
      }
      return found;
    }

    /** The schema of the release that wrote here last; 0 if nothing is kept. Facts alone are evidence enough. */
    function schema() {
      const text = storage.getItem(sign);
      if (text === null) return ids().length ? cg.shape.SCHEMA : 0;
      try {
        const { s } = JSON.parse(text);
        return Number.isInteger(s) && s > 0 ? s : cg.shape.SCHEMA;
      } catch {
        return cg.shape.SCHEMA;
      }
    }

    return {
      prefix,
      sign,
      denied: !lasting(storage),
      ids,
      schema,
      signed: () => storage.getItem(sign) !== null,
      open: () => storage.setItem(sign, JSON.stringify({ s: cg.shape.SCHEMA })),
      get: (id) => storage.getItem(prefix + id),
      put: (id, text) => storage.setItem(prefix + id, text),
      drop: (id) => storage.removeItem(prefix + id),
      /** The sign goes last: a page that is killed half-way still shows that something is left to clear. */
      clear() {
        for (const id of ids()) storage.removeItem(prefix + id);
        storage.removeItem(sign);
      },
    };
  };
})((globalThis.cg = globalThis.cg || {}));

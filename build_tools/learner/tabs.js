// Knows when another tab, another site or the back button has changed the storage under this page.
(function (cg) {
  "use strict";

  const CLEARED = "cg1:cleared"; // in sessionStorage, for the back button: this tab has cleared everything, on purpose
  const PAUSE = 50; // milliseconds; a thousand events become one reading

  /** Keep a store in step with its storage. `prefix` begins its keys, `sign` is the key that goes last when all goes. */
  cg.watch = (store, { prefix, sign }, view = window) => {
    let ids = new Set();
    let timer = 0;

    function later(id) {
      if (id === null) ids = null;
      else ids?.add(id);
      if (timer) return;
      timer = setTimeout(() => {
        const changed = ids;
        [timer, ids] = [0, new Set()];
        store.refresh(changed);
      }, PAUSE);
    }

    function gone() {
      return view.sessionStorage.getItem(CLEARED) !== null && view.localStorage.getItem(sign) === null;
    }

    view.addEventListener("storage", ({ key, newValue, storageArea }) => {
      if (storageArea && storageArea !== view.localStorage) return;
      if (key === sign && newValue === null) {
        store.forget();
      } else if (key === null) {
        later(null);
      } else if (key.startsWith(prefix)) {
        // A tab that was writing while this one cleared must not leave anything behind.
        if (newValue !== null && gone()) view.localStorage.removeItem(key);
        else later(key === sign ? null : key.slice(prefix.length));
      }
    });

    view.addEventListener("pageshow", ({ persisted }) => {
      if (!persisted) return;
      if (gone()) view.location.reload(); // what was typed still stands in the page that came back
      else later(null);
    });
    view.document.addEventListener("visibilitychange", () => {
      if (view.document.visibilityState === "visible") later(null);
    });
  };

  /** Download everything of the course. Answers the name of the file. */
  cg.downloadAll = () => {
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => `${part}`.padStart(2, "0"));
    const name = `${cg.about.title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-my-work-${day.join("-")}.json`;
    cg.download(name, cg.store.export());
    return name;
  };

  /** Clear everything of the course, for every page that this tab may still come back to. */
  cg.clearAll = () => {
    const kept = cg.store.state() === "kept" || cg.store.state() === "older";
    cg.store.clear();
    if (kept) sessionStorage.setItem(CLEARED, "1");
  };

  /** Start keeping, at the learner's wish. Answers as the store's `keep` does. */
  cg.keepAll = () => {
    const became = cg.store.keep();
    if (became === "kept") sessionStorage.removeItem(CLEARED);
    return became;
  };
})((globalThis.cg = globalThis.cg || {}));

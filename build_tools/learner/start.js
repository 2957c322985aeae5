// Makes the store of this page, over the browser's own storage, and keeps it in step with other tabs.
(function (cg) {
  "use strict";

  // Where the site begins, told by this script's own address, so that it works in any folder and from a memory stick.
  const base = new URL("../../", document.currentScript.src);

  /** The address of a page of the course by its path, such as `modules/how-deep.md` or `keep.md#restore`. */
  cg.link = (path) => {
    const [page, anchor = ""] = path.split("#");
    const bare = page.replace(/\.md$/, "");
    const folder = bare === "index" ? "" : `${bare.replace(/\/index$/, "")}/`;
    return new URL(cg.about.flat ? `${bare}.html` : folder, base).href + (anchor && `#${anchor}`);
  };

  /** What the course holds, on pages that load `assets/js/course-data.js`; null on all others. */
  cg.course = () => cg.data ?? null;

  cg.store = new cg.Store({ course: cg.about.id, title: cg.about.title, storage: localStorage });
  cg.watch(cg.store, cg.makeShelf(localStorage, cg.about.id));
})((globalThis.cg = globalThis.cg || {}));

// Where a returning learner begins: on the home page, the first door leads to what they have begun.
(function (cg) {
  "use strict";

  const door = document.querySelector(".cg-kind-home .cg-doors a");
  if (!door) return;

  // The door keeps its place, so that nothing on the page moves.
  function refresh() {
    if (!cg.store.all().length) return;
    door.textContent = cg.words.goOn;
    door.href = cg.link("my-course.md");
  }
  cg.store.on(refresh);
  refresh();
})((globalThis.cg = globalThis.cg || {}));

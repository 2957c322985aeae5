// Knows when a newer release stands ready beside the offline copy that this page comes from, and offers it.
(function (cg) {
  "use strict";

  const words = cg.words.renewed;
  let workers = null;
  try {
    workers = navigator.serviceWorker;
  } catch {
    // A frame that may keep nothing has no copy.
  }
  if (!workers?.controller) return;

  workers.ready.then((copy) => {
    const move = () => copy.waiting?.postMessage({ cgOffline: "move" });
    const offer = (text) =>
      cg.strip.show(words.label, text, [[cg.words.notice.reload, move], [cg.words.notice.close, cg.strip.close]]);

    function look() {
      if (!copy.waiting || document.querySelector(".cg-strip")) return; // another page will ask
      const unsaved = cg.store.state() === "memory" && cg.store.all().length;
      offer(unsaved ? words.unsaved : words.text);
    }

    workers.addEventListener("message", ({ data }) => {
      if (data?.cgOffline === "others") offer(words.others(data.others));
    });
    workers.addEventListener("controllerchange", () => location.reload());
    const follow = () => copy.installing?.addEventListener("statechange", look);
    copy.addEventListener("updatefound", follow);
    follow(); // it may have come before this script
    look();
  });
})((globalThis.cg = globalThis.cg || {}));

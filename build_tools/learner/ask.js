// Knows when to speak to the learner about saving: after they have done something worth keeping, and once.
(function (cg) {
  "use strict";

  const said = new Set();
  const more = () => [cg.words.notice.more, cg.link("keep.md")];
  const close = () => [cg.words.notice.close, cg.strip.close];
  const download = () => [cg.words.notice.download, cg.downloadAll];

  function keep(done) {
    const became = cg.keepAll();
    cg.strip.close();
    if (became === "kept") cg.say(done);
    else notice(became);
  }

  function acts(name) {
    const first = {
      older: [cg.words.notice.reload, () => location.reload()],
      lost: [cg.words.notice.putBack, () => keep(cg.words.notice.back)],
    };
    return [...(first[name] ? [first[name]] : []), download(), close(), more()];
  }

  /** Say once on this page what stands in the way of saving: "denied", "older", "lost" or "full". */
  function notice(name, near) {
    if (said.has(name) || !cg.words.notice[name]) return;
    said.add(name);
    cg.strip.show(cg.words.ask.label, cg.words.notice[name], acts(name), near);
  }

  function question(near) {
    if (said.has("memory")) return;
    said.add("memory");
    const words = cg.words.ask;
    const link = [words.more, cg.link("keep.md")];
    cg.strip.show(words.label, words.text, [[words.yes, () => keep(words.done)], [words.no, cg.strip.close], link], near);
  }

  // To be called when the learner has done something worth keeping, with the element that has it and what `put` or `add`
  // answered. Asks whether to save, or says why that is not possible, or is silent.
  cg.ask = (near, became = cg.store.state()) => {
    if (became === "memory") question(near);
    else notice(became, near);
  };

  cg.store.on(() => {
    if (cg.store.lost()) notice("lost");
    else if (cg.store.state() === "older") notice("older");
    else said.delete("lost");
  });
})((globalThis.cg = globalThis.cg || {}));

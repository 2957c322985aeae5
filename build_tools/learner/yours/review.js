// The page "Review": the questions that are due today, and a file with the days to come for one's own calendar.
(function (cg) {
  "use strict";

  const MOST = 10;
  const words = cg.words.yours.review;

  /** A question out of the page's store of them, ready to be answered. */
  function question(key) {
    const found = [...document.querySelectorAll("template[data-yours]")]
      .map(({ content }) => content.querySelector(`[data-cg-key="${CSS.escape(key)}"]`))
      .find(Boolean);
    return found ? document.importNode(found, true) : null;
  }

  function entry({ key, module }) {
    const asked = question(key);
    if (!asked) return null;
    const { title, path } = cg.course().modules[module];
    const status = cg.make("p", { className: "cg-yours__back" });
    status.setAttribute("role", "status");
    const from = cg.make("h2", { className: "cg-yours__from" }, words.from, cg.to(path, title));
    return { key, status, element: cg.make("section", {}, from, asked, status) };
  }

  function days(reviews, today) {
    const counts = new Map();
    for (const day of reviews.flatMap((one) => cg.ahead(one, today))) counts.set(day, (counts.get(day) ?? 0) + 1);
    return [...counts].sort(([one], [two]) => one - two).map(([day, number]) => ({ day, summary: words.event(number) }));
  }

  function save(status) {
    const today = cg.today();
    const events = days(cg.reviews(cg.course(), cg.store.all(), today), today);
    const { id, title } = cg.about;
    const named = events.map((one) => ({ ...one, summary: `${one.summary} – ${title}` }));
    const url = location.protocol === "file:" ? "" : cg.link("review.md");
    const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-review.ics`;
    cg.download(name, cg.calendar(named, { id, title, url, about: words.about, now: new Date() }), "text/calendar");
    cg.tell(status, words.made(name, events.length));
  }

  function summary(coming, today) {
    const later = coming.filter(({ due }) => due > today);
    if (!later.length) return "";
    const [{ due }] = later;
    return ` ${words.next(cg.dayText(due), later.filter((one) => one.due === due).length)}`;
  }

  cg.yours("review", (part) => {
    let shown = [];
    part("file").addEventListener("click", () => save(part("filed")));

    /** The list is made once, and again only while nothing stands in it: nobody's question goes away under their hands. */
    function list(reviews, today) {
      const due = reviews.filter((one) => one.due !== null && one.due <= today);
      if (shown.length || !due.length) return;
      shown = cg.dueToday(reviews, today, MOST).map(entry).filter(Boolean);
      cg.fill(part("list"), ...shown.map(({ element }) => element));
      const most = shown.length < due.length ? words.shown(shown.length, due.length) : words.due(due.length);
      cg.tell(part("state"), most);
    }

    return () => {
      const today = cg.today();
      const reviews = cg.reviews(cg.course(), cg.store.all(), today);
      const coming = reviews.filter(({ due }) => due !== null);
      list(reviews, today);
      const now = new Map(reviews.map((one) => [one.key, one.due]));
      let open = 0;
      for (const { key, status } of shown) {
        const due = now.get(key);
        const back = due === null ? words.over : due > today ? words.back(cg.dayText(due)) : "";
        open += back || due === undefined ? 0 : 1;
        cg.tell(status, back);
      }
      part("file").disabled = !coming.length;
      if (!shown.length) {
        const otherwise = reviews.length ? words.nothing + summary(coming, today) : cg.standing(words.begin);
        cg.tell(part("state"), otherwise);
      }
      cg.tell(part("over"), shown.length && !open ? words.finished + summary(coming, today) : "");
    };
  });
})((globalThis.cg = globalThis.cg || {}));

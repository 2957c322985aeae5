// The page "My plan and journal": everything the learner wrote, with what was asked, to read, print and take away.
(function (cg) {
  "use strict";

  const words = cg.words.yours.journal;
  const own = (name, text, css = "cg-yours__own") => cg.make(name, { textContent: text, className: css, dir: "auto" });

  function table({ columns, rows }) {
    const head = cg.make("tr", {}, ...columns.map((text) => cg.make("th", { textContent: text, scope: "col" })));
    const body = rows.map((cells) => {
      const made = cells.map((text) => own("td", text));
      made.forEach((one, at) => (one.dataset.label = columns[at]));
      return cg.make("tr", {}, ...made);
    });
    return cg.make("table", {}, ...(columns.some(Boolean) ? [cg.make("thead", {}, head)] : []), cg.make("tbody", {}, ...body));
  }

  function body(piece) {
    const said = cg.said(piece);
    if (said.rows) return table(said);
    if (!said.items) return own("p", said.text);
    const items = said.items.map(({ text, ticked }) => own("li", `${ticked ? words.ticked : words.unticked}: ${text}`, ""));
    return cg.make("ul", {}, ...items);
  }

  function show(piece) {
    const asked = cg.askedFor(piece).map((text) => cg.make("p", { textContent: text, className: "cg-yours__asked" }));
    const about = cg.make("p", { textContent: `${cg.headline(piece)} `, className: "cg-yours__about" });
    if (piece.path) about.append(cg.to(piece.path, words.change));
    return cg.make("div", { className: "cg-yours__piece" }, ...asked, body(piece), about);
  }

  function group({ title, path, pieces }) {
    const heading = title ? [cg.make("h3", {}, path ? cg.to(path, title) : title)] : [];
    return [...heading, ...pieces.map(show)];
  }

  function section({ title, groups }) {
    return [cg.make("h2", { textContent: title }), ...groups.flatMap(group)];
  }

  cg.yours("journal", (part) => {
    const gathered = () => cg.gather(cg.course(), cg.work, cg.store.all());

    function download(ending, type, write) {
      const { title } = cg.about;
      const name = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-journal-${cg.dayCode(cg.today())}.${ending}`;
      const made = words.made(cg.dayText(cg.today()));
      cg.download(name, write(gathered(), { title: words.title(title), made }), type);
      cg.tell(part("saved"), words.saved(name));
    }

    part("html").addEventListener("click", () => download("html", "text/html;charset=utf-8", cg.asHtml));
    part("markdown").addEventListener("click", () => download("md", "text/markdown;charset=utf-8", cg.asMarkdown));
    return () => {
      const sections = gathered();
      const count = sections.flatMap(({ groups }) => groups.flatMap(({ pieces }) => pieces)).length;
      cg.tell(part("state"), count ? words.count(count) : cg.standing(words.empty));
      for (const name of ["html", "markdown"]) part(name).disabled = !count;
      cg.fill(part("own"), ...sections.flatMap(section));
    };
  });
})((globalThis.cg = globalThis.cg || {}));

// Draws the strands of the course as lines with a stop for each module, filled by what is done of it.
(function (cg) {
  "use strict";

  const [ACROSS, HIGH, RADIUS] = [70, 62, 16];
  const IN_A_ROW = 4;

  /** The part of a disc from the top, clockwise, as the `d` of a path; `share` above 0 and below 1. */
  function slice(x, y, radius, share) {
    const angle = 2 * Math.PI * share;
    const [to, down] = [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
    return `M${x} ${y}V${y - radius}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${to.toFixed(1)} ${down.toFixed(1)}Z`;
  }

  function stop(one, x, y) {
    const done = one.state === "done";
    const ring = { cx: x, cy: y, r: RADIUS, class: done ? "cg-drawn__done" : "cg-drawn__ring" };
    if (one.state === "planned") ring["stroke-dasharray"] = "2 4";
    const share = one.of ? one.done / one.of : 0;
    const part = share > 0 && share < 1 ? [cg.mark("path", { d: slice(x, y, RADIUS - 4, share), class: "cg-drawn__part" })] : [];
    const below = one.of ? `${one.done}/${one.of}` : "";
    const sign = done ? [cg.mark("path", { d: `M${x - 7} ${y}l5 5l9 -10`, class: "cg-drawn__tick" })] : [];
    const number = cg.label(x, y + RADIUS + 15, one.number ? `${one.number} · ${below}` : "–", { "text-anchor": "middle" });
    return cg.mark("g", {}, cg.mark("circle", ring), ...part, ...sign, number);
  }

  function row(stops, y) {
    const places = stops.map((one, at) => [one, 24 + at * ACROSS]);
    const line = places.length > 1 ? [cg.mark("path", { d: `M24 ${y}H${places.at(-1)[1]}`, class: "cg-drawn__line" })] : [];
    return [...line, ...places.map(([one, x]) => stop(one, x, y))];
  }

  /** The picture of `cg.progress`, which says in words what the list beside it says. */
  cg.drawStrands = (progress) => {
    const words = cg.words.yours.course;
    const shapes = [];
    let y = 0;
    for (const { title, modules } of progress.strands) {
      shapes.push(cg.label(8, y + 16, title, { "font-weight": 600 }));
      y += 24;
      for (let from = 0; from < modules.length; from += IN_A_ROW) {
        shapes.push(...row(modules.slice(from, from + IN_A_ROW), y + RADIUS + 4));
        y += HIGH;
      }
    }
    const each = progress.strands.map(({ title, modules }) => {
      const written = modules.filter(({ path }) => path);
      const [done, of] = ["done", "of"].map((key) => written.reduce((sum, one) => sum + one[key], 0));
      return `${title}: ${of ? words.of(done, of) : words.state.planned()}.`;
    });
    return cg.picture(words.picture, words.says(each.join(" ")), y, shapes, "cg-drawn--strands");
  };
})((globalThis.cg = globalThis.cg || {}));

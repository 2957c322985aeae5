// Draws the sums of one or two rounds as a radar picture, told apart by line and mark as well as by colour.
(function (cg) {
  "use strict";

  const [X, Y, RADIUS] = [144, 130, 90];
  const BELOW = 286;
  const points = (corners) => corners.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

  function web(axes) {
    const rings = [0.25, 0.5, 0.75, 1].map((share) =>
      cg.mark("polygon", { points: points(cg.corners(Array(axes).fill(share), X, Y, RADIUS)), class: "cg-drawn__web" }),
    );
    const spokes = cg.corners(Array(axes).fill(1), X, Y, RADIUS).map(([x, y]) => `M${X} ${Y}L${x.toFixed(1)} ${y.toFixed(1)}`);
    return [...rings, cg.mark("path", { d: spokes.join(""), class: "cg-drawn__web" })];
  }

  function dot([x, y], later) {
    return later
      ? cg.mark("rect", { x: x - 4, y: y - 4, width: 8, height: 8, class: "cg-drawn__done" })
      : cg.mark("circle", { cx: x, cy: y, r: 4.5, class: "cg-drawn__before" });
  }

  /** One round; without a line where a sum is missing. */
  function shape(sums, most, later) {
    const corners = cg.corners(sums.map((sum) => (sum ?? 0) / most), X, Y, RADIUS);
    const css = later ? "cg-drawn__later" : "cg-drawn__earlier";
    const line = sums.includes(null) ? [] : [cg.mark("polygon", { points: points(corners), class: css })];
    return [...line, ...corners.filter((_, at) => sums[at] !== null).map((corner) => dot(corner, later))];
  }

  /** The practice at the end of its axis, with its sums. */
  function name(title, sums, [x, y]) {
    const side = Math.abs(x - X) < 5 ? "middle" : x > X ? "end" : "start";
    const at = side === "middle" ? X : x > X ? 284 : 4;
    const lines = [...cg.lines(title, side === "middle" ? 30 : 16), sums];
    const first = y < Y ? y - 10 - 15 * (lines.length - 1) : y + 20;
    return cg.label(at, first, lines, { "text-anchor": side, "font-size": 12 });
  }

  function key(rounds) {
    return rounds.map(({ round }, at) => {
      const later = at === rounds.length - 1;
      const [x, y] = [12, BELOW + at * 20];
      return cg.mark("g", {}, dot([x, y - 4], later), cg.label(x + 14, y, cg.words.yours.rounds.name(round)));
    });
  }

  /** The picture of one round, or of an earlier and a later one, of three practices or more. `most` is the highest sum that a practice can have. */
  cg.drawRadar = (practices, rounds, most) => {
    const words = cg.words.yours.rounds;
    const told = (at) => rounds.map(({ sums }) => sums[at] ?? "–").join(" → ");
    const names = cg.corners(Array(practices.length).fill(1), X, Y, RADIUS);
    const shapes = web(practices.length);
    rounds.forEach(({ sums }, at) => shapes.push(...shape(sums, most, at === rounds.length - 1)));
    practices.forEach(({ title }, at) => shapes.push(name(title, told(at), names[at])));
    const says = practices.map(({ title }, at) => words.each(title, told(at))).join("; ");
    return cg.picture(words.picture, `${says}.`, BELOW + 20 * rounds.length - 8, [...shapes, ...key(rounds)], "cg-drawn--radar");
  };
})((globalThis.cg = globalThis.cg || {}));

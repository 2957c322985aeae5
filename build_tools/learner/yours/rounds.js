// Knows what the answers of a self-assessment come to, round by round. Shows nothing.
(function (cg) {
  "use strict";

  /** Every round as `{round, id, answers, answered, day, sums}`, in order; a sum is null until all its four are answered. */
  cg.rounds = (facts, practices) => {
    const statements = practices.flatMap((one) => one.statements);
    const made = facts.filter(({ module, kind, v }) => module === "course" && kind === "assessment" && v.round < 100);
    const listed = made.map(({ id, v: { round, answers }, at }) => {
      const known = statements.filter((one) => Object.hasOwn(answers, one));
      const sums = practices.map(({ statements: own }) =>
        own.every((one) => Object.hasOwn(answers, one)) ? own.reduce((sum, one) => sum + answers[one], 0) : null,
      );
      return { round, id, answers, answered: known.length, of: statements.length, day: cg.dayOf(at), sums };
    });
    return listed.filter(({ id, round }) => id === `round-${round}`).sort((one, two) => one.round - two.round);
  };

  /** Which practices have the lowest sum of a round, by their places; none while sums are missing. */
  cg.lowest = ({ sums }) => {
    if (sums.includes(null)) return [];
    const least = Math.min(...sums);
    return sums.flatMap((sum, at) => (sum === least ? [at] : []));
  };

  /** The corners of a shape with one axis for each share from 0 to 1, the first at the top, then clockwise. */
  cg.corners = (shares, x, y, radius) =>
    shares.map((share, at) => {
      const angle = (2 * Math.PI * at) / shares.length;
      return [x + radius * share * Math.sin(angle), y - radius * share * Math.cos(angle)];
    });
})((globalThis.cg = globalThis.cg || {}));

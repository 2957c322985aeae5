// Knows days of a learner's own calendar as whole numbers, so that neither summer time nor an hour comes between two.
(function (cg) {
  "use strict";

  const LENGTH = 86400000;
  const date = (day) => new Date(day * LENGTH); // midnight of that day in UTC, where all days are equally long

  /** The number of a moment's day on the calendar at hand; the next day has the next number. */
  cg.day = (moment) => Math.round(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / LENGTH);

  /** The day of a stored time such as `2026-11-24T21:05Z`; null if there is none. */
  cg.dayOf = (at) => {
    const time = Date.parse(at);
    return isNaN(time) ? null : cg.day(new Date(time));
  };

  /** "24 November 2026" */
  cg.dayText = (day) =>
    date(day).toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });

  /** "2026-11-24", the same in every language. */
  cg.dayCode = (day) => date(day).toISOString().slice(0, 10);

  cg.today = () => cg.day(new Date());
})((globalThis.cg = globalThis.cg || {}));

// Knows a calendar file of whole days (RFC 5545), as a text.
(function (cg) {
  "use strict";

  const WIDE = 75; // octets a line may have, without its end
  const bytes = (text) => new TextEncoder().encode(text).length;
  const plain = (day) => cg.dayCode(day).replaceAll("-", "");
  const words = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n").replace(/[\x00-\x1f\x7f]/g, "");

  /** A line broken between characters, each part but the first begun with a space. */
  function fold(line) {
    const parts = [""];
    let room = WIDE;
    for (const character of line) {
      room -= bytes(character);
      if (room < 0) {
        parts.push(" ");
        room = WIDE - 1 - bytes(character);
      }
      parts[parts.length - 1] += character;
    }
    return parts.join("\r\n");
  }

  function event({ day, summary }, { id, url, about, now }) {
    const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, "");
    return [
      "BEGIN:VEVENT",
      `UID:review-${plain(day)}-${id}`,
      `DTSTAMP:${stamp}Z`,
      `DTSTART;VALUE=DATE:${plain(day)}`,
      `DTEND;VALUE=DATE:${plain(day + 1)}`,
      `SUMMARY:${words(summary)}`,
      `DESCRIPTION:${words(about)}`,
      ...(url ? [`URL:${url}`] : []),
      "TRANSP:TRANSPARENT", // nobody is busy all day
      "END:VEVENT",
    ];
  }

  /** The text of a file with one event for each of `events`, `{day, summary}`; an event's id is its day's. */
  cg.calendar = (events, about) => {
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${words(about.title)}//Review//EN`, "CALSCALE:GREGORIAN"];
    const lines = [...head, ...events.flatMap((one) => event(one, about)), "END:VCALENDAR"];
    return `${lines.map(fold).join("\r\n")}\r\n`;
  };
})((globalThis.cg = globalThis.cg || {}));

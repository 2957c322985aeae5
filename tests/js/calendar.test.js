"use strict";
const test = require("node:test");
const assert = require("node:assert/strict");
const { cg } = require("./yours.js");

const ABOUT = { id: "6b1d3c0e", title: "Common Ground", url: "https://course.example/review/", about: "Comes back.", now: new Date("2026-11-24T21:05:30Z") };
const DAY = Math.round(Date.UTC(2026, 10, 30) / 86400000);

/** Events as maps of their properties, read as RFC 5545 says: unfolded first, then unescaped. */
function read(text) {
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n").filter(Boolean);
  assert.equal(lines[0], "BEGIN:VCALENDAR");
  assert.equal(lines.at(-1), "END:VCALENDAR");
  const events = [];
  for (const line of lines) {
    const [name, value] = [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)];
    if (line === "BEGIN:VEVENT") events.push({});
    else if (events.length) events.at(-1)[name] ??= value.replace(/\\([\\;,nN])/g, (_, mark) => (/n/i.test(mark) ? "\n" : mark));
  }
  return events;
}

test("an event lasts its whole day and takes no time from anybody", () => {
  const text = cg.calendar([{ day: DAY, summary: "Review 3 questions" }, { day: DAY + 1, summary: "Review" }], ABOUT);
  const [first, second] = read(text);
  assert.deepEqual(
    [first["DTSTART;VALUE=DATE"], first["DTEND;VALUE=DATE"], first.DTSTAMP, first.SUMMARY, first.TRANSP, first.URL],
    ["20261130", "20261201", "20261124T210530Z", "Review 3 questions", "TRANSPARENT", ABOUT.url],
  );
  assert.equal(second["DTSTART;VALUE=DATE"], "20261201");
  assert.notEqual(first.UID, second.UID);
  assert.equal(cg.calendar([{ day: DAY, summary: "x" }], { ...ABOUT, url: "" }).includes("URL"), false);
});

test("lines end in CRLF and have at most 75 octets, never through a character", () => {
  const hostile = `a;b,c\\d\nBEGIN:VEVENT\r\nX:${"ß🙂שלום ".repeat(30)}\u0007`;
  const text = cg.calendar([{ day: DAY, summary: hostile }], { ...ABOUT, title: "x\r\nEND:VCALENDAR", about: hostile });
  assert.equal(text.replace(/\r\n/g, "").search(/[\r\n]/), -1);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.equal(text.includes("\uFFFD"), false);
  const events = read(text);
  assert.equal(events.length, 1);
  assert.equal(events[0].SUMMARY, hostile.replace(/\r\n/g, "\n").replace("\u0007", ""));
  assert.equal((text.match(/^END:VCALENDAR\r$/gm) ?? []).length, 1);
});

test("a calendar without days is still one", () => {
  assert.deepEqual(read(cg.calendar([], ABOUT)), []);
});

// Knows how far a learner has come, from the course and the facts. Shows nothing.
(function (cg) {
  "use strict";

  const WRITING = ["reflection", "plan", "field", "grid", "scale", "checklist"];

  /** Facts by `module/kind/id`. */
  cg.byKey = (facts) => new Map(facts.map((one) => [`${one.module}/${one.kind}/${one.id}`, one]));

  function module(id, about, held) {
    const { title, path = "", number = 0, questions = [], work = [] } = about;
    const lessons = (about.lessons ?? []).map((one) => ({ ...one, done: held.get(`${id}/lesson/${one.id}`)?.v.done === true }));
    const sum = (those) => those.reduce((total, { minutes }) => total + minutes, 0);
    const done = lessons.filter((one) => one.done);
    const answered = questions.filter((one) => held.get(`${id}/question/${one.id}`)?.v.length).length;
    const sheet = work.filter((one) => one.path.endsWith("/worksheet.md"));
    const wrote = sheet.some((one) => held.has(`${id}/${one.kind}/${one.id}`));
    const begun = done.length || answered || work.some((one) => held.has(`${id}/${one.kind}/${one.id}`));
    const whole = lessons.length > 0 && done.length === lessons.length;
    const state = !path ? "planned" : whole ? "done" : begun ? "begun" : "new";
    const counts = { done: done.length, of: lessons.length, took: sum(done), left: sum(lessons) - sum(done) };
    return { id, title, path, number, state, lessons, answered, asked: questions.length, sheet: sheet.length > 0, wrote, ...counts };
  }

  /** The page after the latest thing done, as `{kind, title, path, minutes}`; null when nothing that is written is left. */
  function next(modules, here) {
    const open = modules.find(({ lessons }) => lessons.some(({ done }) => !done));
    const lesson = (one) => {
      const { title, path, minutes } = one.lessons.find(({ done }) => !done);
      return { kind: "lesson", title, path, minutes };
    };
    if (here?.lessons.some(({ done }) => !done)) return lesson(here);
    if (here && here.asked && here.answered < here.asked / 2) {
      return { kind: "questions", title: here.title, path: here.path.replace("index.md", "questions.md") };
    }
    if (here?.sheet && !here.wrote) {
      return { kind: "worksheet", title: here.title, path: here.path.replace("index.md", "worksheet.md") };
    }
    const later = modules.slice(modules.indexOf(here) + 1).find(({ lessons }) => lessons.some(({ done }) => !done));
    return later ? lesson(later) : open ? lesson(open) : null;
  }

  /** Where the learner was, as `{title, path}`; null if the course has no such page, so that nobody is led astray. */
  cg.place = (data, held) => {
    const path = held.get("course/place/last")?.v.path ?? "";
    const page = path.split("#")[0];
    const words = cg.words.yours.course;
    for (const { title, path: start, lessons = [] } of Object.values(data.modules)) {
      if (!start) continue;
      const own = { [start]: title, [start.replace("index.md", "questions.md")]: words.questions(title) };
      own[start.replace("index.md", "worksheet.md")] = words.worksheet(title);
      own[start.replace("index.md", "looking-back.md")] = words.looking(title);
      for (const lesson of lessons) own[lesson.path] = lesson.title;
      if (Object.hasOwn(own, page)) return { title: own[page], path };
    }
    return null;
  };

  /** `{strands: [{id, title, modules}], done, of, took, left, next, started}`; minutes are those the lessons state. */
  cg.progress = (data, facts) => {
    const held = cg.byKey(facts);
    const strands = data.strands.map((one) => ({ ...one, modules: one.modules.map((id) => module(id, data.modules[id], held)) }));
    const modules = strands.flatMap((one) => one.modules).filter(({ path }) => path);
    const total = (key) => modules.reduce((sum, one) => sum + one[key], 0);
    const latest = facts.filter(({ kind, module: id }) => data.modules[id]?.path && ["lesson", "question", ...WRITING].includes(kind));
    const { module: last } = latest.reduce((one, two) => (two.n > one.n ? two : one), { n: 0 });
    const here = modules.find(({ id }) => id === last);
    const counts = { done: total("done"), of: total("of"), took: total("took"), left: total("left") };
    return { strands, modules, ...counts, next: next(modules, here), started: latest.length > 0 };
  };

  /** What is done of each module: `{title, path, done, of, took, lessons: [{title, minutes, day}]}`. */
  cg.learned = (progress, held) =>
    progress.modules.flatMap(({ id, title, path, done, of, took, lessons }) => {
      const those = lessons.filter((one) => one.done);
      const rows = those.map((one) => ({ title: one.title, minutes: one.minutes, day: cg.dayOf(held.get(`${id}/lesson/${one.id}`).at) }));
      return rows.length ? [{ id, title, path, done, of, took, lessons: rows }] : [];
    });
})((globalThis.cg = globalThis.cg || {}));

// Knows every sentence of the pages about a learner's own course, in one place, as `cg.words.yours`.
(function (cg) {
  "use strict";

  const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  const minutes = (number) => (number < 90 ? count(number, "minute", "minutes") : hours(number));

  function hours(number) {
    const [whole, rest] = [Math.floor(number / 60), number % 60];
    return `${count(whole, "hour", "hours")}${rest ? ` ${count(rest, "minute", "minutes")}` : ""}`;
  }

  cg.words.yours = {
    minutes,
    memory: "Nothing is saved in this browser yet, so this page has nothing of yours to show.",
    kept: "Your work is saved on this device. This page fills as you go.",
    denied: "This browser does not let the course save anything, so this page has nothing of yours to show.",
    older: "Another tab runs a newer version of this course. Reload this page to see the latest.",
    keep: "Keep my work",

    course: {
      goOn: (title) => `Go on where you were: ${title}`,
      next: "Next step",
      lesson: (title, took) => `${title}, ${minutes(took)}`,
      questions: (title) => `The questions of “${title}”`,
      worksheet: (title) => `The worksheet of “${title}”`,
      looking: (title) => `Looking back: ${title}`,
      finished: "You have marked every lesson that is written as done.",
      done: (done, of, took) => `${done} of ${count(of, "lesson", "lessons")} done, about ${minutes(took)}.`,
      left: (left) => `About ${minutes(left)} of lessons left.`,
      due: (number) => `${count(number, "question is", "questions are")} due for review`,
      notDue: (day) => `Nothing is due for review. The next question comes back on ${day}.`,
      none: "Nothing is due for review. A question comes back two days after you first answer it.",
      picture: "The strands, and what you have done",
      says: (text) => `What you have done in each strand. ${text} The list below says the same.`,
      legend: "Filled: all lessons done. Part filled: begun. Ring: not begun. Dotted ring: in preparation.",
      state: {
        done: (of) => (of === 1 ? "its one lesson done" : `all ${of} lessons done`),
        begun: () => "begun",
        new: () => "not begun",
        planned: () => "in preparation",
      },
      of: (done, of) => `${done} of ${count(of, "lesson", "lessons")} done`,
      more: (left) => `${minutes(left)} left`,
      answered: (answered, of) => `${answered} of ${count(of, "question", "questions")} answered`,
    },

    review: {
      due: (number) => `${count(number, "question is", "questions are")} due today.`,
      shown: (most, all) => `${all} questions are due today. Here are ${most}; the rest can wait for your next visit.`,
      from: "From ",
      back: (day) => `This one comes back on ${day}.`,
      over: "You have now answered this one right after 2, 7 and 30 days. It does not come back.",
      finished: "That is all for today.",
      next: (day, number) => `Next: ${count(number, "question", "questions")} on ${day}.`,
      nothing: "Nothing is due today.",
      begin: "You have answered no question yet that comes back for review. Two days after you first answer one, it stands here.",
      file: "Put the dates in my calendar",
      made: (name, number) => `The file ${name} is on its way to your downloads, with ${count(number, "date", "dates")}. Open it to add them.`,
      event: (number) => `Review ${count(number, "question", "questions")}`,
      about: "A question comes back 2, 7 and 30 days after you answered it right, and 2 days after a wrong answer.",
    },

    rounds: {
      now: (round, answered, of) => `Round ${round}: ${answered} of ${of} answered.`,
      whole: (round, day) => `Round ${round}${day ? `, ${day}` : ""}: all answered.`,
      name: (round) => `Round ${round}`,
      begin: (round) => `Begin round ${round}`,
      begun: (round) => `Round ${round} begins with empty answers. The earlier rounds stay.`,
      before: "Your earlier rounds",
      result: "What you chose, as a picture",
      picture: "Your sums for the six practices",
      each: (title, sums) => `${title}: ${sums}`,
      sum: (sum, of) => `${sum} of ${of}`,
      none: "not all answered",
      practice: "Practice",
      change: "Change",
      grows: "Modules that grow it",
      compare: "Compare with",
      lowest: (titles) => `Lowest: ${titles.join(", ")}.`,
      same: "no change",
    },

    journal: {
      empty: "You have written nothing yet that is saved. Each place to write in the lessons and worksheets will stand here, with what was asked.",
      count: (number) => `${count(number, "piece", "pieces")} of yours, by module.`,
      kinds: { reflection: "Reflection", plan: "If-then plan", field: "Worksheet", grid: "Table", scale: "Scale", checklist: "Checklist" },
      change: "Change it",
      changed: "The question has changed since you wrote this.",
      former: "From an earlier version of the course",
      formerAsked: (kind, id) => `${kind}: ${id}`,
      own: "In my own words",
      ticked: "Ticked",
      unticked: "Not ticked",
      scale: (value, low, high, ends) => `${value} (from ${low}, ${ends[0]}, to ${high}, ${ends[1]})`,
      title: (course) => `My plan and journal: ${course}`,
      made: (day) => `Downloaded on ${day}. Only you decide who reads it.`,
      saved: (name) => `The file ${name} is on its way to your downloads. Anyone who has it can read what you wrote.`,
    },

    record: {
      empty: "You have marked no lesson as done yet. When you do, it stands here with its time and its day.",
      statement: "This is your own statement. Nobody has checked it.",
      total: (course, took, number) => `${course}: ${minutes(took)} of learning, in ${count(number, "lesson", "lessons")}`,
      how: "The time is what each lesson says it takes, not what was measured.",
      lesson: "Lesson",
      time: "Time",
      day: "Marked as done on",
      unknown: "not known",
      outcomes: "What the modules teach",
      about: (done, of) => `${done} of ${count(of, "lesson", "lessons")} done`,
      printed: (day) => `Written on ${day}`,
    },
  };
})((globalThis.cg = globalThis.cg || {}));

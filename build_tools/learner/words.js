// Knows every sentence that the scripts say, in one place, so that another language is another file.
(function (cg) {
  "use strict";

  cg.words = {
    goOn: "Go on with my course",
    ask: {
      label: "Saving",
      text: "Save my progress on this device? It is not sent anywhere. Anyone who uses this browser could read it.",
      yes: "Yes, save it here",
      no: "Not now",
      more: "What is kept, and where (new tab)",
      done: "Saved on this device from now on.",
    },
    notice: {
      denied: "This browser does not let the course save anything. What you do here is gone when you leave the page.",
      older: "Another tab runs a newer version of this course. Reload this page to go on saving. Your saved work is safe.",
      full: "This browser’s storage is full, so the last change is not saved yet. Download your work to be safe.",
      lost: "Something has emptied this browser’s storage. What this page still remembers can be put back.",
      reload: "Reload",
      putBack: "Put it back",
      download: "Download my work",
      close: "Close",
      more: "Keep my work (new tab)",
      back: "Your work is saved on this device again.",
    },
    renewed: {
      label: "New version",
      text: "A new version of the course is here. Reload to read it.",
      unsaved: "A new version of the course is here. Reload to read it. What you have done on this page is not saved and would go.",
      others: (count) =>
        `The course is open in ${count === 1 ? "another tab" : `${count} other tabs`} in the older version. Close ${count === 1 ? "it" : "them"} first, then reload here.`,
    },
    keep: {
      memory: "Nothing is saved in this browser. If you saved work here before, the browser or your employer has deleted it: restore it from a file below.",
      kept: (count) =>
        count > 1 ? `${count} things are saved on this device.`
        : count ? "One thing is saved on this device."
        : "Your work is saved on this device as you go. There is none yet.",
      full: (count) => `The browser’s storage is full: ${count === 1 ? "one change is" : `${count} changes are`} not saved. Download a copy.`,
      denied: "This browser does not let the course save anything, perhaps because of a setting or a private window. You can read, answer, write and print, and you can download your work from the page on which you did it.",
      older: "A newer version of this course has saved work here. Reload this page to use it. Your work is safe.",
      local: "You have opened the course from a file. Some browsers forget what such pages save, so download a copy.",
      saved: "Your work is now saved on this device. Safari deletes it after seven days without a visit; download a copy now and then.",
      downloaded: (name) => `The file ${name} is on its way to your downloads. Anyone who has it can read what you wrote.`,
      found: (counts, day) =>
        `${day ? `Downloaded on ${day}. ` : ""}Not here yet: ${counts.new}. Changed since: ${counts.changed}. The same: ${counts.same}.`,
      same: "Everything in this file is here already.",
      strange: (count) => ` Not readable by this version, and kept as it is: ${count}.`,
      merged: "The file is now part of your work on this device.",
      failed: "The browser’s storage is full, so not everything could be saved.",
      untouched: "Nothing has changed.",
      cleared: "Everything that the course had saved in this browser is deleted.",
    },
    question: {
      check: "Check",
      again: "Try again",
      pick: { single: "Choose one first.", multiple: "Choose at least one first.", match: "Match at least one first." },
      right: "Right.",
      wrong: (letter) => `Not this one. The right one is ${letter}.`,
      several: (ok, got, of, extra, letters) => {
        if (ok) return "Right: these, and no others.";
        const others = extra ? `, and ${extra} that ${extra === 1 ? "does" : "do"} not fit` : "";
        return `Not yet. You chose ${got} of the ${of} that fit${others}. The right ones are ${letters.slice(0, -1).join(", ")} and ${letters[letters.length - 1]}.`;
      },
      places: (got, of) => `Not yet. ${got ? `${got} of ${of}` : "None"} in the right place.`,
      pairs: (got, of) => `Not yet. ${got ? `${got} of ${of} pairs` : "No pair"} right.`,
      fits: "Right",
      not: "Not this one",
      yours: "your choice",
      inPlace: "In its place.",
      belongsAt: (place) => `Belongs at ${place}.`,
      belongsWith: (text) => `Belongs with ${text.replace(/[.]$/, "")}.`,
      up: "Up",
      down: "Down",
      moveUp: (text) => `Up: ${text}`,
      moveDown: (text) => `Down: ${text}`,
      place: (text) => `Place of: ${text}`,
      nth: (place, of) => `${place} of ${of}`,
      moved: (place, of, text) => `Now ${place} of ${of}: ${text}`,
      choose: "Choose …",
      belongs: (text) => `${text}: belongs with`,
      sure: "How sure are you? You may leave this out.",
      levels: ["A guess", "Fairly sure", "Sure"],
      answered: (day, ok, count) => `Answered${day ? ` on ${day}` : ""}: ${ok ? "right" : "not right"}${count > 1 ? ` (${count} tries)` : ""}`,
      changed: (day) => `Changed since you answered it${day ? ` on ${day}` : ""}`,
    },
    results: {
      state: (done, all) =>
        done < all ? `You have answered ${done} of ${all}.` : `All ${all} are answered. The results stand at the end of this page.`,
      row: ({ before, again, first, now }) => {
        const said = [];
        if (before.of) said.push(`Before you started: ${before.right} of ${before.of} right${again.of ? `, and asked again ${again.right} of ${again.of}` : ""}.`);
        if (now.of) said.push(`${before.of ? "The others" : "Your answers"}: ${now.right} of ${now.of} right${first.right < now.right ? `, ${first.right} of them at the first try` : ""}.`);
        return said.join(" ");
      },
      sure: "You were sure of this and it was not right, so it is worth a second look:",
      weak: "Look at this again after the lesson:",
    },
    lesson: {
      mark: "Mark this lesson as done",
      undo: "Done – take it back",
      done: "Marked as done.",
      undone: "No longer marked as done.",
    },
    writing: {
      saved: "Saved on this device",
      begin: "Use this sentence",
    },
    file: {
      empty: "This file is empty.",
      large: "This file is too large to be saved work from this course.",
      zip: "This is a zip file. Unpack it first, and choose the file inside whose name ends in .json.",
      unreadable: "This file cannot be read as text, so it is not saved work from this course.",
      foreign: "This file is not saved work from this course.",
      other: "This file holds work from another course.",
      newer: "This file comes from a newer version of the course. Reload this page and try again.",
      altered: "This file has been changed or damaged since it was downloaded, so it was not used.",
    },
  };
})((globalThis.cg = globalThis.cg || {}));

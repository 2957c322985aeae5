// Knows every sentence that the scripts say, in one place, so that another language is another file.
(function (cg) {
  "use strict";

  cg.words = {
    ask: {
      label: "Saving",
      text: "Save my progress on this device? Anyone who uses this browser could read it, and nobody else.",
      yes: "Yes, save it here",
      no: "Not now",
      more: "What is kept, and where",
      done: "Saved on this device from now on.",
    },
    notice: {
      denied: "This browser does not let the course save anything. What you do here lasts until you leave the page.",
      older: "Another tab runs a newer version of this course. Reload this page to go on saving. Your saved work is safe.",
      full: "This browser’s storage is full, so the last change is not saved yet. Download your work to be safe.",
      lost: "Something has emptied this browser’s storage. What this page still remembers can be put back.",
      failed: "This browser did not save the last change. Download your work to be safe.",
      reload: "Reload",
      putBack: "Put it back",
      close: "Close",
      keepPage: "Keep my work",
      back: "Your work is saved on this device again.",
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

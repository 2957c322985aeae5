// Knows what the part about the offline copy says.
(function (cg) {
  "use strict";

  cg.words.offline = {
    make: (size) => `Make available offline (${size})`,
    size: (bytes) => `${Math.max(1, Math.ceil(bytes / 1e6))} MB`,
    none: (size) => `The course is not on this device yet. It takes ${size} of space, and less than that to download.`,
    ready: "The whole course is on this device. It opens and can be searched without a connection.",
    fetching: "Fetching the course. Leave this page open until it says that it is done.",
    done: (done, of) => `${done} of ${of}`,
    removed: "The offline copy is deleted. From the next page on, the course comes over the network again.",
    file: "You have opened the course from a file, so there is nothing to fetch. A copy for reading offline can be made only from the course’s web address.",
    insecure: "An offline copy needs an address that begins with https. This one does not, so browsers do not allow it here.",
    absent: "This copy of the course was made without what an offline copy needs.",
    refused: "This browser does not let the course keep a copy, perhaps because of a setting or a private window. You can print pages, or download the handouts.",
    room: (size) => `There is not enough room: the browser gives the course less than ${size}. Nothing was kept.`,
    network: "The course could not be fetched whole, perhaps because the connection broke off. Nothing was kept. Try again when it is better.",
    changed: "What came is not what was published: the course is being renewed at this moment, or something changes pages on their way to you. Nothing was kept. Try again in some minutes.",
  };
})((globalThis.cg = globalThis.cg || {}));

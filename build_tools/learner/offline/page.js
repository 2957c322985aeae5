// The part of "Keep my work" that makes the offline copy and removes it. Nothing is registered before the learner asks.
(function (cg) {
  "use strict";

  const box = document.querySelector("[data-cg-offline]");
  if (!box) return;
  const base = new URL("../../", document.currentScript.src).href;
  const mine = `cg1-offline ${new URL(base).pathname} `; // as in worker.js
  const words = cg.words.offline;
  const part = (name) => box.querySelector(`[data-offline="${name}"]`);
  const size = cg.offline ? words.size(cg.offline.bytes) : "";
  let busy = false;

  function workers() {
    try {
      return navigator.serviceWorker;
    } catch {
      return undefined; // in a frame that may keep nothing
    }
  }

  /** What stands in the way here, whatever the learner does; "" if nothing. */
  function barrier() {
    if (location.protocol === "file:") return "file";
    if (!isSecureContext) return "insecure";
    if (!cg.offline) return "absent";
    return workers() && globalThis.caches ? "" : "refused";
  }

  async function registered() {
    const found = await workers().getRegistration(base);
    return found?.scope === base ? found : null;
  }

  const copies = async () => (await caches.keys()).filter((name) => name.startsWith(mine));

  /** Whether a whole copy is there and something serves it. */
  async function whole() {
    if (!(await registered())?.active) return false;
    for (const cacheName of await copies()) {
      if (await caches.match(`${base}offline-files.json`, { cacheName })) return true;
    }
    return false;
  }

  function show(name, text) {
    const state = part("state");
    if (state.textContent !== text) state.textContent = text;
    part("make").hidden = name !== "none";
    part("remove").hidden = name !== "ready";
    part("progress").hidden = name !== "fetching";
  }

  function fail(why) {
    busy = false;
    show("none", typeof words[why] === "function" ? words[why](size) : words[why]);
  }

  async function refresh() {
    if (busy) return;
    const why = barrier();
    if (why) return show("never", words[why]);
    part("make").textContent = words.make(size);
    try {
      if (await whole()) show("ready", words.ready);
      else show("none", words.none(size));
    } catch {
      show("never", words.refused);
    }
  }

  async function clear() {
    await (await registered())?.unregister();
    for (const name of await copies()) await caches.delete(name);
  }

  /** When a worker has installed its copy, or given it up. */
  const settled = (worker) =>
    new Promise((done) => {
      const look = () => ["activated", "redundant"].includes(worker.state) && done();
      worker.addEventListener("statechange", look);
      look();
    });

  const filled = (worker) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      worker.postMessage({ cgOffline: "fill" }, [port2]);
    });

  /** Answers what went wrong, or "". */
  async function attempt() {
    const room = await navigator.storage?.estimate?.();
    if (room && room.quota - room.usage < cg.offline.bytes * 1.1) return "room";
    await clear(); // what is there is not whole
    let found;
    try {
      found = await workers().register(`${base}offline-worker.js`, { scope: base, updateViaCache: "none" });
    } catch (error) {
      return error.name === "SecurityError" || error.name === "NotSupportedError" ? "refused" : "network";
    }
    const coming = found.installing ?? found.waiting;
    await (coming ? settled(coming) : filled(found.active));
    return (await whole()) ? "" : "network";
  }

  async function make() {
    busy = true;
    part("bar").removeAttribute("value");
    part("count").textContent = "";
    show("fetching", words.fetching);
    part("state").focus(); // the button has gone
    const why = await attempt().catch(() => "refused");
    if (!busy) return; // the worker has said why
    busy = false;
    if (why) {
      await clear().catch(() => {});
      fail(why);
    } else await refresh();
  }

  async function remove() {
    try {
      await clear();
      show("none", words.removed);
    } catch {
      show("ready", words.refused);
    }
    part("state").focus();
  }

  function hear({ data }) {
    if (data?.cgOffline === "failed") {
      if (busy) fail(data.why);
    } else if (data?.cgOffline === "fetching") {
      Object.assign(part("bar"), { max: data.of, value: data.done });
      part("count").textContent = words.done(words.size(data.done), words.size(data.of));
    }
  }

  part("state").tabIndex = -1;
  part("make").addEventListener("click", make);
  part("remove").addEventListener("click", remove);
  if (!barrier()) workers().addEventListener("message", hear);
  window.addEventListener("pageshow", refresh);
  document.addEventListener("visibilitychange", refresh);
})((globalThis.cg = globalThis.cg || {}));

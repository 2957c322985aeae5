// The service worker: holds one release of the course, whole, once a learner has asked for it. Serves no file of another.
(function (worker) {
  "use strict";

  const { release, list } = worker.cgRelease; // the build writes them above this
  const BASE = worker.registration.scope;
  const MINE = `cg1-offline ${new URL(BASE).pathname} `; // other courses may share this host
  const NAME = MINE + release;
  const LIST = "offline-files.json";
  const AT_ONCE = 6;

  const address = (path) => new URL(encodeURI(path).replace(/[?#]/g, encodeURIComponent), BASE).href;
  const held = (path) => caches.match(address(path), { cacheName: NAME });

  class Failure extends Error {
    constructor(why) {
      super(why);
      this.why = why;
    }
  }

  async function digest(bytes) {
    const made = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(made, (one) => one.toString(16).padStart(2, "0")).join("");
  }

  const pages = async () =>
    (await worker.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(({ url }) => url.startsWith(BASE));

  async function tell(message) {
    for (const page of await pages()) page.postMessage(message);
  }

  /** A response with these bytes alone: one that was redirected or compressed on its way could not be served again. */
  function bare(response, bytes) {
    const headers = new Headers(response.headers);
    for (const name of ["content-encoding", "content-length"]) headers.delete(name);
    return new Response(bytes, { headers });
  }

  /** The file from the network if it is exactly the one of this release. */
  async function fetched(path, wanted) {
    let response, bytes;
    try {
      response = await fetch(address(path), { cache: "no-cache" });
      bytes = await response.arrayBuffer();
    } catch {
      throw new Failure("network");
    }
    if (response.status >= 500) throw new Failure("network");
    if (!response.ok || (await digest(bytes)) !== wanted) throw new Failure("changed");
    return bare(response, bytes);
  }

  /** The same file out of an older copy, which saves the learner's data. */
  async function reused(path, wanted, older) {
    for (const cacheName of older) {
      const found = await caches.match(address(path), { cacheName });
      const bytes = await found?.arrayBuffer();
      if (bytes && (await digest(bytes)) === wanted) return bare(found, bytes);
    }
    return null;
  }

  async function fill() {
    const older = (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== NAME);
    await caches.delete(NAME); // what an interrupted attempt has left
    const cache = await caches.open(NAME);
    const listed = await fetched(LIST, list);
    const files = await listed.clone().json();
    const all = files.reduce((sum, [, size]) => sum + size, 0);
    let [next, done, told] = [0, 0, 0];
    async function work() {
      while (next < files.length) {
        const [path, size, wanted] = files[next++];
        try {
          await cache.put(address(path), (await reused(path, wanted, older)) ?? (await fetched(path, wanted)));
        } catch (error) {
          next = files.length;
          throw error;
        }
        done += size;
        if (done - told < all / 50) continue;
        told = done;
        await tell({ cgOffline: "fetching", done, of: all });
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await cache.put(address(LIST), listed); // last: a copy without it is not whole
  }

  async function install() {
    try {
      await fill();
    } catch (error) {
      await tell({ cgOffline: "failed", why: error.why ?? (error.name === "QuotaExceededError" ? "room" : "refused") });
      await caches.delete(NAME);
      throw error;
    }
  }

  async function activate() {
    for (const name of await caches.keys()) if (name.startsWith(MINE) && name !== NAME) await caches.delete(name);
  }

  function pathOf(url) {
    try {
      return decodeURIComponent(url.pathname.slice(new URL(BASE).pathname.length));
    } catch {
      return "404.html"; // an address with a stray %
    }
  }

  async function answer(request) {
    const url = new URL(request.url);
    const path = pathOf(url).replace(/(^|\/)$/, "$1index.html");
    const found = await held(path);
    if (found) return found;
    const listed = await held(LIST);
    if (!listed) return fetch(request); // the learner has removed the copy
    const known = (await listed.json()).find(([name]) => name === path);
    if (known) return fetched(path, known[2]); // the browser has lost this file
    if (request.mode !== "navigate") return fetch(request);
    if (await held(`${path}/index.html`)) return Response.redirect(`${url.origin}${url.pathname}/${url.search}`);
    const missing = await held("404.html");
    return new Response(missing.body, { status: 404, headers: missing.headers });
  }

  /** Take over from the older release, unless another page of it is open: that one may still need its files. */
  async function move(page) {
    const others = (await pages()).filter(({ id }) => id !== page.id).length;
    if (others) page.postMessage({ cgOffline: "others", others });
    else await worker.skipWaiting();
  }

  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(activate()));
  worker.addEventListener("message", (event) => {
    const { source, ports, data } = event;
    if (data?.cgOffline === "move") event.waitUntil(move(source));
    // A copy that was removed and is wanted again before its last page has gone: the browser installs nothing anew.
    if (data?.cgOffline === "fill") event.waitUntil(install().finally(() => ports[0].postMessage("")));
  });
  worker.addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(BASE)) event.respondWith(answer(event.request));
  });
})(self);

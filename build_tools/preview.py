"""A preview of the site on this machine: built again at each change, shown again without a key pressed.

Knows how to serve, watch and tell; what is built, and how, is the caller's.
"""

from __future__ import annotations

import html
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

EVENTS = "/__changes"
QUIET = 0.2
"""Seconds without a change after which a burst of them (an editor saving, a checkout) counts as one."""

CHANGES = ("created", "modified", "moved", "deleted")

LISTEN = f"""<script>
new EventSource("{EVENTS}").onmessage = (event) => {{
  if (!event.data) return location.reload();
  const box = document.querySelector("#cg-preview") || document.body.appendChild(document.createElement("pre"));
  box.id = "cg-preview";
  box.setAttribute("role", "alert");
  box.style = "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1em;z-index:99;"
    + "background:#3b0d0c;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap";
  box.textContent = event.data;
}};
</script>
"""


EMPTY = b"<!doctype html><html lang=en><meta charset=utf-8><title>Not built yet</title>"
"""What is shown while the course has never been built."""


@dataclass
class Live:
    """What the browsers that look on are told."""

    trouble: str = ""
    """The problems of the last build as text; empty if it went well."""
    listeners: set[queue.SimpleQueue[str]] = field(default_factory=set)

    def tell(self, trouble: str) -> None:
        self.trouble = trouble
        for listener in tuple(self.listeners):
            listener.put(trouble)


class _Handler(SimpleHTTPRequestHandler):
    live: Live

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal belongs to the problems."""

    def do_GET(self) -> None:
        if self.path == EVENTS:
            return self._listen()
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        missing = not page.exists()
        if missing:
            page = Path(self.directory) / "404.html"
        if not self.live.trouble and (page.suffix != ".html" or not page.is_file()):
            return super().do_GET()
        if self.live.trouble and page.suffix not in ("", ".html"):
            return super().do_GET()
        body = (page.read_bytes() if page.is_file() else EMPTY) + LISTEN.encode()
        if self.live.trouble:
            body += f'<pre id="cg-preview" role="alert">{html.escape(self.live.trouble)}</pre>'.encode()
        self.send_response(404 if missing else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _listen(self) -> None:
        """Server-sent events: an empty one says that there is a new page, any other holds the problems."""
        mine: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.live.listeners.add(mine)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        self.wfile.write(b": listening\n\n")
        try:
            while True:
                lines = mine.get().split("\n")
                self.wfile.write(("".join(f"data: {line}\n" for line in lines) + "\n").encode())
        except OSError:  # the browser has gone
            self.live.listeners.discard(mine)


class _Bell(FileSystemEventHandler):
    def __init__(self, changed: queue.SimpleQueue[str]) -> None:
        self.changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in CHANGES and not event.is_directory:
            self.changed.put(str(event.src_path))


def preview(site: Path, watched: list[Path], port: int, build: Callable[[], str], say: Callable[[str], None]) -> None:
    """Serve `site` on this machine's loopback address until interrupted, and call `build` after each change.

    `build` gives the problems as text, or nothing if the folder is new. Port 0 takes a free one. Raises OSError where
    the port is taken.
    """
    live = Live(trouble=build())
    handler = type("Handler", (_Handler,), {"live": live})
    server = ThreadingHTTPServer(("127.0.0.1", port), lambda *args: handler(*args, directory=str(site)))
    server.daemon_threads = True
    changed: queue.SimpleQueue[str] = queue.SimpleQueue()
    observer = Observer()
    for folder in watched:
        observer.schedule(_Bell(changed), str(folder), recursive=True)
    observer.start()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"http://127.0.0.1:{server.server_port}/ shows the course and follows your changes. Ctrl+C ends it.")
    try:
        while True:
            _burst(changed)
            live.tell(build())
    except KeyboardInterrupt:
        pass
    finally:
        observer.stop()
        server.shutdown()


def _burst(changed: queue.SimpleQueue[str]) -> None:
    """Wait for a change, and until no more follow."""
    changed.get()
    try:
        while True:
            changed.get(timeout=QUIET)
    except queue.Empty:
        return

"""A static server for a built folder, as GitHub Pages serves one: under a sub-path, gzipped, with its own 404 page."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")
"""What GitHub Pages sends with gzip."""


class _Handler(SimpleHTTPRequestHandler):
    site: Path
    prefix: str
    packed: bool

    def send_head(self) -> BinaryIO | None:
        """As the standard server does, but a text is sent with gzip if that was asked for."""
        path = Path(self.translate_path(self.path.partition("?")[0]))
        path = path / "index.html" if self.path.partition("?")[0].endswith("/") else path
        if not (self.packed and path.suffix in TEXT and path.is_file()):
            return super().send_head()
        body = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: pytest reports what matters."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.prefix):
            return str(self.site / "outside the site")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self.site / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(site: Path, prefix: str = "/", port: int = 0, packed: bool = False) -> Iterator[str]:
    """The address of `site` on a loopback port, a free one if 0, below `prefix` (begins and ends with `/`).

    With `packed`, texts are sent with gzip.
    """
    handler = type("Handler", (_Handler,), {"site": site, "prefix": prefix, "packed": packed})

    def make(*args: object) -> Any:
        return handler(*args, directory=str(site))

    server = ThreadingHTTPServer(("127.0.0.1", port), make)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

"""The built site on this machine's own address, for looking at it."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ADDRESS = "127.0.0.1"
"""Nobody but this machine is served."""


class _Pages(SimpleHTTPRequestHandler):
    """Serves a folder, with the site's own page for what is not there."""

    def log_message(self, *_arguments: Any) -> None:
        """Say nothing: a reader's every click is no news."""

    def send_error(self, code: int, *arguments: Any, **named: Any) -> None:
        """Answer with 404.html where that is what is meant."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, *arguments, **named)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def server(port: int) -> ThreadingHTTPServer:
    """A server bound to its port, without a folder yet; 0 lets the system choose one."""
    return ThreadingHTTPServer((ADDRESS, port), _Pages)


def serve(running: ThreadingHTTPServer, folder: Path) -> None:
    """Serve a folder until the user stops it."""
    running.RequestHandlerClass = partial(_Pages, directory=str(folder))
    print(f"Serving {folder.as_posix()}/ at http://{ADDRESS}:{running.server_port}/")
    print("Press Ctrl+C to stop.", flush=True)
    running.serve_forever()

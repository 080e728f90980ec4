"""The invented register's site as files, and a small server that treats them as a project site's host does."""

from __future__ import annotations

import http.server
from pathlib import Path
from typing import Any

import meridian

from sitegen.render import render_site

BASE = "/meridian/"


def write_site(root: Path, *, file_links: bool = False, **settings: Any) -> Path:
    source = meridian.source(**settings)
    for file in render_site(meridian.register(), source, None, file_links=file_links, sitegen_version="0"):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return root


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder below BASE only; 404.html for what is not there."""

    def log_message(self, *args: Any) -> None:
        pass

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE):
            return "/nonexistent"
        return super().translate_path("/" + path[len(BASE) :])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

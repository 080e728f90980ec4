"""The preview: build, serve under the real base path, rebuild on a save, reload the browser.

livereload's server, WebSocket protocol and client do the reloading; what it leaves open is closed here: it answers only
requests whose Host is this machine's loopback, opens a WebSocket only to its own origin, has no /forcereload, gives the
client as a file (a strict policy blocks an inline script), and does not poll. Our own thread watches (watchfiles), lets
a burst of saves settle, and builds off the event loop into a folder of the cache: `output/` is never touched. A build that
fails leaves the last good pages up, with its messages on top.
"""

from __future__ import annotations

import asyncio
import hashlib
import html
import logging
import mimetypes
import os
import socket
import threading
import urllib.parse
import weakref
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import livereload.handlers
import livereload.server
import tornado.escape
import tornado.httpserver
import tornado.httputil
import tornado.ioloop
import tornado.iostream
import tornado.web
import watchfiles

from sitegen.ahead import print_ahead
from sitegen.build import build
from sitegen.config import base_path
from sitegen.gather import Result, Session
from sitegen.options import Options
from sitegen.problems import Problem, visible
from sitegen.render.environment import environment_of
from sitegen.render.theme import default_theme
from sitegen.review import review_of

SETTLE_MS = 60  # saves that follow one another within this make one build
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
MAX_URL = 8_000
MAX_PATH = 1_000
IDLE_S = 20.0  # a client that sends no whole request within this is let go
MAX_CONNECTIONS = 250
RELOAD_PATH = "livereload.js"
PREVIEW_CSS = "sitegen-preview.css"
COPY_JS = "sitegen-copy.js"
NO_SCRIPT_TYPES = {".js": "text/javascript", ".ics": "text/calendar", ".xml": "application/xml", ".csv": "text/csv"}


@dataclass(slots=True)
class State:
    """What the handlers show; changed by the building thread under `lock`."""

    root: Path
    base: str
    port: int = 0
    hosts: frozenset[str] = frozenset()
    result: Result | None = None
    errors: tuple[Problem, ...] = ()
    fault: str | None = None
    builds: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, host: str) -> bool:
        return host.lower() in self.hosts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One message of a failed build, as the banner prints it."""

    where: str
    level: str
    code: str
    message: str
    remedy: str


class _Guarded(tornado.web.RequestHandler):
    """GET and HEAD for the loopback host alone; nothing cached, nothing sniffed."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, state: State, preview: Preview) -> None:
        self.state, self.preview = state, preview

    def prepare(self) -> None:
        if not self.state.allows(self.request.host):
            raise tornado.web.HTTPError(403)
        if len(self.request.uri or "") > MAX_URL:
            raise tornado.web.HTTPError(414)

    def set_default_headers(self) -> None:
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.clear_header("Server")

    def client_address(self) -> str:
        """Of the reload client, with the host that the page came from: below a base path it cannot tell that by itself."""
        host, _, port = self.request.host.rpartition(":")
        host = host if port.isdigit() else self.request.host
        return f"{self.state.base}{RELOAD_PATH}?port={self.state.port}&host={urllib.parse.quote(host, safe='[]:')}"

    def compute_etag(self) -> None:
        return None

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {self._reason}\n")

    async def head(self, *arguments: str) -> None:
        await self.get(*arguments)

    async def get(self, *arguments: str) -> None:
        raise tornado.web.HTTPError(404)


class _Pages(_Guarded):
    """Files of the preview folder as GitHub Pages serves them: folder -> index.html, 404.html with status 404."""

    async def get(self, *arguments: str) -> None:
        path = urllib.parse.unquote(arguments[0] if arguments else "", errors="strict")
        parts = path.split("/")
        if (
            "\\" in path
            or "\0" in path
            or any(p in ("..", ".") or p.startswith(".") for p in parts)
            or "//" in f"/{path}"
        ):
            raise tornado.web.HTTPError(400)
        if any(len(p.encode()) > 255 for p in parts) or len(path.encode()) > MAX_PATH:
            raise tornado.web.HTTPError(404)  # no disk has such a name: asking it would be an error
        file = self.state.root.joinpath(*[p for p in parts if p])
        if file.is_dir():
            if path and not path.endswith("/"):
                self.redirect(f"{self.state.base}{urllib.parse.quote(path)}/", permanent=False)
                return
            file = file / "index.html"
        if file.is_symlink() or not file.is_file():
            self.set_status(404)
            file = self.state.root / "404.html"
            if not file.is_file():
                self._page(
                    b"<!doctype html><html lang=en><head><title>Nothing built yet</title></head><body></body></html>"
                )
                return
        data = file.read_bytes()
        kind = NO_SCRIPT_TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        if kind == "text/html":
            self._page(data)
            return
        self.set_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.finish(data)

    def _page(self, data: bytes) -> None:
        """The page with the reload client and, after a failed build, its messages: in the answer alone, never on the disk."""
        base = html.escape(self.state.base)
        client = html.escape(self.client_address())
        head = f'<link rel="stylesheet" href="{base}{PREVIEW_CSS}"><script src="{client}" defer></script></head>'
        data = data.replace(b"</head>", head.encode(), 1)
        banner = self.preview.banner()
        if banner:
            at = data.find(b"<body")
            at = data.find(b">", at) + 1 if at >= 0 else len(data)
            data = data[:at] + banner.encode() + data[at:]
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(data)


class _Review(_Guarded):
    async def get(self, *arguments: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(self.preview.review(self.client_address()))


class _Asset(_Guarded):
    """The reload client of the livereload package; the preview's own style sheet and its copy buttons."""

    async def get(self, *arguments: str) -> None:
        if self.request.path.endswith(".css"):
            self.set_header("Content-Type", "text/css; charset=utf-8")
            self.finish(self.preview.css)
        else:
            self.set_header("Content-Type", "text/javascript; charset=utf-8")
            self.finish(self.preview.copy if self.request.path.endswith(COPY_JS) else self.preview.client)


class _NoIcon(_Guarded):
    """What a browser asks of a page that names no icon: nothing, and no complaint in its console."""

    async def get(self, *arguments: str) -> None:
        self.set_status(204)


class _Root(_Guarded):
    async def get(self, *arguments: str) -> None:
        if self.state.base == "/" or self.request.path != "/":
            raise tornado.web.HTTPError(404)
        self.redirect(self.state.base, permanent=False)


class _Socket(livereload.handlers.LiveReloadHandler):  # type: ignore[misc]
    """livereload's protocol, for our own origin alone."""

    state: State
    page = ""  # below the base path, as the client told it

    def prepare(self) -> None:
        """Tornado asks `check_origin` only where Origin and Host differ, scheme aside: so it is asked here, always."""
        origin = self.request.headers.get("Origin")
        if not self.state.allows(self.request.host) or (origin is not None and not self.check_origin(origin)):
            raise tornado.web.HTTPError(403)

    def check_origin(self, origin: str) -> bool:
        parts = urllib.parse.urlsplit(origin)
        return (
            parts.scheme == "http"
            and self.state.allows(parts.netloc)
            and parts.netloc.lower() == self.request.host.lower()
        )

    def on_message(self, message: str | bytes) -> None:
        try:
            super().on_message(message)
            told = tornado.escape.json_decode(message)
            if told.get("command") == "info":
                path = urllib.parse.unquote(urllib.parse.urlsplit(told["url"]).path)
                self.page = path.removeprefix(self.state.base)
        except Exception:  # a client's nonsense ends its connection, not the preview
            self.close()

    @classmethod
    def reload_those(cls, shown: Mapping[str, bytes], now: Callable[[str], bytes | None]) -> None:
        """Have the browsers ask again, but for those whose page is the very one that was shown already."""
        for waiter in cls.waiters.copy():
            if waiter.page not in shown or shown[waiter.page] != now(waiter.page):
                waiter.send_message({"command": "reload", "path": "*", "liveCSS": True, "liveImg": True})


class _Door(tornado.httpserver.HTTPServer):
    """Lets in as many clients at once as leave the builds their file descriptors; the others are shut out, not kept waiting."""

    def initialize(self, *arguments: Any, **given: Any) -> None:
        super().initialize(*arguments, **given)
        self._streams: weakref.WeakSet[tornado.iostream.IOStream] = weakref.WeakSet()
        self._most = min(MAX_CONNECTIONS, _descriptors() // 2)

    def handle_stream(self, stream: tornado.iostream.IOStream, address: Any) -> None:
        if sum(not other.closed() for other in self._streams) >= self._most:
            stream.close()
            return
        self._streams.add(stream)
        super().handle_stream(stream, address)


def _descriptors() -> int:
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows
        return 512
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]


class _Watcher:
    """Stands in for livereload's polling watcher: our thread does the work."""

    filepath = None
    _tasks: tuple[str, ...] = ("sitegen",)
    _changes: list[Any]

    def __init__(self) -> None:
        self._changes = []

    def start(self, _: Callable[[], None]) -> bool:
        return True

    def examine(self) -> tuple[None, None]:
        return None, None


class Preview(livereload.server.Server):  # type: ignore[misc]
    """One preview: its state, its handlers, its building thread."""

    def __init__(self, options: Options, say: Callable[[str], None]) -> None:
        super().__init__(watcher=_Watcher())
        self.say = say
        cache = options.cache or Path(".sitegen")
        self.options = replace(options, output=cache / "preview", file_links=False, strict=False, keep_going=False)
        self.state = State(root=self.options.output, base="/")
        self.stop = threading.Event()
        self.session = Session()
        self.loop: tornado.ioloop.IOLoop | None = None
        self._environment = environment_of((default_theme(),), "preview")
        self.css = self._source("preview/preview.css")
        self.copy = self._source("preview/copy.js")
        self.client = (Path(livereload.server.__file__).parent / "vendors" / "livereload.js").read_bytes()

    def _source(self, name: str) -> str:
        assert self._environment.loader is not None
        return self._environment.loader.get_source(self._environment, name)[0]

    # --- building ---

    def rebuild(self) -> None:
        """Build into the preview folder; a failure of any kind is shown, not raised."""
        try:
            result = build(self.options, session=self.session)
            fault = None
        except Exception as error:
            result, fault = None, f"{type(error).__name__}: {error}"
        with self.state.lock:
            self.state.builds += 1
            self.state.fault = fault
            if result is not None:
                self.state.errors = tuple(p for p in result.problems if p.level == "error")
                if result.ok:
                    self.state.result = result
        if result is not None and result.ok:
            done = result.written
            assert done is not None
            self.say(f"built: {done.written} files written, {done.unchanged} unchanged")
        else:
            for problem in self.state.errors:
                self.say(str(problem))
            self.say(fault or "the build failed; the last good site stays up")

    def watch_and_build(self) -> None:
        """Until `stop`: wait for saves to settle, build, tell the browsers. Runs in a thread of its own."""
        folders = [p for p in (self.options.content, self.options.templates) if p is not None and p.is_dir()]
        for saved in watchfiles.watch(*folders, debounce=1_600, step=SETTLE_MS, stop_event=self.stop, raise_interrupt=False,
                                      watch_filter=_is_content):  # fmt: skip
            shown: dict[str, bytes] = {}
            if print_ahead(self.options, self.session, {path for _, path in saved}):
                pages = {waiter.page for waiter in _Socket.waiters.copy()}
                shown = {page: data for page in pages if (data := self.page_now(page)) is not None}
                self.reload({})
            self.rebuild()
            self.reload(shown)

    def reload(self, shown: Mapping[str, bytes]) -> None:
        """Have the browsers ask again, where their page differs from what `shown` holds of it."""
        if self.loop is not None:
            self.loop.add_callback(_Socket.reload_those, shown, self.page_now)

    def page_now(self, page: str) -> bytes | None:
        """A digest of what a page of the site would be answered with now; None where no file says so."""
        if ".." in page.split("/") or page.startswith("/") or (page and not page.endswith("/")):
            return None
        try:
            data = (self.options.output / page / "index.html").read_bytes()
        except (OSError, ValueError):  # a name that no disk has
            return None
        return hashlib.sha256(data + self.banner().encode()).digest()

    def banner(self) -> str:
        with self.state.lock:
            errors, fault = self.state.errors, self.state.fault
        if not errors and fault is None:
            return ""
        rows = [
            _Row(where=visible(f"{p.path}:{p.line}:{p.column}" if p.line else p.path), level=p.level, code=p.code,
                 message=visible(p.message), remedy=visible(p.remedy))
            for p in errors
        ]  # fmt: skip
        if fault is not None:
            rows.append(_Row(where="sitegen", level="error", code="E901", message=visible(fault), remedy=""))
        return self._environment.get_template("preview/errors.html").render(problems=rows)

    def review(self, client: str) -> str:
        with self.state.lock:
            result = self.state.result
        title = result.source.config.title if result and result.source else "sitegen"
        sections = review_of(result.register, self.options.content, self.state.base) if result else ()
        return self._environment.get_template("preview/review.html").render(
            title=title, sections=sections, home=self.state.base, preview_css=self.state.base + PREVIEW_CSS,
            reload_js=client, copy_js=self.state.base + COPY_JS,
        )  # fmt: skip

    # --- serving ---

    def application(
        self, port: int, host: str, liveport: int | None = None, debug: bool | None = None, live_css: bool = True
    ) -> None:
        """In place of livereload's: our handlers, the loopback only, no transform that injects a script."""
        livereload.handlers.LiveReloadHandler.watcher = self.watcher
        livereload.handlers.LiveReloadHandler.live_css = live_css
        livereload.handlers.LiveReloadHandler.waiters = set()
        _Socket.state = self.state
        given = {"state": self.state, "preview": self}
        base = self.state.base
        quoted = base.replace(".", r"\.").replace("+", r"\+")
        application = tornado.web.Application(
            [
                (r"/livereload", _Socket),
                (rf"{quoted}{RELOAD_PATH}", _Asset, given),
                (rf"{quoted}{PREVIEW_CSS}", _Asset, given),
                (rf"{quoted}{COPY_JS}", _Asset, given),
                (rf"{quoted}review/", _Review, given),
                (r"/favicon\.ico", _NoIcon, given),
                (rf"{quoted}(.*)", _Pages, given),
                (r"/.*", _Root, given),
            ],
            default_handler_class=_Root, default_handler_args=given, log_function=lambda _: None,
            websocket_max_message_size=64_000,
        )  # fmt: skip
        door = _Door(application, max_header_size=400_000, max_body_size=1_000, idle_connection_timeout=IDLE_S, body_timeout=IDLE_S)  # fmt: skip
        door.listen(port, address=host)
        self.state.port = port
        names = {*LOOPBACK, *([host] if host not in ("0.0.0.0", "::") else _own_names())}
        self.state.hosts = frozenset(f"{name}:{port}" for name in names) | (
            frozenset(names) if port == 80 else frozenset()
        )


def _own_names() -> list[str]:
    return [socket.gethostname().lower()]


def _is_content(_: watchfiles.Change, path: str) -> bool:
    name = os.path.basename(path)
    return not name.startswith(".") and not name.endswith(("~", ".swp", ".tmp", "4913"))


def free_port(host: str, wanted: int) -> int:
    """`wanted`, or the next port above it that nobody listens on."""
    for port in (*range(wanted, wanted + 50), 0):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
                return int(probe.getsockname()[1])
            except OSError:
                continue
    raise OSError(98, "no port is free", f"{host}:{wanted}")


def serve(options: Options, *, host: str, port: int, open_browser: bool, say: Callable[[str], None]) -> None:
    """Build, then serve until interrupted. Raises OSError where no port can be had."""
    logging.getLogger("tornado").addHandler(logging.NullHandler())
    logging.getLogger("tornado").propagate = False
    logging.getLogger("livereload").addHandler(logging.NullHandler())
    logging.getLogger("livereload").propagate = False
    preview = Preview(options, say)
    preview.rebuild()
    base_url = options.base_url
    if base_url is None and preview.state.result is not None and preview.state.result.source is not None:
        base_url = preview.state.result.source.config.base_url
    preview.state.base = base_path(base_url)

    async def run() -> None:
        chosen = free_port(host, port)
        if chosen != port:
            say(f"port {port} is taken, using {chosen}")
        preview.application(chosen, host)
        preview.loop = tornado.ioloop.IOLoop.current()
        thread = threading.Thread(target=preview.watch_and_build, daemon=True)
        thread.start()
        shown = "127.0.0.1" if host in ("0.0.0.0", "::") else f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{chosen}{preview.state.base}"
        say(f"serving {address} (review at {address}review/); Ctrl-C ends it")
        if open_browser:
            webbrowser.open(address)
        await asyncio.Event().wait()

    try:
        asyncio.run(run())
    finally:
        preview.stop.set()

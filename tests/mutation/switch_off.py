"""Each guard switched off in a copy of the project; at least one test must turn red. By command, for it takes minutes:

    python tests/mutation/switch_off.py [NAME...]

A row is a guard: the file, the words that are replaced, what replaces them, and the tests that are asked. The copy lies in a temporary
folder, so that the checkout is not touched. Exit status 1 where a guard was missed, or where its words are not to be found any more.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Guard:
    name: str
    file: str
    words: str
    instead: str
    tests: str


FIELDS = "tests/hostile/test_hostile_fields.py -k script"
GUARDS = (
    Guard("escaping in templates", "sitegen/render/environment.py", "autoescape=True", "autoescape=False", FIELDS),
    Guard("sanitiser of prose", "sitegen/render/markdown.py", "html=nh3.clean(\n            _lower_headings(made),", "html=(lambda h, **_: h)(\n            _lower_headings(made),", "tests/render/test_render_prose.py"),
    Guard("address filter of prose", "sitegen/render/markdown.py", "return within(value) if _SAFE.match(value) and not value.startswith(\"//\") else None", "return within(value)", "tests/render/test_render_prose.py tests/hostile/test_hostile_fields.py -k 'prose or live or md'"),
    Guard("address schemes of records", "sitegen/weblinks.py", "    return (\n        parts.scheme in (\"http\", \"https\")", "    return (\n        True", "tests/hostile/test_hostile_fields.py -k address"),
    Guard("addresses set by an edit", "sitegen/merge/corrected.py", "isinstance(value, str) and is_address(value)", "value", "tests/hostile/test_hostile_records.py -k edit"),
    Guard("< in linked data", "sitegen/render/environment.py", ".replace(\"<\", \"\\\\u003c\")", "", "tests/hostile/test_hostile_records.py -k linked_data"),
    Guard("content security policy", "templates/base.html", "<meta http-equiv=\"Content-Security-Policy\"", "<meta name=\"policy\"", "tests/render/test_render_pages.py -k policy"),
    Guard("formulas in CSV", "sitegen/render/exports/tables.py", "if _FORMULA.match(text) else text", "if False else text", "tests/hostile/test_hostile_records.py -k formula"),
    Guard("control characters in pages", "sitegen/render/quick.py", "_escape_inner(value if value.isprintable() else value.translate(CONTROLS))", "_escape_inner(value)", "tests/hostile/test_hostile_fields.py -k control"),
    Guard("controls in messages", "sitegen/problems.py", "return text.translate(_UNSAFE)", "return text", "tests/hostile/test_hostile_environment.py -k terminal"),
    Guard("safe output paths", "sitegen/write/publish.py", "if not is_safe(path) or path == MANIFEST:", "if False:", "tests/test_write.py"),
    Guard("live files of files/", "sitegen/read.py", "if why is not None:", "if False:", "tests/hostile/test_hostile_copied.py"),
    Guard("links among content", "sitegen/listing.py", "elif stat.S_ISREG(info.st_mode):", "else:\n            info = entry.stat()\n        if stat.S_ISREG(info.st_mode):", "tests/hostile/test_hostile_files.py -k no_file"),
    Guard("no following when opened", "sitegen/read.py", "os.O_RDONLY | getattr(os, \"O_NOFOLLOW\", 0) | getattr(os, \"O_NONBLOCK\", 0)", "os.O_RDONLY | getattr(os, \"O_NONBLOCK\", 0)", "tests/hostile/test_hostile_guards.py -k opened"),
    Guard("size limit", "sitegen/read.py", "    flags = os.O_RDONLY |", "    limit = 10**12\n    flags = os.O_RDONLY |", "tests/hostile/test_hostile_files.py -k too_large"),
    Guard("YAML aliases and anchors", "sitegen/yamlio.py", "if event.anchor is not None:", "if False:", "tests/test_yamlio.py"),
    Guard("YAML depth", "sitegen/yamlio.py", "if depth > self.limits.depth:", "if False:", "tests/test_yamlio.py"),
    Guard("YAML keys", "sitegen/yamlio.py", "if self.keys > self.limits.keys:", "if False:", "tests/test_yamlio.py"),
    Guard("foreign files in the output", "sitegen/write/standing.py", "for path in sorted(standing.keys() - manifest.keys() - {MANIFEST}):", "for path in ():", "tests/test_write.py"),
    Guard("output within content", "sitegen/write/standing.py", "if real == source or source in real.parents or real in source.parents:", "if False:", "tests/hostile/test_hostile_output.py -k refused"),
    Guard("output that is a link", "sitegen/write/standing.py", "if output.is_symlink():", "if False:", "tests/hostile/test_hostile_output.py -k refused"),
    Guard("changed pages in the output", "sitegen/write/standing.py", "elif info.st_mtime_ns <= written and not verify:", "elif True:", "tests/hostile/test_hostile_output.py -k 'no and edit'"),
    Guard("lock", "sitegen/write/lock.py", "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)", "pass", "tests/test_write.py -k wait"),
    Guard("journal before renames", "sitegen/write/publish.py", "apply(self.output, self.stage, self.changed, removes)\n                sync", "sync", "tests/test_write.py"),
    Guard("checksum of the journal", "sitegen/write/journal.py", "if hash_of(body).encode() != digest:", "if False:", "tests/hostile/test_hostile_guards.py -k journal"),
    Guard("order of fsync", "sitegen/write/publish.py", "            sync_tree(self.stage, self.changed)\n            journal", "            journal", "tests/hostile/test_hostile_guards.py -k synced"),
    Guard("checksum of the store", "sitegen/store.py", "if not isinstance(data, bytes) or checksum(key, data) != total:", "if not isinstance(data, bytes):", "tests/test_store.py tests/hostile/test_hostile_guards.py -k 'damaged or store'"),
    Guard("links in the cache", "sitegen/store.py", "return not stat.S_ISREG(os.lstat(file).st_mode)", "return False", "tests/hostile/test_hostile_environment.py -k through"),
    Guard("ctime and inode", "sitegen/listing.py", "(info.st_size, info.st_mtime_ns, info.st_ctime_ns, info.st_ino))", "(info.st_size, info.st_mtime_ns, 0, 0))", "tests/faults -k clock"),
    Guard("Host of the preview", "sitegen/server.py", "        if not self.state.allows(self.request.host):\n            raise tornado.web.HTTPError(403)\n        if len", "        if len", "tests/test_server.py -k host"),
    Guard("Origin of the preview", "sitegen/server.py", "if not self.state.allows(self.request.host) or (origin is not None and not self.check_origin(origin)):", "if False:", "tests/test_server.py -k websocket"),
    Guard("traversal in the preview", "sitegen/server.py", "or any(p in (\"..\", \".\") or p.startswith(\".\") for p in parts)", "", "tests/hostile/test_hostile_preview.py -k up"),
    Guard("silent clients of the preview", "sitegen/server.py", "idle_connection_timeout=IDLE_S", "idle_connection_timeout=None", "tests/hostile/test_hostile_preview.py -k silent"),
    Guard("connections of the preview", "sitegen/server.py", "self._most = min(MAX_CONNECTIONS, _descriptors() // 2)", "self._most = 10**6", "tests/hostile/test_hostile_preview.py -k descriptors"),
    Guard("signals in workers", "sitegen/firstpass.py", "    obey_parent()\n", "    pass\n", "tests/hostile/test_hostile_guards.py -k workers"),
    Guard("impossible days", "sitegen/edtf.py", "def is_valid(value: str) -> bool:", "def is_valid(value: str) -> bool:\n    return True\n\n\ndef _is_valid(value: str) -> bool:", "tests/test_edtf.py tests/test_contents.py"),
)  # fmt: skip


def red(guard: Guard, copy: Path) -> str:
    """What became of the tests with the guard off: "red", "GREEN", or why it could not be tried."""
    file = copy / guard.file
    before = file.read_text(encoding="utf-8")
    if before.count(guard.words) < 1:
        return "its words are not in the file"
    file.write_text(before.replace(guard.words, guard.instead, 1), encoding="utf-8")
    try:
        command = f"{sys.executable} -m pytest -q -x -p no:cacheprovider --no-header {guard.tests}"
        environment = {**os.environ, "PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(["sh", "-c", command], cwd=copy, env=environment, capture_output=True, text=True, timeout=600)  # fmt: skip
    finally:
        file.write_text(before, encoding="utf-8")
    last = (done.stdout.strip().splitlines() or [""])[-1]
    if done.returncode == 1 and " failed" in done.stdout:
        return "red"
    return "GREEN" if done.returncode == 0 else f"no answer ({done.returncode}: {last})"


def main() -> int:
    chosen = [g for g in GUARDS if not sys.argv[1:] or g.name in sys.argv[1:]]
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        ignored = shutil.ignore_patterns(
            ".venv", ".git", "output", ".sitegen", "__pycache__", ".*_cache", ".hypothesis"
        )
        shutil.copytree(ROOT, copy, ignore=ignored, symlinks=True)
        print("| guard | file | tests | with it off |\n|---|---|---|---|")
        for guard in chosen:
            answer = red(guard, copy)
            missed += answer != "red"
            print(f"| {guard.name} | `{guard.file}` | `{guard.tests}` | {answer} |", flush=True)
    print(f"\n{len(chosen) - missed} of {len(chosen)} turn a test red")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())

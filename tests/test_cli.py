"""The commands as a user meets them: what they print, what they leave, how they end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import sitegen as package

ROOT = Path(__file__).resolve().parent.parent

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Tree = Callable[[Mapping[str, str | bytes]], Path]

CLIPPING = """\
Lake ministers meet in Vienna

Example Wire, 5 May 2021

VIENNA, May 4 (Example Wire) -- Defence ministers of the Lake Forum (LF) met in Vienna on Tuesday and agreed on patrols.

The forum was founded in 2009.
"""


def test_the_version_is_quick_and_right(sitegen: Run) -> None:
    done = sitegen("--version")
    assert (done.returncode, done.stdout) == (0, f"sitegen {package.__version__}\n")


def test_the_version_imports_nothing_that_it_does_not_need() -> None:
    code = "import sys; from sitegen.cli import main; main(['--version']); print(sorted(m for m in sys.modules if m.startswith('sitegen')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "['sitegen', 'sitegen.cli', 'sitegen.terminal']"
    heavy = "import sys; from sitegen.cli import main; main(['--version']); print([m for m in ('yaml','jinja2','msgspec','tornado') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


def test_a_build_that_finds_nothing_changed_imports_little(tree: Tree, sitegen: Run, tmp_path: Path) -> None:
    import time

    tree({"articles/a.txt": CLIPPING})
    time.sleep(0.1)
    assert sitegen("build").returncode == 0
    code = (
        "import sys; from sitegen.cli import main; status = main(['build', '-q']);"
        "print(status, sorted(m for m in sys.modules if m.startswith('sitegen')));"
        "print([m for m in ('argparse','dataclasses','hashlib','json','msgspec','pathlib','sqlite3','typing','yaml') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"], cwd=tmp_path,
                          capture_output=True, text=True, check=True)  # fmt: skip
    assert done.stdout == "0 ['sitegen', 'sitegen.again', 'sitegen.cli', 'sitegen.snapshot', 'sitegen.terminal']\n[]\n"


def test_a_plain_build_is_read_as_argparse_reads_it() -> None:
    from sitegen import again
    from sitegen.arguments import parser

    whole = parser()
    for words in (
        "", "-q", "-v --strict", "--content a --output b --cache c", "--templates t --base-url https://x.example/ --report r.json",
        "--jobs 3 --keep-going --file-links --verify --debug", "--quiet --verbose",
    ):  # fmt: skip
        arguments = ["build", *words.split()]
        plain, full = again.plain(arguments), vars(whole.parse_args(arguments))
        assert vars(plain) == full, words
    for words in (
        "--content=a",
        "--keep",
        "--report -",
        "--jobs x",
        "--content",
        "--content -q",
        "--nonsense",
        "-qv",
        "--executor x",
        "x",
    ):
        assert again.plain(["build", *words.split()]) is None, words


def test_build_then_build_then_edit_then_clean(tree: Tree, sitegen: Run, tmp_path: Path) -> None:
    content = tree({"articles/a.txt": CLIPPING})
    first = sitegen("build")
    assert first.returncode == 0, first.stderr
    assert (tmp_path / "output/index.html").is_file()
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "output").rglob("*")}
    again = sitegen("build")
    assert "0 files written" in again.stdout
    assert before == {p: p.stat().st_mtime_ns for p in (tmp_path / "output").rglob("*")}
    (content / "articles/a.txt").write_text(CLIPPING.replace("patrols", "patrols and drills"))
    third = sitegen("build")
    assert "0 files written" not in third.stdout
    clean = sitegen("clean")
    assert clean.returncode == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["content"]


def test_an_error_leaves_the_published_site_and_says_all(tree: Tree, sitegen: Run, tmp_path: Path) -> None:
    content = tree({"articles/a.txt": CLIPPING})
    sitegen("build")
    home = (tmp_path / "output/index.html").read_bytes()
    (content / "articles/b.txt").write_text("x")
    (content / "articles/b.yaml").write_text("published: 2021-02-30\nrights: all\n")
    done = sitegen("build")
    assert done.returncode == 1
    assert "content/articles/b.yaml:1:12: error E007" in done.stderr
    assert "content/articles/b.yaml:2:9: error E005" in done.stderr
    assert (tmp_path / "output/index.html").read_bytes() == home
    going = sitegen("build", "--keep-going")
    assert going.returncode == 1
    assert "written" in going.stdout


def test_strict_turns_warnings_into_errors(tree: Tree, sitegen: Run) -> None:
    tree({"articles/a.txt": CLIPPING, "articles/a.yaml": "publishr: X\n"})
    assert sitegen("build").returncode == 0
    done = sitegen("build", "--strict")
    assert done.returncode == 1
    assert "error W008" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["build", "--content", "nowhere"], "no such folder"),
        (["build", "--base-url", "nowhere"], "--base-url"),
        (["build", "--templates", "nowhere"], "templates"),
        (["extract", "a.txt", "--published", "2021-02-30"], "--published"),
        (["frobnicate"], "frobnicate"),
        (["serve", "--host", "0.0.0.0"], "--allow-network"),
    ],
)
def test_a_wrong_command_line_is_status_two(arguments: list[str], word: str, tree: Tree, sitegen: Run) -> None:
    tree({"articles/a.txt": CLIPPING})
    done = sitegen(*arguments)
    assert done.returncode == 2
    assert word in done.stderr
    assert "Traceback" not in done.stderr


class TestExtract:
    def test_files_folders_and_standard_input(self, tree: Tree, sitegen: Run) -> None:
        tree({"articles/a.txt": CLIPPING, "articles/b.md": "---\ntitle: B\n---\nWords."})
        lines = sitegen("extract", "content", "--content", "none").stdout.splitlines()
        assert [json.loads(line)["path"] for line in lines] == ["content/articles/a.txt", "content/articles/b.md"]
        (one,) = sitegen("extract", "content/articles/a.txt").stdout.splitlines()
        assert json.loads(one)["published"]["date"] == "2021-05-05"
        (piped,) = sitegen(
            "extract", "-", "--published", "2021-05-06", input="The ministers met in Vienna on Tuesday."
        ).stdout.splitlines()
        assert (json.loads(piped)["path"], json.loads(piped)["published"]["basis"]) == ("-", "argument")

    def test_one_that_cannot_be_read_does_not_stop_the_others(self, tree: Tree, sitegen: Run) -> None:
        tree({"articles/a.txt": CLIPPING})
        done = sitegen("extract", "missing.txt", "content/articles/a.txt")
        assert done.returncode == 1
        assert "missing.txt: error E012" in done.stderr
        assert len(done.stdout.splitlines()) == 1

    def test_an_undated_one_is_said(self, tmp_path: Path, sitegen: Run) -> None:
        (tmp_path / "a.txt").write_text("The ministers met in Vienna on Tuesday.")
        done = sitegen("extract", "a.txt", "--content", "none")
        assert done.returncode == 0
        assert json.loads(done.stdout)["published"]["date"] is None
        assert "a.txt" in done.stderr
        assert "no publication date" in done.stderr


def test_new_makes_a_site_that_builds_without_a_warning(sitegen: Run, tmp_path: Path) -> None:
    assert sitegen("new", "mine").returncode == 0
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--strict"], cwd=tmp_path / "mine", capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mine/output/people/anna-muster/index.html").is_file()
    assert (tmp_path / "mine/.github/workflows/pages.yml").is_file()
    again = sitegen("new", "mine")
    assert again.returncode == 2
    assert "not an empty folder" in again.stderr


def test_check_finds_what_is_wrong_with_the_output(tree: Tree, sitegen: Run, tmp_path: Path) -> None:
    tree({"articles/a.txt": CLIPPING})
    sitegen("build")
    assert sitegen("check").returncode == 0
    page = tmp_path / "output/index.html"
    page.write_text(
        page.read_text().replace(
            "</main>", '<a href="nowhere/">x</a><img src="https://example.org/x.png" alt=""></main>'
        )
    )
    done = sitegen("check", "--json")
    codes = {json.loads(line)["code"] for line in done.stdout.splitlines()}
    assert done.returncode == 1
    assert {"E515", "E513"} <= codes


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full on this system")
def test_a_full_standard_output_is_said_by_the_status(tree: Tree, tmp_path: Path) -> None:
    tree({"articles/a.txt": CLIPPING})
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sitegen", "extract", "content"],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_ends_quietly(tree: Tree, tmp_path: Path) -> None:
    tree({f"articles/{i}.txt": CLIPPING + str(i) for i in range(30)})
    done = subprocess.run(
        f"{sys.executable} -m sitegen extract content | head -c 10",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "Traceback" not in done.stderr

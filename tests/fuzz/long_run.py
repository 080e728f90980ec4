"""The long run of fuzzing by one command: every door its share of the time, then a table of units, speed, coverage and finds.

    python tests/fuzz/long_run.py --minutes 20 [--doors dates,yaml] [--work FOLDER]

Seeds are the clippings of tests and of this repository's content/, the pieces of tests/hostile/texts.py, and a dictionary of words that
rules look for. Exit status 1 where anything was found. Nothing is written but the folder of work.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "hostile"))

from texts import PIECES  # noqa: E402  (found beside the hostile tests)

#: door -> its share of the time: `extract` is all rooms at once and the slowest a unit, so it gets most.
SHARES = {
    "extract": 6,
    "dates": 3,
    "html": 2,
    "markdown": 2,
    "plain": 2,
    "prose": 2,
    "front": 1,
    "yaml": 1,
    "decode": 1,
}
BACKSTOP_S = 25  # libFuzzer's own limit of wall time: a unit that never ends

WORDS = (
    "May", "March", "Monday", "Tuesday", "last", "next", "ago", "since", "until", "between", "from", "to", "early", "late", "of", "the", "quarter",
    "2021", "1999", "12/11/2013", "31", "30 February", "5 May 2021", "May 5, 2021", "fiscal year", "first", "twenty", "hundred", "century", "decade",
    "minister", "Defence Minister", "General", "Gen.", "appointed", "succeeded", "sworn in", "met", "signed", "joined", "observer", "member", "summit",
    "exercise", "Kenya", "Peru", "Nairobi", "African Union (AU)", "said", "will", "was", "---", "title: ", "published: ", "url: ", "edits:", "- event: x",
    "statuses:", "sources:", "posts:", "events:", "<p>", "</p>", "<div>", "<meta ", "<script>", "<!--", "-->", "&amp;", "&#x0;", "<table><tr><td>", "<li>",
    "](", "![", "[^1]", "[^1]: ", "**", "__", "```", "> ", "# ", "| a | b |", "|-|-|", "*[AU]: ", "\\\\", "\\xc2\\xa0", "\\xe2\\x80\\xae", "\\xef\\xbb\\xbf", "\\x00",
    "Photo:", "By ", "Read more", "(Wire) -- ", "NAIROBI, May 5 (Wire) -- ", "GMT", "1,234", "a.m.", "Page 1 of 2", "http://a.b/c", "&a ", "*a", "!!x", "? ", "|", ">",
)  # fmt: skip


def seeds_of(door: str) -> Iterator[bytes]:
    """Texts of our own that the door reads, short ones first."""
    content = ROOT / "content"
    suffixes = {
        "html": (".html",),
        "markdown": (".md",),
        "prose": (".md",),
        "yaml": (".yaml",),
        "front": (".yaml", ".md"),
    }
    wanted = suffixes.get(door, (".txt", ".md", ".html"))
    found = [p for folder in (content, ROOT / "tests") for p in folder.rglob("*") if p.suffix in wanted and p.is_file()]
    for path in sorted(found, key=lambda p: (p.stat().st_size, str(p)))[:400]:
        data = path.read_bytes()[:4_000]
        if door == "extract":
            yield {".txt": b"\0", ".md": b"\1", ".html": b"\2"}[path.suffix] + data
        elif door == "front" and path.suffix == ".md":
            yield data.removeprefix(b"---\n")
        else:
            yield data
    for piece in PIECES.values():
        yield (b"\0" if door == "extract" else b"") + (piece * 20).encode()


def fuzz(door: str, seconds: int, work: Path) -> dict[str, str]:
    corpus, given = work / "corpus" / door, work / "seeds" / door
    for folder in (corpus, given):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(seeds_of(door)):
        (given / f"{number:04}").write_bytes(data)
    dictionary = work / "words.dict"
    dictionary.write_text("".join(f'"{w}"\n' for w in WORDS), encoding="utf-8")
    command = [sys.executable, str(HERE / "fuzz_parsers.py"), door, f"-max_total_time={seconds}", f"-timeout={BACKSTOP_S}", "-rss_limit_mb=2048",
               "-max_len=4096", f"-dict={dictionary}", f"-artifact_prefix={work}/{door}-", "-print_final_stats=1", str(corpus), str(given)]  # fmt: skip
    environment = {**os.environ, "SITEGEN_FINDS": str(work / "finds"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
    log = done.stdout.decode("utf-8", "replace")
    (work / f"{door}.log").write_text(log, encoding="utf-8")

    def last(pattern: str) -> str:
        return (re.findall(pattern, log) or ["?"])[-1]

    finds = sorted((work / "finds" / door).glob("*.txt")) if (work / "finds" / door).is_dir() else []
    ended = [] if done.returncode == 0 else [f"ended with {done.returncode}"]
    return {
        "door": door, "seconds": str(seconds), "units": last(r"number_of_executed_units:\s*(\d+)"), "edges": last(r"cov: (\d+)"),
        "corpus": last(r"corp: (\d+)"), "peak MB": last(r"peak_rss_mb:\s*(\d+)"), "finds": ", ".join([*(f.stem for f in finds), *ended]) or "0",
    }  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--doors", default=",".join(SHARES))
    parser.add_argument("--work", type=Path, default=Path("fuzz-work"))
    given = parser.parse_args()
    doors = given.doors.split(",")
    total = sum(SHARES[d] for d in doors)
    rows = []
    for door in doors:
        rows.append(fuzz(door, max(5, round(given.minutes * 60 * SHARES[door] / total)), given.work))
        print("  ".join(f"{k} {v}" for k, v in rows[-1].items()), flush=True)
    print("\n| " + " | ".join(rows[0]) + " |\n|" + "---|" * len(rows[0]))
    for row in rows:
        print("| " + " | ".join(row.values()) + " |")
    return int(any(row["finds"] != "0" for row in rows))


if __name__ == "__main__":
    sys.exit(main())

"""The date finder beside the best peers that a package registry gives, on the shared news with gold dates, speed included.

    python benchmarks/dates.py [--only NAME[,NAME]] [--chrono FOLDER] [--markdown]

Peers are compared if they are installed: dateparser, parsedatetime, recognizers-text-suite (with emoji<2) from PyPI,
chrono-node from npm (FOLDER: where its node_modules lies). Files: ../shared/timex/{train,meantime}.jsonl, scored by the
score.py beside them. The set-aside fifth is a random fifth of the documents (seed in the code) that nobody read while
writing rules; its figures stand beside those of all. Speed is megabytes of text a second of processor time on one core,
in one pass from a cold start, import not counted (for sitegen the least of five such passes); "import" is that of
`sitegen.dates`, in a fresh interpreter.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import importlib.util
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TIMEX = ROOT.parent / "shared" / "timex"
SET_ASIDE_SEED = 20240709
#: HeidelTime 2.2.1 (Java), as measured for the README of the shared files on these very documents; not run here.
HEIDELTIME = {"train": (83.2, 77.0, 78.5, 83.0, 86.0), "meantime": (77.0, 73.7, 76.5, 84.0, None)}

Found = list[dict[str, Any]]
Finder = Callable[[str, datetime.date], Found]


def ours() -> Finder:
    from sitegen.dates import find_dates

    def find(text: str, day: datetime.date) -> Found:
        return [{"start": m.start, "end": m.end, "type": m.type, "value": m.value} for m in find_dates(text, day)]

    return find


def dateparser_search() -> Finder:
    from dateparser.search import search_dates

    def find(text: str, day: datetime.date) -> Found:
        base = datetime.datetime.combine(day, datetime.time())
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
        found, at = [], 0
        for words, when in search_dates(text, languages=["en"], settings=settings) or ():
            at = text.find(words, at)
            if at < 0:
                at = 0
                continue
            found.append({"start": at, "end": at + len(words), "type": "DATE", "value": _as_exact(words, when)})
            at += len(words)
        return found

    return find


def _as_exact(words: str, when: datetime.datetime) -> str:
    """The precision that the words have, for peers that give an instant alone."""
    lower = words.lower().strip()
    if re.fullmatch(r"\d{4}|(last|next|this) year|.*\byears? ago", lower):
        return f"{when:%Y}"
    if re.fullmatch(r"(in )?[a-z]{3,9}\.?( \d{4})?|(last|next|this) month|.*\bmonths? ago", lower) and not re.search(
        r"day|now|tomorrow|noon", lower
    ):
        return f"{when:%Y-%m}"
    if re.search(r"\bweek", lower):
        return when.strftime("%G-W%V")
    return f"{when:%Y-%m-%d}"


def parsedatetime_nlp() -> Finder:
    import parsedatetime

    calendar = parsedatetime.Calendar()

    def find(text: str, day: datetime.date) -> Found:
        base = datetime.datetime.combine(day, datetime.time(12))
        return [
            {"start": start, "end": end, "type": "DATE", "value": _as_exact(words, when)}
            for when, _flag, start, end, words in calendar.nlp(text, base) or ()
        ]

    return find


def recognizers_text() -> Finder:
    from recognizers_date_time import Culture, recognize_datetime

    kinds = {"duration": "DURATION", "set": "SET", "time": "TIME", "timerange": "TIME"}

    def value_of(values: list[dict[str, str]], day: datetime.date) -> tuple[str, str]:
        """Of two readings (last and coming) the last that is not after publication: news looks back."""
        past = [v for v in values if (v.get("value") or v.get("start") or v.get("end") or "9")[:10] <= day.isoformat()]
        chosen = (past or values)[-1 if past else 0]
        timex, kind = chosen.get("timex", ""), chosen.get("type", "")
        if timex == "PRESENT_REF":
            return "DATE", timex
        if kind == "date":
            return "DATE", chosen.get("value", timex)
        if kind in ("datetime", "datetimerange") and chosen.get("start" if kind == "datetimerange" else "value"):
            instant = chosen.get("value") or chosen["start"]
            part = timex[-3:] if timex[-3:] in ("TMO", "TAF", "TEV", "TNI") else "T" + instant[11:16]
            return "TIME", instant[:10] + part
        start = chosen.get("start") or chosen.get("end") or ""
        if kind == "daterange" and timex.startswith("XXXX-") and start:
            return "DATE", start[:4] + timex[4:]
        return kinds.get(kind, "DATE"), timex

    def find(text: str, day: datetime.date) -> Found:
        base = datetime.datetime.combine(day, datetime.time())
        found = []
        for result in recognize_datetime(text, Culture.English, reference=base):
            kind, value = value_of((result.resolution or {}).get("values") or [{}], day)
            found.append({"start": result.start, "end": result.end + 1, "type": kind, "value": value})
        return found

    return find


CHRONO = """
const chrono = require('chrono-node'), fs = require('fs');
const docs = JSON.parse(fs.readFileSync(0, 'utf8')), pad = (n, w) => String(n).padStart(w, '0');
const began = process.cpuUsage();
const out = docs.map(d => chrono.parse(d.text, new Date(d.dct + 'T12:00:00')).map(r => {
  const s = r.start, y = pad(s.get('year'), 4), m = pad(s.get('month'), 2), day = pad(s.get('day'), 2);
  const exact = s.isCertain('day') || s.isCertain('weekday') || !s.isCertain('month') && !s.isCertain('year');
  return {start: r.index, end: r.index + r.text.length, type: 'DATE',
          value: exact ? `${y}-${m}-${day}` : s.isCertain('month') ? `${y}-${m}` : y};
}));
const used = process.cpuUsage(began);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6, out}));
"""


def run_chrono(docs: list[dict[str, Any]], folder: str) -> tuple[float, list[Found]]:
    given = json.dumps([{"text": d["text"], "dct": d["dct"]} for d in docs])
    done = subprocess.run(["node", "-e", CHRONO], input=given, capture_output=True, text=True, cwd=folder, check=True)
    answer = json.loads(done.stdout)
    # JavaScript counts UTF-16 units; these texts hold no character beyond the first plane
    return answer["seconds"], answer["out"]


PEERS: dict[str, Callable[[], Finder]] = {
    "sitegen": ours,
    "recognizers-text": recognizers_text,
    "dateparser.search": dateparser_search,
    "parsedatetime.nlp": parsedatetime_nlp,
}


def load(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (TIMEX / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def set_aside(docs: list[dict[str, Any]]) -> set[str]:
    names = sorted(doc["id"] for doc in docs)
    return set(random.Random(SET_ASIDE_SEED).sample(names, len(names) // 5))


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("timex_score", TIMEX / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def row_of(name: str, file: str, part: str, scores: dict[str, Any], speed: float | None) -> list[str]:
    every, date, resolved = scores["all"], scores["date"], scores["resolved_date"]
    day = every["day_accuracy"]
    figures = [
        every["strict"]["f1"],
        every["value"]["f1"],
        date["value"]["f1"],
        resolved["value"]["f1"],
        resolved["same"]["f1"],
    ]
    return [
        name,
        file,
        part,
        *(f"{f:.1f}" for f in figures),
        f"{day:.1f}" if day is not None else "-",
        f"{speed:.3f}" if speed else "",
    ]


def import_cost() -> float:
    """Processor time that the import adds to a fresh interpreter, with its bytecode at hand as after any installation."""
    code = "import time; t = time.process_time(); import sitegen.dates; print(time.process_time() - t)"
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"PYTHONPYCACHEPREFIX": folder}
        runs = [
            float(
                subprocess.run(
                    [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True, env=environment
                ).stdout
            )
            for _ in range(10)
        ]
    return min(runs[1:])


COLD = """
import datetime, json, sys, time
from sitegen.dates import find_dates
docs = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
began = time.process_time()
for doc in docs:
    find_dates(doc["text"], datetime.date.fromisoformat(doc["dct"]))
print(time.process_time() - began)
"""


def cold_seconds(file: str) -> float:
    """One pass over a file in a fresh interpreter: the least of five, since others use the processor too."""
    command = [sys.executable, "-c", COLD, str(TIMEX / f"{file}.jsonl")]
    return min(
        float(subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout) for _ in range(5)
    )


def growth(alphabet: str) -> float:
    """Time for twice an adversarial text by time for it once: the least of several rounds of each, taken in turn.

    Other people use this machine too; that the work itself grows no faster is counted in tests/dates/test_dates_linear.py.
    """
    from sitegen.dates import find_dates

    day, text = datetime.date(2018, 4, 25), alphabet * (200_000 // len(alphabet))
    best = {1: 9e9, 2: 9e9}
    for _ in range(3):
        for size in best:
            gc.collect()
            began = time.process_time()
            find_dates(text * size, day)
            best[size] = min(best[size], time.process_time() - began)
    return best[2] / best[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--chrono", default="")
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    if not TIMEX.is_dir():
        raise SystemExit("../shared/timex is not on this machine")
    score = scorer()
    chosen = [name for name in PEERS if not arguments.only or name in arguments.only.split(",")]
    rows = [
        [
            "finder",
            "file",
            "documents",
            "strict",
            "value",
            "DATE value",
            "RESOLVED value",
            "RESOLVED same",
            "day acc.",
            "MB/s",
        ]
    ]
    for file, figures in HEIDELTIME.items():
        strict, value, date, resolved, days = figures
        same = f"{resolved:.0f}" if file == "train" else "-"
        rows.append(
            ["HeidelTime 2.2.1 (quoted)", file, "all", f"{strict}", f"{value}", f"{date}", "-" if file == "train" else f"{resolved:.0f}",
             same, f"{days:.0f}" if days else "-", "0.001 to 0.013"]
        )  # fmt: skip
    for name in [*chosen, *(["chrono-node"] if arguments.chrono else [])]:
        finder: Finder | None = None
        if name != "chrono-node":
            try:
                finder = PEERS[name]()
            except ImportError as error:
                print(f"{name}: not installed ({error})", file=sys.stderr)
                continue
        for file in ("train", "meantime"):
            docs = load(file)
            gold = {doc["id"]: doc for doc in docs}
            if finder is None:
                seconds, answers = run_chrono(docs, arguments.chrono)
            else:
                began = time.process_time()
                answers = [finder(doc["text"], datetime.date.fromisoformat(doc["dct"])) for doc in docs]
                seconds = cold_seconds(file) if name == "sitegen" else time.process_time() - began
            pred = {doc["id"]: {"id": doc["id"], "timexes": answer} for doc, answer in zip(docs, answers, strict=True)}
            speed = sum(len(doc["text"].encode()) for doc in docs) / seconds / 1e6
            aside = set_aside(docs)
            for part, keep in (("all", set(gold)), ("set-aside fifth", aside)):
                if part != "all" and name != "sitegen":
                    continue
                subset = {key: doc for key, doc in gold.items() if key in keep}
                scores = {group: score.score_group(subset, pred, test) for group, test in score.GROUPS.items()}
                rows.append(row_of(name, file, part, scores, speed if part == "all" else None))
    if arguments.markdown:
        rows.insert(1, ["---"] * len(rows[0]))
        print("\n".join("| " + " | ".join(row) + " |" for row in rows))
    else:
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        print("\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows))
    print(f"\nimport sitegen.dates: {1000 * import_cost():.0f} ms of processor time")
    worst = max(
        (growth(text), text)
        for text in ("the ", "June 3, ", "two to ", "1990-", "Monday last ", "a", "1/2/", "'", "early in the ", " \n")
    )
    print(f"twice the text, at most {worst[0]:.2f} times the time (200 kB, worst of ten: {worst[1]!r})")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

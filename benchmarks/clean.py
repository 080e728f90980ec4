"""How long cleaning takes: a usual clipping, a megabyte, and texts made to hurt; run `python benchmarks/clean.py`.

Limits: 1 MB in under a second; twice the text at most 2.3 times the time (2.5 for the hostile ones).
"""

from __future__ import annotations

import sys
import time

from sitegen.articles import clean_article
from sitegen.model import Clipping

PARAGRAPH = (
    "Ministers of five states agreed on Tuesday to share the snow reports of their mountains, as Gen. A. B. Orlov of "
    'the U.S. mission put it. "We shall measure first," he said, "and speak later." The plan covers 14 gauges.'
)
PAGE = (
    "Home | World | Business | Sport\n\nMinisters to share snow reports\n\nAgency  10:31, June 27, 2013\n\nShare  Tweet  Email\n\n"
     "OSH, June 26 (Agency) -- " + "\n\n".join([PARAGRAPH] * 11) + "\n\nRelated news\nSnow falls\nSnow melts\n\nCopyright 2013\n"
)  # fmt: skip
HTML = "<html><body><nav><a href=/>Home</a></nav><article><h1>Snow &amp; ice</h1>{}</article></body></html>"

#: (name, format, one unit of text, what stands before it)
HOSTILE = (
    ("dots", "txt", "." * 50, ""),
    ("dots and blanks", "txt", ". " * 25, ""),
    ("open brackets", "txt", "(" * 50, ""),
    ("open brackets", "md", "[![(" * 12, ""),
    ("stars", "md", "**a" * 17, ""),
    ("open comments", "md", "<!--" * 12, ""),
    ("open comments", "html", "<!--" * 12, "<p>"),
    ("open tags", "html", "<div a='" * 6, "<p>"),
    ("deep", "html", "<div>" * 10, ""),
    ("open tables", "html", "<table><tr><td>a", ""),
    ("ampersands", "html", "&" * 50, "<p>"),
    ("short lines", "txt", "News\nComments\nShare\nRelated news\nA line of text here\n", ""),
    ("date lines", "txt", "Published June 27, 2013\nHeadline of a story\n", ""),
    ("wrapped", "txt", "the ministers of the states agreed to share the snow reports and\n", ""),
    ("quotes", "txt", '"He said. She said. ', ""),
    ("combining", "txt", "e\u0301\u0302 ", ""),
    ("one-word lines", "txt", "a\n", ""),
    ("blanks", "txt", " \t \n", ""),
    ("caps", "txt", "MINSK, JUNE 4 (", ""),
    ("pipes", "md", "| a | b |\n| - | - |\n", ""),
    ("numbers", "txt", "12/10/2010 ", ""),
    ("rows", "txt", "a\tb\tc\n", ""),
    ("by", "txt", "By A B, by A B, reporting by ", ""),
    ("also", "txt", "Also read: a story. The ministers of five states agreed on snow reports today.\n", ""),
)  # fmt: skip


def seconds(text: str, form: str, repeat: int = 3) -> float:
    clipping = Clipping(id="x", path="x", format=form, text=text)  # type: ignore[arg-type]
    best = float("inf")
    for _ in range(repeat):
        start = time.process_time()
        clean_article(clipping)
        best = min(best, time.process_time() - start)
    return best


def main() -> int:
    failed = 0
    usual = min(seconds(PAGE, "txt", 50) for _ in range(3))
    print(f"usual page, {len(PAGE.split())} words: {usual * 1000:.2f} ms")
    plain = "\n".join([PARAGRAPH] * 10)
    print(f"plain text, {len(plain.split())} words: {seconds(plain, 'txt', 50) * 1000:.2f} ms")
    for form, make in (("txt", lambda n: "\n\n".join([PARAGRAPH] * n)), ("md", lambda n: "\n\n".join([PARAGRAPH] * n)),
                       ("html", lambda n: HTML.format(f"<p>{PARAGRAPH}</p>\n" * n))):  # fmt: skip
        count = 1_000_000 // len(PARAGRAPH)
        half, whole = seconds(make(count // 2), form, 2), seconds(make(count), form, 2)
        ok = whole < 1.0 and whole / half <= 2.3
        failed += not ok
        print(f"1 MB of {form}: {whole:.2f} s, {whole / half:.2f} times half of it{'' if ok else '  TOO SLOW'}")
    for name, form, unit, before in HOSTILE:
        size = 100_000 // len(unit)
        half, whole = seconds(before + unit * size, form, 2), seconds(before + unit * size * 2, form, 2)
        ok = whole / half <= 2.5 or whole < 0.02
        failed += not ok
        print(f"{name} ({form}): {whole:.3f} s for 200 kB, {whole / half:.2f} times{'' if ok else '  NOT LINEAR'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

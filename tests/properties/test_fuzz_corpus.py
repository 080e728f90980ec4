"""What fuzzing found, each mended and kept; and a short random search with the same contract: nothing raises, nothing is slow."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.articles import clean_article
from sitegen.articles.decode import decode
from sitegen.contents import events_in, organization_of, page_of, person_of, sidecar_of
from sitegen.dates import find_dates
from sitegen.extract import extract
from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from sitegen.listing import ClippingFile, Found
from sitegen.model import Clipping, World
from sitegen.read import clipping_of
from sitegen.records import extraction_to_json
from sitegen.render.markdown import prose_of
from sitegen.world import names_of
from sitegen.yamlio import parse_yaml

NAMES = names_of(World(countries=read_countries(), cities=read_cities(), organizations=read_known_organizations()))

#: name -> (format, text, what was wrong)
FOUND: dict[str, tuple[str, str, str]] = {
    "glued page numbers": ("html", "4" * 48 + " y 5" + "4" * 80 + "8", "a row of boilerplate parted digits in every way"),
    "comment comment": ("txt", "comment " * 80 + "§", "a row of boilerplate had one word twice"),
    "font sizes": ("txt", "aaa" * 200 + "§", "a row of boilerplate read aa as one word and as two"),
    "underscored number": ("txt", "It was 2003-08-31pased_on3 then.", "a token with an underscore was taken for a numeric date"),
    "backslashes in a link": ("md", "[" + "\\_" * 400 + "x", "an escape in a link's words was read in two ways"),
    "two letters in a heading": ("html", "<h3><d:>The well</h3><p>It was dug in <h2><em><qs>May</h2>", "any name of two characters inside a heading was read as its level"),
    "half a kilobyte of headlines": ("md", ("30 May 20Forum gets its first head\n" * 9 + "30 May 2003 | demo desk\n\n") * 3, "a row of boilerplate tried every split of a line of days"),
    "typing over a line": ("txt", "published: 03-05-30\npublisher: demo de2003-08-31pased_on3\n", "a day glued to a word on either side"),
}  # fmt: skip


def _is_quick(call: Callable[[], object]) -> None:
    start = time.process_time()
    call()
    assert time.process_time() - start < 2


def _extracted(data: bytes, format_: str) -> None:
    file = ClippingFile("a", Found(f"a.{format_}", f"a.{format_}", 0, (0, 0, 0, 0)), None)
    clipping, _ = clipping_of(file, data, None, [])
    if clipping is not None:
        extraction_to_json(extract(clipping, NAMES))


@pytest.mark.parametrize("name", FOUND)
def test_what_fuzzing_found_stays_mended(name: str) -> None:
    format_, text, _ = FOUND[name]
    for each in dict.fromkeys((format_, "txt", "md", "html")):
        _is_quick(lambda each=each: _extracted(text.encode(), each))


def test_prose_with_a_lone_surrogate() -> None:
    assert prose_of("a\udf53b", lambda kind, name: None) is not None


PIECES = st.sampled_from(
    ["---\n", "title: ", "published: 2021-02-30\n", "- ", "> ", "# ", "[a](b)", "![", "](", "\\_", "`", "**", "<b>", "<p>", "</p>", "<!--", "-->", "<script>", "&amp;", "&#0;",
     "<meta name=date content=", '"', "'", "May 5, 2021", "12/11/2013", "31 June", "the ", "Gen. ", "Minister of Defence ", "Kenya", "Nairobi", "met in ", "African Union (AU) ", "joined ",
     "\n", "\n\n", "\r", "\t", " ", "\0", "\u202e", "\ufeff", "é", "年", "4" * 9, "a-", "comment ", "|a|b|\n|-|-|\n", "[^1]", "*[a]: b\n", "{{ 7*7 }}", "&a ", "*a ", "!!x ", "[[", "{a: "]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=50).map("".join) | st.text(max_size=300)
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(max_examples=5_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _all_doors(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    _is_quick(lambda: find_dates(text, datetime.date(2021, 5, 5)))
    parse_yaml(text, "x")
    for reader in (person_of, organization_of, events_in, page_of):
        reader(f"---\n{text}", "x.md", "x")
    sidecar_of(text, "x.yaml", front_matter=False)
    prose_of(text, lambda kind, name: None)
    decode(data, None)
    for format_ in ("txt", "md", "html"):
        _is_quick(
            lambda format_=format_: clean_article(Clipping(id="a", path=f"a.{format_}", format=format_, text=text))
        )
        _is_quick(lambda format_=format_: _extracted(data, format_))


@QUICK
@given(TEXTS)
def test_nothing_raises_on_any_text(text: str) -> None:
    _all_doors(text)


@QUICK
@given(st.binary(max_size=400))
def test_nothing_raises_on_any_bytes(data: bytes) -> None:
    for format_ in ("txt", "md", "html"):
        _extracted(data, format_)


@pytest.mark.long
@LONG
@given(TEXTS)
def test_nothing_raises_on_any_text_for_long(text: str) -> None:
    _all_doors(text)

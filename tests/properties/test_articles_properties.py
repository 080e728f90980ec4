"""Whatever the text: nothing raises, spans lie in the body, and every offset leads back to what stands in the file."""

from __future__ import annotations

import html
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.articles import clean_article, file_offset
from sitegen.articles.decode import decode
from sitegen.model import Article, Clipping

WORDS = st.sampled_from(
    """The ministers met in Minsk on Tuesday . Gen. U.S. said , "We agree." “Yes,” he’s — -- Related news Comments (7)
    BISHKEK, June 26 (Agency) -- 27 June 2013 12/10/2010 [link](http://a.b/c_d) **bold** # | * - > ![alt](x.jpg) &amp;
    &#8217; &nbsp; <p> </p> <a href="x"> </a> <br> <td> </td> <tr> </tr> <table> <script> </script> <!-- --> <nav> </nav>
    Cafe\u0301 n\u0303 \u00a0 \u200b \u202e \ufeff \x00 \x07 été Ångström A\u030a \u1100\u1161 \u09c7\u09be 한국 تهران <h1> </h1> ``` `code`
    \\* ~~~ [^1] | --- | === *** _em_ partners.China No. 5 St. Petersburg 3.5 e.g. (Xinhua) Share &lt; & < >""".split(
        " "
    )
)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", "", "\u2028", "\x0b", "\u3000"])
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(WORDS, GAPS), max_size=120).map(lambda parts: "".join(w + g for w, g in parts)),
)
FORMATS = st.sampled_from(["txt", "md", "html"])


def clipping(text: str, form: str, body_start: int = 0) -> Clipping:
    return Clipping(id="x", path="articles/x." + form, format=form, text=text, body_start=body_start)  # type: ignore[arg-type]


def check_spans(article: Article) -> None:
    size = len(article.body)
    for spans in (article.paragraphs, article.sentences, article.captions, article.headings):
        assert all(0 <= a < b <= size for a, b in spans)
        assert list(spans) == sorted(spans)
    assert article.body == "\n\n".join(article.body[a:b] for a, b in article.paragraphs)
    for a, b in article.sentences:
        assert any(pa <= a and b <= pb for pa, pb in article.paragraphs)
    assert set(article.captions) <= set(article.paragraphs)
    assert set(article.headings) <= set(article.paragraphs)
    covered = sum(len(article.body[a:b].replace(" ", "")) for a, b in article.sentences)
    assert covered == sum(len(article.body[a:b].replace(" ", "")) for a, b in article.paragraphs)
    assert 0 <= article.dateline_end <= size


def check_way_back(article: Article, text: str, form: str) -> None:
    """Each letter of the body stands in the file where its offset leads, once normalisation and entities are undone."""
    before = -1
    for a, b in article.paragraphs:
        for place in range(a, b):
            char = article.body[place]
            offset = file_offset(article, place)
            assert 0 <= offset < max(len(text), 1)
            assert offset >= before
            before = offset
            if char in " |":
                continue  # a blank may be a line break, a bar the edge of a cell
            there = text[offset : offset + 40]
            assert (
                there.startswith(char)
                or unicodedata.normalize("NFC", there).startswith(char)
                or (there.startswith("&") and char in html.unescape(there))
                or char in unicodedata.normalize("NFC", there[:12])
            ), (char, there)


@settings(max_examples=400, deadline=None)
@given(TEXTS, FORMATS)
def test_any_text_cleans_and_every_offset_leads_back(text: str, form: str) -> None:
    article = clean_article(clipping(text, form))
    check_spans(article)
    check_way_back(article, text, form)
    assert unicodedata.is_normalized("NFC", article.body)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.sampled_from(["txt", "md"]), st.integers(0, 40))
def test_front_matter_is_no_part_of_the_body(text: str, form: str, start: int) -> None:
    article = clean_article(clipping(text, form, min(start, len(text))))
    check_way_back(article, text, form)
    assert all(file >= min(start, len(text)) for _, file in article.offsets)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_cleaning_a_clean_body_again_loses_nothing_of_its_letters(text: str) -> None:
    once = clean_article(clipping(text, "txt"))
    again = clean_article(clipping(once.body, "txt"))
    check_spans(again)


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([None, "utf-8", "cp1252", "gb2312", "no-such", "hex", "idna", "utf-16", "unicode_escape"]),
)
def test_any_bytes_decode(data: bytes, declared: str | None) -> None:
    text, _ = decode(data, declared)
    assert isinstance(text, str)

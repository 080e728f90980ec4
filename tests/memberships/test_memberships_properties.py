"""What holds for any text: spans lie in it, quotes are its words, nothing fails, nothing depends on what surrounds it twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memberships.reading import annotations_of, article_of, memberships_in

_PIECES = st.sampled_from(
    """China|India and Pakistan|the SCO|NATO|NATO's|members|a member of|observers|joined|became|full members|in 2017|since 2004|, |. |\n\n|: |; |
    (|) | | |Members | India|the bloc|In Nice, |here |İstanbul |the Lake States Compact (LSC)|ST. PETERSBURG|Vladimir |’s |– |
    Kazakh capital|was granted|the status of dialogue partner|suspended|left|founded by|and|which|as|—|\x01c99\x02|Republic of |“|”"""
    .replace("\n    ", "").split("|")
)  # fmt: skip
TEXTS = st.lists(_PIECES, min_size=1, max_size=24).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_text_and_quotes_are_its_words(text: str) -> None:
    annotations = annotations_of(article_of(text))
    for mention in (*annotations.places, *annotations.organizations):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
    assert list(annotations.places) == sorted(annotations.places, key=lambda m: m.start)
    assert list(annotations.organizations) == sorted(annotations.organizations, key=lambda m: m.start)
    for record in memberships_in(text):
        assert record.evidence
        assert all(text[e.start : e.end] == e.quote for e in record.evidence)
        assert record.member != record.organization
        assert 0 < record.confidence <= 1


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_records(text: str) -> None:
    assert memberships_in(text) == memberships_in(text)

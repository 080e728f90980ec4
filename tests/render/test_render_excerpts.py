"""Excerpts only: at most 40 % of a clipping's words and 150 in all, on all pages and in all data together."""

from __future__ import annotations

import meridian

from sitegen.render.excerpts import excerpts_of


def test_what_may_be_printed_keeps_within_the_limits() -> None:
    chosen = excerpts_of(meridian.register())
    for extraction in meridian.register().sources:
        body = extraction.record.body
        printed = sum(len(body[a:b].split()) for a, b in chosen[extraction.record.id])
        if extraction.record.rights == "full":
            assert printed == len(body.split())
        else:
            assert printed <= 150
            assert printed <= 0.4 * len(body.split())


def test_no_file_holds_a_sentence_that_may_not_be_printed(files: dict[str, bytes]) -> None:
    chosen = excerpts_of(meridian.register())
    everything = {
        p: " ".join(d.decode().replace("<mark>", "").replace("</mark>", "").split())
        for p, d in files.items()
        if not p.startswith("assets/")
    }
    for extraction in meridian.register().sources:
        record = extraction.record
        if record.rights == "full" or record.id == "steppe-post-2013-flood-plan":  # the same words as a free text
            continue
        for sentence in meridian.BODIES[record.id].replace("\n\n", " ").split(". "):
            at = record.body.find(sentence)
            if at < 0 or len(sentence.split()) < 6 or any(a <= at < b for a, b in chosen[record.id]):
                continue
            assert not [p for p, text in everything.items() if sentence in text], sentence


def test_a_withheld_sentence_is_cited_without_its_words(pages: dict[str, str]) -> None:
    assert "the sentence is not printed" in pages["events/2013-06-26-meeting-tbilisi/index.html"]


def test_the_whole_text_stands_only_where_the_rights_allow_it(pages: dict[str, str]) -> None:
    assert "The whole text" in pages["sources/northern-wire-2013-flood-plan/index.html"]
    assert "The whole text" not in pages["sources/harbour-gazette-2013-ministers/index.html"]

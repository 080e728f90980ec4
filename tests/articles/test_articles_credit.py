"""Whose story it is, by its sign or by a credit line."""

from __future__ import annotations

import pytest

from sitegen.articles.clean import clean_article
from sitegen.articles.credit import credited
from sitegen.model import Clipping

BODY = "Ministers of the lake states approved a plan of joint training, the ministry said.\n\nThe plan provides for a contest of engineers."


@pytest.mark.parametrize(("line", "expected"), [
    ("(Interfax)", "Interfax"), ("-- AFP", "Agence France-Presse"), ("PTI", "PTI"), ("(With inputs from PTI)", "PTI"), ("(With PTI inputs)", "PTI"),
    ("With inputs from agencies", None), ("Source: Xinhua   Editor: Li", "Xinhua"), ("(AP/dpa)", "Associated Press"), ("Editor: Li Na", None),
    ("This story is auto-generated from a PTI feed.", "PTI"), ("(Reporting by A. Reader; Editing by B. Writer)", None),
    ("Reuters reports that the plan is a good one and nothing of it will be changed", None),
])  # fmt: skip
def test_a_line_credits_an_agency(line: str, expected: str | None) -> None:
    assert credited([line]) == expected


@pytest.mark.parametrize(("tail", "given", "author"), [
    ("\n\n(Interfax)", {}, "Interfax"), (" - AFP", {}, "Agence France-Presse"), ("", {}, None), ("\n\nPTI", {"author": "A. Reader"}, "A. Reader"),
])  # fmt: skip
def test_a_story_without_another_author_is_its_agencys(tail: str, given: dict[str, str], author: str | None) -> None:
    meta = {"publisher": "A Paper", "published": "2019-06-07", **given}
    clipping = Clipping(id="a", path="articles/a.txt", format="txt", text=f"Ministers approve plan\n\n{BODY}{tail}", meta=meta,
                        meta_basis=dict.fromkeys(meta, "sidecar"), digest="a")  # fmt: skip
    article = clean_article(clipping)
    assert (article.author, article.body) == (author, BODY)

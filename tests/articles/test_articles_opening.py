"""Where the first sentence behind a dateline begins."""

from __future__ import annotations

import pytest

from sitegen.articles import clean_article
from sitegen.model import Clipping


@pytest.mark.parametrize(
    "dateline", ["KYIV, Saturday, September 14. - ", "KYIV, September 14. — ", "KYIV, September 14. "]
)
def test_the_dash_behind_a_dateline_is_no_part_of_the_sentence(dateline: str) -> None:
    text = f"Summit closes\n\n{dateline}The 13th summit of the Lake Forum closed here.\n\nThe leaders left.\n"
    meta = {"published": "2013-09-14"}
    article = clean_article(
        Clipping(id="a", path="a.txt", format="txt", text=text, meta=meta, meta_basis={"published": "sidecar"})
    )
    sentences = [article.body[a:b] for a, b in article.sentences]
    assert sentences[-2].endswith("The 13th summit of the Lake Forum closed here.")
    assert sentences[-2].startswith(("The 13th", "KYIV"))


def test_the_day_by_the_story_is_trusted_before_that_of_the_page() -> None:
    menu = "\n\n".join(
        (
            "Example Twitter Example Facebook",
            "Areas",
            *(
                f"> {name}"
                for name in (
                    "Africa",
                    "Asia",
                    "Europe",
                    "World",
                    "Sport",
                    "Books",
                    "Film",
                    "Music",
                    "Travel",
                    "Health",
                    "Food",
                )
            ),
        )
    )
    text = (
        f"9 March 2018\n\n{menu}\n\n05/14/2014, 17.53\n\nMinister changes course, names new officials\n\n"
        "LIMA (Example) - The minister of defence has named five new officials, and has let three of the old ones go.\n"
    )
    assert clean_article(Clipping(id="a", path="a.txt", format="txt", text=text)).published.date == "2014-05-14"


def test_a_source_with_the_day_of_issue_above_the_story_dates_it() -> None:
    text = (
        "Lake Ministers' Meeting: Communique\n\n(Source: Ministry of the Lake; issued May 4, 2021)\n\n"
        "LIMA --- Ministers from Peru, Chile and Brazil gathered in Lima for the yearly meeting from 2 to 4 May. They spoke of nets.\n"
    )
    found = clean_article(Clipping(id="a", path="a.txt", format="txt", text=text))
    assert found.published.date == "2021-05-04"
    assert "issued" not in found.body

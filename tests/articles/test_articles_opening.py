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

"""`sitegen explain`: why an event, a person, a status, a conflict or a clipping reads as it does, within 92 columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sitegen.explain import explain_target
from sitegen.options import Options

PERSON = """---
id: chang-wanquan
name: Chang Wanquan
posts:
  - {role: Minister of National Defence, code: defence-minister, country: CN, start: 2013-03-16, end: 2018-03-19}
---
A general.
"""
ORGANIZATION = """---
id: SCO
name: Shanghai Cooperation Organisation
names: [Shanghai Cooperation Organization]
statuses:
  - {member: IR, status: observer, start: 2005-07-05, end: 2023-07-04, steps: {decided: 2005-07-05}}
---
"""
EVENT = """---
id: ministers-of-2013
name: SCO defence ministers meet in Bishkek
classification: meeting
date: 2013-06-26
place: {name: Bishkek, country: KG}
organizations: [SCO]
sources: [{title: A gazette, url: "https://example.org/"}]
---
"""
ARTICLE = """Ministers meet

BISHKEK, June 26, 2013 - Defence ministers of the Shanghai Cooperation Organization (SCO) met in Bishkek on Wednesday.
Chinese Defence Minister Chang Wanquan spoke of trust among the members.
"""
SIDECAR = """publisher: The Daily
published: 2013-06-27
"""

Tree = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def options(tree: Tree, tmp_path: Path) -> Options:
    content = tree({"people/chang-wanquan.md": PERSON, "organizations/sco.md": ORGANIZATION, "events/e.md": EVENT,
                    "articles/one.txt": ARTICLE, "articles/one.yaml": SIDECAR})  # fmt: skip
    return Options(content=content, cache=None, output=tmp_path / "output")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("ministers-of-2013", ["event  ministers-of-2013", "2013-06-26 (26 June 2013) [1]", "curated: A gazette", "The Daily"]),
        ("chang-wanquan", ["person  chang-wanquan", "Minister of Defence of China: 16 March 2013 to 19 March 2018 (curated)"]),
        ("Chang Wanquan", ["person  chang-wanquan"]),
        ("minister-of-defence-of-china", ["post  minister-of-defence-of-china", "Chang Wanquan: 16 March 2013"]),
        ("SCO/IR", ["observer: 5 July 2005, until 4 July 2023", "decided        2005-07-05"]),
        ("membership:SCO/IR/observer", ["membership  SCO/IR"]),
        ("IR", ["country  IR", "SCO/IR: observer"]),
        ("one", ["clipping  articles/one.txt", "published      2013-06-27", "The Daily", "Dates (", "Events ("]),
        ("articles/one.txt", ["clipping  articles/one.txt"]),
    ],
)  # fmt: skip
def test_a_record_is_explained(options: Options, target: str, expected: list[str]) -> None:
    lines = explain_target(target, options)
    assert lines is not None
    text = "\n".join(lines)
    for part in expected:
        assert part in text
    assert max(len(line.replace(str(options.content), "content")) for line in lines) <= 100
    assert "  \n" not in text


def test_a_clipping_is_named_by_the_path_as_typed(options: Options) -> None:
    assert explain_target(str(options.content / "articles/one.txt"), options) is not None


def test_nothing_of_this_name(options: Options) -> None:
    assert explain_target("no-such-thing", options) is None


def test_a_file_outside_any_content_folder(tmp_path: Path) -> None:
    path = tmp_path / "lone.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    lines = explain_target(str(path), Options(content=tmp_path / "none", cache=None))
    assert lines is not None
    assert any("Events (" in line for line in lines)

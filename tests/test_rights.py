"""What a new site publishes of its clippings stays within what `check` allows, whatever the clippings' length."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.rights import allowed_words

LONG = (
    "The defence ministers of the Northern-Lakes Union met in Vienna on {day} May 2019 and signed a search-and-rescue plan "
    "for the well-known lakes-and-rivers region. "
)
SHORT = "The harbour masters of Bregenz and Lindau agreed on common buoys for the whole lake on 3 May 2021."
LEAD = "The defence chiefs of the Lake Forum pledged on Wednesday to look after buoys, lights, ferries and each {} together"
TWICE = (
    f"Minister Anna Muster attends a meeting in Vienna on May 8, 2019. {LEAD.format('pier')}.\n\n"
    f"VIENNA, May 8, 2019 -- {LEAD.format('pier')}.\n\n"
    + "\n\n".join(f"{LEAD.format(word)}, as on {day} May 2018." for day, word in enumerate(("cove", "port", "mole"), 3))
    + "\n\n"
    + " ".join(f"Sentence {number} speaks at length of weather, wind and fog." for number in range(40))
    + "\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content/articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "text",
    [SHORT, "".join(LONG.format(day=day) for day in range(1, 29)), TWICE],
    ids=["one sentence", "hyphens", "caption repeats lead"],
)
def test_a_built_site_keeps_within_its_own_limit(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "content/articles/a.txt").write_text(text + "\n")
    assert main(["build"]) == 0
    assert main(["check"]) == 0, capsys.readouterr()


def test_check_names_the_clipping_of_which_too_much_is_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "".join(LONG.format(day=day) for day in range(1, 29))
    (folder / "content/articles/a.txt").write_text(text + "\n")
    assert main(["build"]) == 0
    page = folder / "output/about.html"
    page.write_text(f"<!doctype html><html lang=en><title>x</title><p>{text}</p></html>")
    assert main(["check"]) == 1
    assert "content/articles/a.txt: error E519" in capsys.readouterr().out


def test_the_stricter_count_of_words_holds() -> None:
    assert allowed_words("anti-terror " * 400) == 150
    assert allowed_words("a - b - c - d - e") == 2

"""Whatever is edited, a build that remembers gives the bytes of a clean one, makes little, and touches only what changed."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import sitegen
from sitegen import firstpass
from sitegen.ahead import print_ahead
from sitegen.build import build
from sitegen.gather import Result, Session
from sitegen.options import Options
from sitegen.render import farm
from sitegen.store import checksum

CITIES = ("Vienna", "Oslo", "Hanoi", "Lima")
PEOPLE = ("Arman Belov", "Dara Sato", "Petra Horvat", "Ivan Moreno")
MONTHS = ("March", "April", "May", "June")


def story(chance: random.Random) -> str:
    day, month, year = chance.randrange(1, 28), chance.choice(MONTHS), chance.randrange(2018, 2022)
    city, person = chance.choice(CITIES), chance.choice(PEOPLE)
    lead = f"{city.upper()}, {month} {day}, {year} (Wire) -- " if chance.random() < 0.8 else ""
    return (
        f"Lake ministers meet in {city}\n\n{lead}Defence ministers of the Lake Forum (LF) met in {city} on {day} {month} {year}. "
        f"Austrian Defence Minister {person} chaired the session.\n\n"
        f"Next week the ministers will meet in {chance.choice(CITIES)}. Austria and Norway are members of the Lake Forum, "
        f"with Peru as an observer since {chance.choice(MONTHS)} {year - 2}.\n"
    )


def begin(folder: Path, chance: random.Random, count: int = 9) -> None:
    articles = folder / "content/articles"
    articles.mkdir(parents=True)
    for number in range(count):
        (articles / f"a{number}.txt").write_text(story(chance))
    (folder / "content/site.yaml").write_text("title: Lake\nbase_url: https://lake.example/\norganizations: [LF]\n")
    organizations = folder / "content/organizations"
    organizations.mkdir()
    (organizations / "lf.yaml").write_text("id: LF\nname: Lake Forum\n")
    shutil.copytree(Path(sitegen.__file__).parents[1] / "templates", folder / "templates")


def one_of(folder: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((folder / "content/articles").glob("*.txt")))


def append(folder: Path, chance: random.Random) -> None:
    with one_of(folder, chance).open("a") as file:
        file.write("\nThe hosts found few critics, and nobody objected.\n")


def rewrite(folder: Path, chance: random.Random) -> None:
    one_of(folder, chance).write_text(story(chance))


def add(folder: Path, chance: random.Random) -> None:
    (folder / f"content/articles/b{chance.randrange(10**6)}.txt").write_text(story(chance))


def delete(folder: Path, chance: random.Random) -> None:
    if len(list((folder / "content/articles").glob("*.txt"))) > 3:
        one_of(folder, chance).unlink()


def rename(folder: Path, chance: random.Random) -> None:
    one_of(folder, chance).rename(folder / f"content/articles/c{chance.randrange(10**6)}.txt")


def sidecar(folder: Path, chance: random.Random) -> None:
    name = one_of(folder, chance)
    name.with_suffix(".yaml").write_text(
        f"publisher: Harbour Post {chance.randrange(9)}\npublished: 2021-07-{chance.randrange(10, 29)}\n"
    )


def curate(folder: Path, chance: random.Random) -> None:
    people = folder / "content/people"
    people.mkdir(exist_ok=True)
    (people / "belov.yaml").write_text(
        f"id: belov\nname: Arman Belov\nterms:\n  - role: Minister of Defence\n    code: defence-minister\n    country: AT\n"
        f"    start: {chance.randrange(2015, 2020)}-02-03\n"
    )


def settings(folder: Path, chance: random.Random) -> None:
    (folder / "content/site.yaml").write_text(
        f"title: Lake {chance.randrange(9)}\nbase_url: https://lake.example/\norganizations: [LF]\n"
    )


def page(folder: Path, chance: random.Random) -> None:
    pages = folder / "content/pages"
    pages.mkdir(exist_ok=True)
    (pages / "about.md").write_text(f"---\ntitle: About {chance.randrange(9)}\n---\n\nAbout [us](country:AT).\n")


def theme(folder: Path, chance: random.Random) -> None:
    template = folder / "templates" / chance.choice(("event.html", "base.html", "source.html"))
    with template.open("a") as file:
        file.write(f"<!-- {chance.randrange(99)} -->\n")


def cut_output(folder: Path, chance: random.Random) -> None:
    """Somebody edits, or takes away, a published page: it is written again."""
    pages = sorted((folder / "out").rglob("*.html"))
    if pages:
        chosen = chance.choice(pages)
        chosen.unlink() if chance.random() < 0.5 else chosen.write_text("mine")


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (
    append, rewrite, add, delete, rename, sidecar, curate, settings, page, theme, cut_output,
)  # fmt: skip


def tree(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


def options(folder: Path, jobs: int) -> Options:
    return Options(
        content=folder / "content", templates=folder / "templates", output=folder / "out", cache=folder / "cache", jobs=jobs,
        keep_going=True,
    )  # fmt: skip


def clean(folder: Path) -> dict[str, bytes]:
    shutil.rmtree(folder / "fresh", ignore_errors=True)
    build(replace(options(folder, 1), output=folder / "fresh", cache=None))
    return tree(folder / "fresh")


def follow(folder: Path, seed: int, jobs: int, steps: int) -> None:
    """A sequence of edits, one or two at a time, each built upon what was remembered."""
    chance = random.Random(seed)
    begin(folder, chance)
    session = Session() if seed % 2 else None  # a preview builds again in one process
    build(options(folder, jobs), session=session)
    told: list[str] = []
    for _ in range(steps):
        before = {p: p.read_bytes() for p in (folder / "content").rglob("*.*")}
        for change in chance.sample(CHANGES, chance.choice((1, 1, 2))):
            told.append(change.__name__)
            change(folder, chance)
        if session is not None:
            now = {p: p.read_bytes() for p in (folder / "content").rglob("*.*")}
            print_ahead(
                options(folder, jobs), session, [str(p) for p in {*now, *before} if now.get(p) != before.get(p)]
            )
        result = build(options(folder, jobs), session=session)
        assert result.ok
        now, fresh = tree(folder / "out"), clean(folder)
        assert sorted(now) == sorted(fresh), told
        assert [name for name in now if now[name] != fresh[name]] == [], told


@pytest.fixture
def all_work_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handful of clippings and pages is already worth a worker."""
    monkeypatch.setattr(farm, "PARALLEL_FROM", 4)
    monkeypatch.setattr(farm, "CHUNK", 5)
    monkeypatch.setattr(firstpass, "PARALLEL_FROM", 2)
    monkeypatch.setattr(firstpass, "BATCH", 2)


@pytest.mark.usefixtures("all_work_is_shared")
@pytest.mark.parametrize(("seed", "jobs"), [(1, 1), (2, 2), (3, 4), (4, 1), (5, 1), (6, 2)])
def test_any_edits_give_the_bytes_of_a_clean_build(seed: int, jobs: int, tmp_path: Path) -> None:
    follow(tmp_path, seed, jobs, 4)


@pytest.mark.long
@pytest.mark.usefixtures("all_work_is_shared")
@pytest.mark.parametrize("seed", range(100, 300))
def test_any_edits_for_long(seed: int, tmp_path: Path) -> None:
    follow(tmp_path, seed, (1, 2, 4)[seed % 3], 3)


def stamps(output: Path) -> dict[str, tuple[int, int]]:
    found = {p: os.lstat(p) for p in output.rglob("*") if p.is_file()}
    return {p.relative_to(output).as_posix(): (s.st_ino, s.st_mtime_ns) for p, s in found.items()}


def run(folder: Path) -> Result:
    return build(options(folder, 1))


def test_one_edit_makes_few_pages_and_touches_only_files_whose_bytes_change(tmp_path: Path) -> None:
    chance = random.Random(7)
    begin(tmp_path, chance, 60)
    first = run(tmp_path)
    assert run(tmp_path).made == 0
    before, old = stamps(tmp_path / "out"), tree(tmp_path / "out")
    target = tmp_path / "content/articles/a30.txt"
    target.write_text(target.read_text().replace("chaired the session", "opened the session"))
    second = run(tmp_path)
    after, new = stamps(tmp_path / "out"), tree(tmp_path / "out")
    assert second.made < first.made / 3
    touched = {name for name in new if after[name] != before.get(name)}
    assert touched - {"sitegen-manifest.json"} == {name for name in new if new[name] != old.get(name)} - {
        "sitegen-manifest.json"
    }
    assert 0 < len(touched) < len(new) / 3


def test_a_damaged_memory_of_pages_is_no_memory(tmp_path: Path) -> None:
    begin(tmp_path, random.Random(8), 6)
    run(tmp_path)
    right = tree(tmp_path / "out")
    for damage in (b"", b"{}", b'["x", {}, []]', b"[1]"):
        with sqlite3.connect(tmp_path / "cache/store.sqlite") as connection:
            (key,) = connection.execute("SELECT key FROM entries WHERE key LIKE 'pages:%'").fetchone()
            connection.execute("UPDATE entries SET data=?, sum=? WHERE key=?", (damage, checksum(key, damage), key))
        connection.close()
        assert run(tmp_path).ok
        assert tree(tmp_path / "out") == right

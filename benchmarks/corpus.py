"""A deterministic corpus of clippings: `python benchmarks/corpus.py N FOLDER` writes N of them, the same on every machine.

Their density of dates, people, places and statuses is that of the hundred clippings of content/ (measured 2026-11: 9 dates, 5 people
with a post and 3 statuses in 400 words). Five outlets' forms, one clipping in fifty undated, one in ten a copy of a
wire story, one in eight planned. About 350 words each. All words are ours, all people invented.
"""

from __future__ import annotations

import datetime
import random
import sys
from pathlib import Path

ORGANIZATIONS = (
    ("Lake Forum", "LF"), ("Steppe Union", "SU"), ("Harbour League", "HL"), ("Northern Compact", "NC"), ("River Council", "RC"),
)  # fmt: skip
CITIES = (
    ("Vienna", "Austria", "Austrian"), ("Tashkent", "Uzbekistan", "Uzbek"), ("Hanoi", "Vietnam", "Vietnamese"),
    ("Oslo", "Norway", "Norwegian"), ("Nairobi", "Kenya", "Kenyan"), ("Lima", "Peru", "Peruvian"), ("Bishkek", "Kyrgyzstan", "Kyrgyz"),
    ("Madrid", "Spain", "Spanish"), ("Ankara", "Turkey", "Turkish"), ("Jakarta", "Indonesia", "Indonesian"),
    ("Minsk", "Belarus", "Belarusian"), ("Doha", "Qatar", "Qatari"),
)  # fmt: skip
GIVEN = "Arman Boris Chen Dara Emil Farid Gita Hugo Ivan Jana Karim Lena Marat Nadia Omar Petra Rustam Sara Timur Vera".split()
FAMILY = "Abdrakov Belov Castro Dorji Eriksen Fuchs Galimov Horvat Iskakov Jansen Kovac Lindt Moreno Nguyen Orlov Petrov Rahim Sato Tulin Vega".split()
MONTHS = "January February March April May June July August September October November December".split()
OUTLETS = ("Bench Wire", "The Harbour Gazette", "Steppe Daily", "Forum Monitor", "Ministry Bulletin")
VERBS = (
    "agreed to set up joint patrols",
    "approved a plan of cooperation",
    "signed a protocol on exchanges",
    "discussed the security of the region",
)
WHO = (
    "Officials",
    "Analysts",
    "Interpreters",
    "Diplomats",
    "Local papers",
    "Veterans",
    "The hosts",
    "Two delegates",
    "Observers",
    "Aides",
)
DID = (
    "noted that",
    "recalled that",
    "doubted whether",
    "were told that",
    "insisted that",
    "heard how",
    "asked whether",
    "said",
)
WHAT = ("the working groups", "the interpreters", "the cadets' school", "the border posts", "the joint staff", "the hospital train",
        "the archive", "the river fleet", "the signal corps", "the budget office")  # fmt: skip
HOW = ("had kept to the plan", "lacked spare parts", "would need more rooms", "found few critics", "met with approval",
       "was praised by both sides", "remained a matter for experts", "left little to add", "came late but complete")  # fmt: skip
WHY = ("because the roads were closed", "as the rules allow", "although nobody had asked", "to general relief", "in the end",
       "despite the rain", "with some delay", "and nobody objected", "for want of time")  # fmt: skip


def filler(dice: random.Random) -> str:
    """A sentence without a date, a name or a status; two clippings rarely share one."""
    return f"{dice.choice(WHO)} {dice.choice(DID)} {dice.choice(WHAT)} {dice.choice(HOW)} {dice.choice(WHY)}, while {dice.choice(WHAT)} {dice.choice(HOW)}."


def name_of(dice: random.Random) -> str:
    return f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"


def founded(short: str) -> int:
    return 1985 + random.Random(f"founded {short}").randrange(10)


def members(short: str) -> list[tuple[str, str, str]]:
    """Eight members and, last, an observer: the same in every clipping."""
    return random.Random(f"members {short}").sample(CITIES, 9)


def holder(office: str, country: str, year: int) -> str:
    """Who holds an office: terms of four years."""
    return name_of(random.Random(f"{office} {country} {year // 4}"))


def long_date(day: datetime.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def clipping(number: int) -> tuple[str, str]:
    """(file name, text) of clipping `number`."""
    happening = number // 4  # about four clippings a happening
    fixed = random.Random(f"happening {happening}")
    # One in ten is a copy of another outlet's story on its happening: the same words under another head.
    dice = random.Random(f"clipping {number - 1 if number % 10 == 3 else number}")
    organization, short = fixed.choice(ORGANIZATIONS)
    city, country, _ = fixed.choice(CITIES)
    day = datetime.date(1996, 1, 1) + datetime.timedelta(days=fixed.randrange(10_900))
    published = day + datetime.timedelta(days=dice.choice((0, 0, 1, 1, 2)))
    group = members(short)
    ministers = [(holder("defence", c[1], day.year), c) for c in fixed.sample(group[:8], 3)]
    speaker = fixed.choice(group[:8])
    planned = number % 8 == 7
    weekday = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()[day.weekday()]
    verb = fixed.choice(VERBS)
    outlet = OUTLETS[dice.randrange(5)]
    if planned:
        published = day - datetime.timedelta(days=dice.randrange(8, 20))
        lead = f"Defence ministers of the {organization} ({short}) will meet in {city} on {day.day} {MONTHS[day.month - 1]}, the ministry of defence of {country} said."
    else:
        lead = f"Defence ministers of the {organization} ({short}) met in {city} on {weekday} and {verb}."
    headline = f"{organization} defence ministers {'to meet' if planned else 'meet'} in {city}"
    who = "; ".join(f"{c[2]} Defence Minister {n}" for n, c in ministers[:2])
    later = day + datetime.timedelta(days=dice.randrange(40, 300))
    paragraphs = [
        lead,
        f"The session was chaired by {who.split(';')[0]}. {ministers[1][1][2]} Defence Minister {ministers[1][0]} and the minister of defence of {ministers[2][1][1]}, {ministers[2][0]}, took part.",
        filler(dice),
        f"The {short} was founded in {founded(short)} and groups {', '.join(c[1] for c in group[:7])} and {group[7][1]} as member states, with {group[8][1]} as an observer.",
        f"A joint exercise is planned for {MONTHS[later.month - 1]} {later.year}. Last year the troops trained near {fixed.choice(CITIES)[0]}.",
        filler(dice),
        f"{speaker[2]} Foreign Minister {holder('foreign', speaker[1], day.year)}, who took office in March {day.year // 4 * 4 - 1}, spoke of a good start.",
        *(filler(dice) for _ in range(9)),
        f"The next meeting will be held in {fixed.choice(CITIES)[0]} in {day.year + 1}.",
    ]
    body = "\n\n".join(paragraphs)
    form = number % 5
    if number % 50 == 49:
        return f"{number:06d}.txt", f"{headline}\n\n{body}\n"
    if form == 0:
        return (
            f"{number:06d}.md",
            f'---\ntitle: "{headline}"\npublished: {published.isoformat()}\npublisher: {outlet}\n---\n\n{body}\n',
        )
    if form == 1:
        return (
            f"{number:06d}.txt",
            f"Home | News | Sport | Culture | Weather\n\n{headline}\n\n{outlet}, {long_date(published)}\n\n{city.upper()}, {MONTHS[day.month - 1]} {day.day} ({outlet}) -- {body}\n\nShare this article\nRelated news\nCopyright {published.year} {outlet}\n",
        )
    if form == 2:
        return (
            f"{number:06d}.txt",
            f"{headline}\n\n{MONTHS[published.month - 1]} {published.day}, {published.year} 10:31\n\n{body}\n\n(Editor: {name_of(dice)})\n",
        )
    if form == 3:
        return (
            f"{number:06d}.txt",
            f"{headline}\nBy {name_of(dice)}\nPublished: {published.isoformat()}\n\n{city.upper()}: {body}\n",
        )
    return f"{number:06d}.txt", f"{published:%d.%m.%Y}\n{headline}\n\n{body}\n"


def write(number: int, folder: Path) -> None:
    """Write `number` clippings below `folder`/articles, a thousand a folder."""
    for i in range(number):
        name, text = clipping(i)
        target = folder / "articles" / f"{i // 1000:03d}" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "site.yaml").write_text("title: Benchmark\nbase_url: https://bench.example/site/\n", encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))

"""Openings of wire stories: place, date, agency, and where the story starts; and what only looks like one."""

from __future__ import annotations

import pytest

from sitegen.articles.dateline import opening

STORY = "Ministers of five states agreed on Tuesday to share the snow reports of their mountains."


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("OSH, Sept. 14 (Agency) -- ", "Osh", (9, 14, None), "Agency"),
        ("14 Sep 2011 (Agency) ", None, (9, 14, 2011), "Agency"),
        ("March 3, 2014 -- ", None, (3, 3, 2014), None),
        ("June 24, Agency. ", None, (6, 24, None), "Agency"),
        ("MINSK, June 4. /ABC/. ", "Minsk", (6, 4, None), "ABC"),
        ("MINSK, 6 June 2012 (Agency) – ", "Minsk", (6, 6, 2012), "Agency"),
        ("NEW DELHI (PTI) - ", "New Delhi", (None, None, None), "PTI"),
        ("New Delhi, Apr 24 (PTI) ", "New Delhi", (4, 24, None), "PTI"),
        ("ASTANA. KAZINFORM ", "Astana", (None, None, None), "KAZINFORM"),
        ("ASTANA. July 4. KAZINFORM /A. Writer/ - ", "Astana", (7, 4, None), "KAZINFORM"),
        ("Dushanbe, 12 September, Khovar. ", "Dushanbe", (9, 12, None), "Khovar"),
        ("DUSHANBE, 24.04.2018 (Agency) – ", "Dushanbe", (4, 24, 2018), "Agency"),
        ("ISLAMABAD: ", "Islamabad", (None, None, None), None),
        ("Moscow -- ", "Moscow", (None, None, None), None),
        ("Hanoi (VNA) – ", "Hanoi", (None, None, None), "VNA"),
        ("ST. PETERSBURG, Russia — ", "St. Petersburg", (None, None, None), None),
        ("RIO DE JANEIRO — ", "Rio de Janeiro", (None, None, None), None),
        ("NUR-SULTAN – ", "Nur-Sultan", (None, None, None), None),
        ("The Hague: ", "The Hague", (None, None, None), None),
        ("UFA (Russia), July 10 (PTI): ", "Ufa", (7, 10, None), "PTI"),
        ("Dushanbe [Tajikistan] July 27 (ANI): ", "Dushanbe", (7, 27, None), "ANI"),
        ("MOSCOW/BEIJING, May 1 (Agency) - ", "Moscow", (5, 1, None), "Agency"),
        ("MOSCOW (Agency - 10th September, 2021) ", "Moscow", (9, 10, 2021), "Agency"),
        ("BEIJING, April 24, 2018 /PRAgency/ -- ", "Beijing", (4, 24, 2018), "PRAgency"),
        ("[JAKARTA] ", "Jakarta", (None, None, None), None),
        ("YEREVAN, JUNE 10, ARMENPRESS. ", "Yerevan", (6, 10, None), "ARMENPRESS"),
        ("(AFP) — ", None, (None, None, None), "AFP"),
        ("DUSHANBE, August 28, 2012, Harbour-Plus — ", "Dushanbe", (8, 28, 2012), "Harbour-Plus"),
        ("AKIPRESS.COM - ", None, (None, None, None), "AKIPRESS.COM"),
    ],
)
def test_openings(
    head: str, place: str | None, date: tuple[int | None, int | None, int | None], agency: str | None
) -> None:
    found = opening(head + STORY)
    assert found is not None
    assert found.place == place
    assert (found.month, found.day, found.year) == date
    assert found.agency == agency
    assert (head + STORY)[found.end :] == STORY


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "On Wednesday, ministers of five states agreed to share snow reports.",
        "In Minsk, ministers of five states agreed to share snow reports.",
        "Analysis: ministers of five states share snow reports and little else, writes our correspondent.",
        "China, Russia and India - three of the five states - agreed to share snow reports.",
        "NATO: The alliance has no snow, so NATO ministers looked on while the others agreed.",
        "Bok: We shall measure first and speak later, since speaking melts nothing in these mountains of ours.",
        "June 31 - ministers met.",
        "WATCH: Ministers share snow reports of their mountains and go home for the evening.",
        "",
    ],
)
def test_what_is_no_opening(text: str) -> None:
    assert opening(text) is None

"""An invented organisation with every kind of thing that the site must show: the register that render tests draw.

The Meridian Security Forum (MSF), its people, meetings and outlets are made up; only the countries exist.
"""

from __future__ import annotations

from typing import Any

from sitegen.model import (
    ArticleRecord,
    Citation,
    Claim,
    Clipping,
    Config,
    Conflict,
    Country,
    CuratedOrganization,
    DateRecord,
    Edit,
    EventRecord,
    Evidence,
    Extraction,
    MembershipRecord,
    Page,
    Participant,
    PersonRecord,
    Place,
    Post,
    PostRecord,
    Published,
    Register,
    RegisterEvent,
    RegisterPerson,
    Source,
    StatusInterval,
    Tenure,
    Unused,
    Witness,
    World,
)  # fmt: skip

COUNTRIES = {
    "KZ": "Kazakhstan", "MN": "Mongolia", "GE": "Georgia", "UZ": "Uzbekistan", "TR": "Turkey", "IN": "India",
    "MA": "Morocco", "MV": "Maldives", "PL": "Poland", "FI": "Finland",
}  # fmt: skip

BODIES = {
    "harbour-gazette-2013-ministers": (
        "TBILISI, June 27 (Harbour Gazette) - Defence ministers of the Meridian Security Forum met in Tbilisi on Wednesday and "
        "agreed to share warnings of mountain floods and rockfalls. Mongolia's Minister of Defence, Batbold Ganzorig, told "
        "reporters that the plan had taken four years.\n\n"
        "India and Morocco attended as observers. The forum was founded in Ulaanbaatar in June 1998. Its members last held a "
        "joint rescue exercise, Open Ridge, in the autumn of 2011.\n\n"
        "Officials from the host ministry served dumplings, and a brass band played in the square until it rained. Nobody "
        "among the delegations would say who had chosen the music, although several of them hummed it later in the day."
    ),
    "northern-wire-2013-flood-plan": (
        "Ministers of six states signed a plan on flood warnings in Tbilisi on 26 June 2013, the Meridian Security Forum said. "
        "Georgia will keep the common register. Aslan Abenov, Kazakhstan's defence minister, called it a beginning."
    ),
    "steppe-post-2013-flood-plan": (
        "Ministers of six states signed a plan on flood warnings in Tbilisi on 26 June 2013, the Meridian Security Forum said. "
        "Georgia will keep the common register. Aslan Abenov, Kazakhstan's defence minister, called it a beginning."
    ),
    "harbour-gazette-2016-admission": (
        "The Meridian Security Forum will admit India as a full member at its meeting in Samarkand next week. "
        "Morocco applied in 2014. Turkey has been a dialogue partner since 2012. The secretary-general, Lia Beridze, "
        "said that the papers were ready and that only the signatures were missing, which is what she had said last year too."
    ),
    "undated-note": (
        "The working group on glaciers met again. Its chair spoke of a hard winter in the 2010s and of better maps. "
        "A report is due some time in 2019."
    ),
}  # fmt: skip


def evidence(source: str, words: str) -> Evidence:
    start = BODIES[source].index(words)
    return Evidence(start=start, end=start + len(words), quote=words)


def witness(source: str, *quotes: str, **more: Any) -> Witness:
    return Witness(source=source, evidence=tuple(evidence(source, q) for q in quotes), **more)


def _date(source: str, words: str, value: str) -> DateRecord:
    found = evidence(source, words)
    return DateRecord(start=found.start, end=found.end, text=words, type="DATE", value=value, edtf=value)


HG, NW, SP, ADM, UND = BODIES
MET = "Defence ministers of the Meridian Security Forum met in Tbilisi on Wednesday and agreed to share warnings of mountain floods and rockfalls."
SIGNED = "Ministers of six states signed a plan on flood warnings in Tbilisi on 26 June 2013, the Meridian Security Forum said."
GANZORIG = "Mongolia's Minister of Defence, Batbold Ganzorig, told reporters that the plan had taken four years."
OBSERVERS = "India and Morocco attended as observers."
FOUNDED = "The forum was founded in Ulaanbaatar in June 1998."
ABENOV = "Aslan Abenov, Kazakhstan's defence minister, called it a beginning."
ADMIT = "The Meridian Security Forum will admit India as a full member at its meeting in Samarkand next week."
APPLIED = "Morocco applied in 2014."
PARTNER = "Turkey has been a dialogue partner since 2012."

CITED = Citation(
    title="Treaty series, vol. 12", url="https://archive.example/treaties/12", publisher="Meridian Archive", date="1999"
)


def _event_record(name: str, date: str, source: str, quote: str, main: bool = False) -> EventRecord:
    return EventRecord(
        id=f"{date}-meeting", name=name, classification="meeting", date=date, status="occurred", main=main,
        place=Place(name="Tbilisi", country="GE"), organizations=("MSF",), participants=(), countries=("GE", "MN"),
        evidence=(evidence(source, quote),), confidence=0.9, explanation=("Wednesday -> 2013-06-26",),
    )  # fmt: skip


def _extraction(source: str, title: str | None, publisher: str | None, published: Published, **more: Any) -> Extraction:
    unused = more.pop("unused", ())
    record = {
        "id": source, "path": f"articles/{source}.txt", "title": title, "publisher": publisher, "author": None,
        "url": f"https://news.example/{source}", "language": "en", "published": published, "dateline": None, "rights": "excerpt",
        "body": BODIES[source], "captions": (), "dates": (), "events": (), "people": (), "memberships": (),
    }  # fmt: skip
    record.update(more)
    return Extraction(record=ArticleRecord(**record), unused=unused)


def sources() -> tuple[Extraction, ...]:
    return (
        _extraction(
            ADM, "Forum to take in India", "Harbour Gazette",
            Published(date="2016-06-06/2016-06-12", basis="inferred", explanation=(
                "no date is stated in the clipping",
                "\u201cnext week\u201d names the meeting in Samarkand, known to have begun on 13 June 2016",
                "so the clipping is of the week of 6 to 12 June 2016; its day would be settled by a dated copy")),
            dates=(_date(ADM, "2014", "2014"), _date(ADM, "2012", "2012")),
            memberships=(
                MembershipRecord(organization="MSF", member="TR", status="dialogue-partner", start="2012", as_of=None,
                                 evidence=(evidence(ADM, PARTNER),)),
            ),
        ),
        _extraction(
            HG, "Ministers agree on flood warnings", "Harbour Gazette",
            Published(date="2013-06-27", basis="dateline", explanation=("the dateline says June 27; the year is that of the plan it reports",)),
            author="N. Okafor",
            dates=(_date(HG, "Wednesday", "2013-06-26"), _date(HG, "June 1998", "1998-06"), _date(HG, "the autumn of 2011", "2011-23")),
            events=(_event_record("Forum defence ministers meet in Tbilisi", "2013-06-26", HG, MET, True),),
            people=(PersonRecord(name="Batbold Ganzorig", posts=(PostRecord(role="Minister of Defence", code="defence-minister", country="MN", as_of="2013-06-26"),), evidence=(evidence(HG, GANZORIG),)),),
            memberships=(MembershipRecord(organization="MSF", member="IN", status="observer", start=None, as_of="2013-06-26", evidence=(evidence(HG, OBSERVERS),)),),
        ),
        _extraction(
            NW, "Six states sign flood plan", "Northern Wire", Published(date="2013-06-26", basis="header"), rights="full",
            dates=(_date(NW, "26 June 2013", "2013-06-26"),),
        ),
        _extraction(
            SP, "Six states sign flood plan", "Steppe Post", Published(date="2013-06-27", basis="html-meta"),
            dates=(_date(SP, "26 June 2013", "2013-06-26"),),
        ),
        _extraction(
            UND, None, None, Published(date=None, basis="unknown"), url=None,
            unused=(Unused(start=0, end=44, quote=BODIES[UND][:44], reason="\u201cagain\u201d gives no date, and nothing else does"),),
        ),
    )  # fmt: skip


def _event(date: str, name: str, classification: str = "meeting", place: str | None = "Tbilisi", country: str | None = "GE",
           **more: Any) -> RegisterEvent:  # fmt: skip
    base: dict[str, Any] = {
        "id": more.pop("id", f"{date.replace('/', '-to-').replace('..', 'open').replace('~', '').lower()}-{classification}"),
        "name": name, "classification": classification, "date": date, "status": "occurred",
        "place": Place(name=place, country=country) if place else None, "organizations": ("MSF",), "countries": ("GE", "KZ", "MN"),
        "witnesses": (Witness(citation=CITED),), "independent": 1, "curated": "x",
    }  # fmt: skip
    base.update(more)
    return RegisterEvent(**base)


def events() -> tuple[RegisterEvent, ...]:
    three = (
        witness(HG, MET, event="2013-06-26-meeting", explanation=("\u201cWednesday\u201d is 26 June 2013: the last Wednesday on or before 27 June 2013",)),
        witness(NW, SIGNED),
        witness(SP, SIGNED),
    )  # fmt: skip
    main = _event(
        "2013-06-26", "Forum defence ministers meet in Tbilisi and sign a flood plan", id="2013-06-26-meeting-tbilisi",
        participants=(Participant(name="Batbold Ganzorig", role="Minister of Defence", country="MN"),
                      Participant(name="Aslan Abenov", role="Minister of Defence", country="KZ"),
                      Participant(name="Unlisted Visitor", role="Adviser")),
        countries=("GE", "IN", "KZ", "MA", "MN", "UZ"), witnesses=three, independent=2, series="defence-ministers", ordinal=9,
        outcome="a plan on flood warnings, kept in a common register", curated=None,
        claims=(
            Claim(field="date", value="2013-06-26", witnesses=three, chosen=True, rule="two independent sources against one"),
            Claim(field="date", value="2013-06-25", witnesses=(Witness(citation=CITED),), compatible=False),
            Claim(field="date", value="2013-06", witnesses=(Witness(citation=CITED),), compatible=True),
            Claim(field="place", value="Tbilisi", witnesses=three[:1], chosen=True, rule="all sources agree"),
        ),
        explanation=("\u201cWednesday\u201d is 26 June 2013: the last Wednesday on or before 27 June 2013",),
        main_of=(HG, NW, SP), confidence=0.93, former_ids=("2013-06-26-statement",),
        edits=(Edit(action="set", target="2013-06-26-meeting-tbilisi", field="name", value="x", was="Ministers meet", reason="the headline left out the plan", date="2026-11-25", path="articles/a.yaml", line=3),),
    )  # fmt: skip
    made = [
        _event("19XX", "Shepherds' compacts on the passes are first written down", "agreement", None, None),
        _event("199X", "Border posts begin to exchange telephone numbers", "initiative", None, None),
        _event("1996-04-26", "Five states sign the Orkhon accord", "agreement", "Ulaanbaatar", "MN"),
        _event("1997", "A liaison office opens", "founding", "Almaty", "KZ"),
        _event("1998-06", "The Meridian Security Forum is founded", "founding", "Ulaanbaatar", "MN", witnesses=(witness(HG, FOUNDED),)),
        _event("1999-03-11/1999-03-12", "Heads of state meet for the first time", "summit", "Almaty", "KZ", series="heads-of-state", ordinal=1),
        _event("2001-06~", "Georgia hands over the first common map", "publication"),
        _event("2002?", "An exchange of officers is agreed", "agreement", "Tashkent", "UZ"),
        _event("2004-22", "Rescue teams train on the Pamir road", "exercise", "Osh", None),
        _event("2004/2005", "The charter is redrafted", "statement", None, None),
        _event("/2006-02", "The Almaty liaison office closes", "other", "Almaty", "KZ"),
        _event("2008-05/..", "Joint patrols on the high passes", "exercise", None, None),
        _event("2011-23", "Open Ridge, a joint rescue exercise", "exercise", "Kazbegi", "GE", witnesses=(witness(HG, "Its members last held a joint rescue exercise, Open Ridge, in the autumn of 2011."),)),
        _event("2012", "Turkey becomes a dialogue partner", "accession", None, None, witnesses=(witness(ADM, PARTNER),), countries=("TR",)),
        main,
        _event("2014", "Morocco applies for membership", "accession", None, None, witnesses=(witness(ADM, APPLIED),), countries=("MA",)),
        _event("2016-06-13/2016-06-14", "India is admitted as a full member in Samarkand", "accession", "Samarkand", "UZ", witnesses=(witness(ADM, ADMIT, status="planned"), Witness(citation=CITED)), countries=("IN", "UZ"), independent=2),
        _event("2019", "A glacier report is due", "publication", None, None, status="planned", witnesses=(witness(UND, "A report is due some time in 2019."),)),
    ]  # fmt: skip
    for i in range(7):  # a busy day
        made.append(
            _event(
                "2016-06-14",
                f"Delegation {i + 1} signs a working paper",
                "agreement",
                "Samarkand",
                "UZ",
                id=f"2016-06-14-agreement-{i + 1}",
            )
        )
    for year in range(2005, 2019):
        made.append(
            _event(
                f"{year}-06-{10 + year % 9}",
                f"Defence ministers hold their meeting of {year}",
                place=("Tbilisi", "Almaty", "Tashkent")[year % 3],
                country=("GE", "KZ", "UZ")[year % 3],
                id=f"{year}-ministers-meeting",
                series="defence-ministers",
                ordinal=year - 2004,
            )
        )
    return tuple(sorted(made, key=lambda e: e.id))


def _tenure(person: str, country: str, start: str | None, end: str | None, **more: Any) -> Tenure:
    return Tenure(person=person, post=f"defence-minister-{country.lower()}", role="Minister of Defence", code="defence-minister",
                  country=country, start=start, end=end, **more)  # fmt: skip


TENURES = (
    _tenure("aslan-abenov", "KZ", "2010-06-22", "2014-04-03", first_attested="2013-06-26", last_attested="2013-06-26", curated=True, rank="General", witnesses=(witness(NW, ABENOV), Witness(citation=CITED))),
    _tenure("dana-serik", "KZ", "2014-04-03", None, last_attested="2018-11-02", incumbent=True, curated=True, witnesses=(Witness(citation=CITED),)),
    _tenure("oleg-varlam", "KZ", "2004~", "2010-06-22", curated=True, witnesses=(Witness(citation=CITED),)),
    _tenure("batbold-ganzorig", "MN", None, None, first_attested="2013-06-26", last_attested="2015-10", witnesses=(witness(HG, GANZORIG),)),
    _tenure("levan-chikvaidze", "GE", "2009", "2012-11", curated=True, witnesses=(Witness(citation=CITED),)),
    _tenure("nino-gelashvili", "GE", "2013-03", None, last_attested="2017-01-09", acting=True, curated=True, witnesses=(Witness(citation=CITED),),
            claims=(Claim(field="start", value="2013-03", chosen=True, rule="the later of two, which the ministry names", witnesses=(Witness(citation=CITED),)),
                    Claim(field="start", value="2013-02-20", compatible=False, witnesses=(Witness(citation=CITED),)))),
)  # fmt: skip

NAMES = {
    "aslan-abenov": "Aslan Abenov", "dana-serik": "Dana Serik", "oleg-varlam": "Oleg Varlam",
    "batbold-ganzorig": "Batbold Ganzorig", "levan-chikvaidze": "Levan Chikvaidze", "nino-gelashvili": "Nino Gelashvili",
}  # fmt: skip


def people() -> tuple[RegisterPerson, ...]:
    return tuple(
        RegisterPerson(
            id=name_id, name=name,
            names=((name, (HG,) if name.startswith("B") else (NW, SP)), *((("Ganzorig B.", (HG,)),) if name.startswith("B") else ())),
            tenures=tuple(t for t in TENURES if t.person == name_id),
            events=("2013-06-26-meeting-tbilisi",) if name_id in ("batbold-ganzorig", "aslan-abenov") else (),
            witnesses=(witness(HG, GANZORIG),) if name.startswith("B") else (witness(NW, ABENOV),) if name.startswith("A") else (),
            note="A **civil engineer** by training.[^1]\n\n[^1]: As the [ministry](https://example.org/) says." if name_id == "dana-serik" else "",
            curated=name_id != "batbold-ganzorig", sources=(CITED,) if name_id == "dana-serik" else (),
            other_offices=("Member of the Flood Board",) if name_id == "dana-serik" else (),
        )
        for name_id, name in sorted(NAMES.items())
    )  # fmt: skip


def posts() -> tuple[Post, ...]:
    made = []
    for code in ("GE", "KZ", "MN"):
        own = tuple(sorted((t for t in TENURES if t.country == code), key=lambda t: t.start or "9"))
        made.append(
            Post(id=f"defence-minister-{code.lower()}", name=f"Minister of Defence of {COUNTRIES[code]}", code="defence-minister",
                 country=code, tenures=own,
                 irregularities=("Nobody is recorded between November 2012 and March 2013.",) if code == "GE" else ())
        )  # fmt: skip
    return tuple(made)


def statuses() -> tuple[StatusInterval, ...]:
    def one(member: str, status: str, start: str | None, end: str | None = None, **more: Any) -> StatusInterval:
        return StatusInterval(organization="MSF", member=member, status=status, start=start, end=end,  # type: ignore[arg-type]
                              witnesses=more.pop("witnesses", (Witness(citation=CITED),)), **more)  # fmt: skip

    return (
        one("FI", "guest", None, None, first_attested="2009-05-02", last_attested="2009-05-02"),
        one("GE", "founding-member", "1998-06", curated=True),
        one("IN", "observer", "2005-07-05", "2016-06-14", curated=True, witnesses=(witness(HG, OBSERVERS), Witness(citation=CITED))),
        one("IN", "member", "2016-06-14", steps=(("applied", "2014-09"), ("decided", "2015-07-10"), ("signed", "2016-06-14")), curated=True,
            witnesses=(witness(ADM, ADMIT),),
            claims=(Claim(field="start", value="2016-06-14", chosen=True, rule="the treaty names the day", witnesses=(Witness(citation=CITED),)),
                    Claim(field="start", value="2016-06-13", compatible=False, witnesses=(witness(ADM, ADMIT),)))),
        one("KZ", "founding-member", "1998-06", curated=True),
        one("MA", "observer", "2010", curated=True, how="by exchange of letters"),
        one("MA", "applicant", "2014", curated=True, witnesses=(witness(ADM, APPLIED),)),
        one("MN", "founding-member", "1998-06", curated=True),
        one("MV", "dialogue-partner", "2017~", curated=True, note="the memorandum is dated only by a yearbook"),
        one("PL", "partner", "2003-01-15", "2011-02-01", curated=True),
        one("PL", "former-member", "2011-02-01", curated=True),
        one("TR", "dialogue-partner", "2012", witnesses=(witness(ADM, PARTNER),)),
        one("UZ", "member", "2001-06-15", "2012-06-28", curated=True),
        one("UZ", "suspended", "2012-06-28", "2015-03", curated=True),
        one("UZ", "member", "2015-03", curated=True),
    )  # fmt: skip


def register() -> Register:
    return Register(
        events=events(), people=people(), posts=posts(), statuses=statuses(),
        organizations=(
            CuratedOrganization(id="MSF", name="Meridian Security Forum", names=("Meridian Six",), founded="1998-06",
                                status_labels={"partner": "forum partner"}, note="Six states that share passes and rivers. See [the founding](event:1998-06-founding).", sources=(CITED,)),
            CuratedOrganization(id="RIVERS", name="Commission for Shared Rivers"),
        ),
        sources=sources(), copies=((NW, SP),),
        conflicts=(
            Conflict(id="2013-06-26-meeting-tbilisi-date", kind="date", gravity=2, subject="2013-06-26-meeting-tbilisi", subject_type="event",
                     summary="26 June 2013 or 25 June 2013", rule="two independent sources against one",
                     claims=(Claim(field="date", value="2013-06-26", chosen=True, rule="two independent sources against one", witnesses=(witness(HG, MET),)),
                             Claim(field="date", value="2013-06-25", compatible=False, witnesses=(Witness(citation=CITED),)))),
            Conflict(id="two-holders-ge", kind="two-holders", gravity=1, subject="defence-minister-ge", subject_type="post", summary="Nobody is recorded between November 2012 and March 2013."),
        ),
        suggestions=(("batbold-ganzorig", "dana-serik", "a test of the list, not a likeness"),),
        withheld=(("Finland: observer since 2009", "one source of low confidence"),),
        redirects=(("2013-06-26-statement", "2013-06-26-meeting-tbilisi"),), applied_edits=1,
    )  # fmt: skip


def source(**settings: Any) -> Source:
    config = Config(
        title="Meridian Chronology", tagline="Who met, who served and who belonged, 1996 to 2019",
        description="A sourced chronology of the Meridian Security Forum.", organizations=("MSF",),
        repository="https://github.com/example/meridian", author="The editors", licence="CC BY 4.0",
    )  # fmt: skip
    if settings:
        from dataclasses import replace

        config = replace(config, **settings)
    return Source(
        config=config,
        world=World(countries=tuple(Country(code=c, name=n) for c, n in COUNTRIES.items())),
        clippings=tuple(Clipping(id=n, path=f"articles/{n}.txt", format="txt", text=b, meta={"archived_url": f"https://archive.example/{n}"} if n == HG else {}) for n, b in BODIES.items()),
        pages=(Page(slug="about", title="About this chronology", text="Written for tests.\n\n## Method\n\nSee [the Tbilisi meeting](event:2013-06-26-meeting-tbilisi) and [nothing](event:none).", meta={"order": "1"}),),
    )  # fmt: skip

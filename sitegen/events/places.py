"""Where a happening took place: from its own words, else, for the main event, from dateline, caption and headline."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span
from sitegen.model import Annotations, Article, Place, PlaceMention
from sitegen.world import Names

#: What stands before a place where something happens, up to six words of description between ("in the port of").
_AT = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|around|in and around|off|inside|across|on (?:the )?(?:territory|soil) of|(?:in|at|to) (?:the |its |their )?(?:[A-Za-z-]{2,20} ){0,3}(?:city|capital|town|port|resort|village|province) of|hosts?|to|visit(?:s|ed|ing)?|left|leaves?|reached|arriv(?:es|ed) (?:in|at)|goes to)"
    r"(?: (?:the|its|a|central|northern|southern|eastern|western|(?:north|south)(?:east|west)(?:ern)?|north|south|east|west|sea|areas?|waters|airspace|and|port|city|town|capital|resort|region|province|of|here|Peninsular?|Gulf|Straits?|Islands?|Republic|Kingdom|downtown|nearby|coastal|historic|Ocean|Sea|island|nation|country|state|enclave|archipelago|coast|shores?|of|"
    r"ancient|[A-Z][\w-]+(?:n|se|sh|i|ek|ak|yz|jik|ch|’s|'s)))*[ ,]*$"
)
_HOUSE = re.compile(r" (?:House|Palace|Hall|Hotel|Street|Avenue|Gate|Square|Castle|Stadium)\b")
_CAPITAL = re.compile(r"\b(?:the |its )?([A-Z][\w-]+(?:'s|’s)?) capital\b")
_GROUND = re.compile(
    r" (?:[a-z]+ ){0,2}(?:training (?:grounds?|ranges?|areas?)|soil|territory|waters|airspace|test sites?|proving grounds?|firing ranges?)\b"
)
_HOSTS = re.compile(
    r" (?:will |would |is to |to |also |has |have |had )?(?:hosts?|hosted|holds?|held|welcomed|welcomes|receives?|received)\b"
)
_TOWN = re.compile(r"\b(?:in|at) ((?:[A-Z][\w'’-]+ ?){1,3})(?:city|town|village|island)?, (?:the )?$")
#: "the agency's Moscow correspondent": where somebody writes from, and no more.
_DESK = re.compile(r"(?:['’]s|-based)? (?:correspondents?|bureau|reporters?|office|desk|stringer)\b", re.IGNORECASE)


#: "the Nairobi-based bank", "a Geneva-born envoy": whose seat or home it is
_WHOSE = re.compile(r"-(?:based|headquartered|born|backed|led|trained|educated|listed|owned|controlled)\b")
#: "with US Secretary of Defence X": a country that only says whose
_ADJECTIVE = re.compile(
    r" (?:[A-Z][\w’'-]+ ){0,2}?(?:Secretary|President|Minister|Prime|Foreign|Defen[cs]e|General|Admiral|Ambassador|Vice|Deputy|State|House|Senate|Congress|Army|Navy|Embassy)\b"
)


def is_desk(body: str, end: int) -> bool:
    return _DESK.match(body, end) is not None


#: "the union, headquartered in A": where it sits, and not where it acted
_SEAT = re.compile(r"\b(?:headquartered|based|seated|located) (?:in|at)(?: the)? $")
#: What is talked of: no place behind it is where one talks.
_ABOUT = re.compile(
    r"\b(?:briefed on|about|regarding|concerning|discuss(?:ed|es|ing)?|dedicated to|devoted to|(?:on|over|of) the (?:\w+ )?(?:situation|issues?|questions?|results?|progress|state|fight|conflict|crisis|developments?))\b",
    re.IGNORECASE,
)
#: A city right before a word for the day: "at the Parliament Offices, Melbourne yesterday"
_VENUE = re.compile(
    r"\b(?:at|in) (?:the )?(?:[A-Z][\w’'.-]+ ){0,4}(?:House|Hall|Palace|Centre|Center|Hotel|Building|Base|Headquarters|University|Academy|Villa|Office|Offices|Complex|Club|Ground|Airport|Secretariat|Ministry),? $"
)
_HELD_AT = re.compile(r"\b(?:during|held|while|when|at a|at the)\b", re.IGNORECASE)
_DAY_WORD = re.compile(
    r",? (?:yesterday|today|tomorrow|tonight|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this (?:morning|afternoon|evening|week)|last (?:week|month|night|year|(?:mon|tues|wednes|thurs|fri|satur|sun)day))\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|after|before|when|while|until)\b", re.IGNORECASE)
#: "the war in Ukraine", "security in the region": what is spoken of, not where it is spoken.
_TOPICS = frozenset(
    "war wars conflict situation crisis crises fighting mission missions operation operations security stability peace troops forces presence "
    "development developments events violence reform reforms interest interests investment investments tension tensions attack attacks clashes "
    "campaign role interference hostilities aggression ceasefire unrest settlement election elections influence minister ambassador councilor "
    "councillor envoy base bases project projects companies refugees shelling bombing escalation victims deal truce disputes dispute activities".split()
)
_TOPIC = re.compile(r"\b([A-Za-z]+) (?:in|at|to)(?: the| eastern| western| northern| southern)* ?$")


def named_place(mention: PlaceMention, article: Article, annotations: Annotations, names: Names) -> Place | None:
    if mention.kind == "here":
        return dateline_place(article, annotations, names)
    if mention.kind == "demonym" or mention.metonym:
        return None
    # a town that has been renamed is called as the clipping calls it; another spelling of one name is not
    renamed = (
        mention.kind == "city"
        and "capital" not in mention.text
        and mention.text[:1].isupper()
        and mention.text[:2].lower() != mention.name[:2].lower()
    )
    return Place(name=mention.text if renamed and not mention.text.isupper() else mention.name, country=mention.country)


def _is_topic(before: str) -> bool:
    found = _TOPIC.search(before)
    return found is not None and found[1].lower() in _TOPICS


def dateline_place(article: Article, annotations: Annotations, names: Names) -> Place | None:
    """The dateline's place with its country, from the mention there or from the largest city of that name."""
    line = article.dateline
    if line is None or not line.place:
        return None
    if line.country:
        return Place(name=line.place, country=line.country)
    if line.place == "United Nations":
        return Place(name="New York", country="US")  # how agencies date what comes from the headquarters
    within_line = [m for m in annotations.places if m.start < article.dateline_end and m.country]
    for m in within_line:
        if m.text.casefold() == line.place.casefold() and m.kind in ("city", "region", "country"):
            return Place(name=m.name, country=m.country)
    cities = names.cities.get(line.place)
    country = next((m.country for m in within_line if m.kind == "country"), None)
    if cities:
        named = next((c for c in cities if c.country == country), cities[0])
        return Place(name=named.name, country=named.country)
    return Place(name=line.place, country=names.countries.get(line.place) or country)


def within(mentions: tuple[PlaceMention, ...], span: Span) -> list[PlaceMention]:
    return [m for m in mentions if span[0] <= m.start < span[1]]


def place_in(
    article: Article,
    annotations: Annotations,
    names: Names,
    span: Span,
    near: int,
    without: Sequence[Span] = (),
    strict: bool = False,
    at_sea: bool = False,
) -> tuple[Place, str] | None:
    """The place that body[span] gives for what happens at `near`, and the words it was read from.

    `without` are spans that speak of other happenings. `strict` passes over a place in whose neighbourhood a topic is named
    ("the shelling of houses, especially in A"): for sentences that only may tell where the happening was.
    """
    body = article.body
    ranked: list[tuple[float, int, Place, str]] = []
    for m in within(annotations.places, span):
        place = named_place(m, article, annotations, names)
        of_capital = (
            m.kind in ("country", "demonym")
            and m.country is not None
            and m.country in names.capitals
            and body.startswith((" capital", "'s capital", "’s capital"), m.end)
        )
        if (place is None and not of_capital) or any(a <= m.start < b for a, b in without):
            continue
        if any(p.start < m.end and m.start < p.end for p in annotations.people if not p.office):
            continue
        if _SEAT.search(body, max(span[0], m.start - 24), m.start):
            continue
        if m.kind != "here" and (is_desk(body, m.end) or (m.kind == "country" and _ADJECTIVE.match(body, m.end))):
            continue
        before = body[max(span[0], m.start - 60) : m.start]
        if m.kind == "city" and before.endswith(" to ") and _POSSESSIVE.match(body, m.end):
            continue  # "the response to Moscow's annexation of the peninsula"
        at = _AT.search(before) is not None or _HOSTS.match(body, m.end) is not None
        if of_capital and m.country is not None:
            place = Place(name=names.capitals[m.country], country=m.country)
            ranked.append((3.5 - abs(m.start - near) / 120, -m.start, place, f"{m.text} capital"))
            continue
        if place is None or (at and _is_topic(before) and not 0 <= near - m.end <= 6):
            continue
        if m.kind == "city" and _HOUSE.match(body, m.end):
            continue  # "at Hyderabad House": a building, wherever it stands
        if at and _WHOSE.match(body, m.end):
            continue  # "at the Nairobi-headquartered bank"
        if strict and any(w.lower() in _TOPICS for w in re.findall(r"[A-Za-z]+", before)):
            continue
        if (
            m.kind == "city"
            and not at
            and before.endswith((", ", ") "))
            and (_DAY_WORD.match(body, m.end) or _VENUE.search(before))
        ):
            at = True  # "at the Parliament Offices, Melbourne yesterday", "at the State House, Abuja"
        if (
            m.start > near
            and at
            and (about := _ABOUT.search(body, near, m.start))
            and not _HELD_AT.search(body, about.end(), m.start)
        ):
            continue
        if m.end < near and _SINCE.search(body, m.end, near):
            continue  # "the first meeting in China since Belarus came in last year"
        if m.kind == "region" and m.country is None and not (at_sea and at and _WATERS.search(m.text)):
            continue  # "Central Asia" is no place where something is held
        town = _TOWN.search(before) if m.kind == "country" and m.country else None
        if town is not None:
            # a town that the gazetteer lacks: "in Clark city, the Philippines"
            place = Place(name=town[1].strip(), country=m.country)
            ranked.append((3.8 - abs(m.start - near) / 120, -m.start, place, f"{town[1].strip()}, {m.text}"))
            continue
        if m.kind == "country" and (not at or "," in body[min(m.end, near) : max(m.start, near)]):
            continue
        if m.kind in ("city", "region", "waters") and not at:
            # "the Qingdao summit", "Astana, June 7": a city that names the meeting says where it is
            after = body[m.end : m.end + 30].lower()
            if not re.match(
                r"(?:-based)?\s+(?:summit|meeting|talks|session|conference|forum|declaration|process)\b", after
            ):
                continue
        rank = {"here": 3.0, "city": 3.0, "waters": 2.5, "region": 2.0, "country": 1.0}[m.kind]
        rank += 1.0 if at else 0.0
        distance = abs(m.start - near)
        ranked.append((rank - distance / 120, -m.start, place, body[m.start : m.end]))
    if ranked:
        _, _, place, words = max(ranked, key=lambda r: (r[0], r[1]))
        return place, words
    for m in within(annotations.places, span):
        if m.kind == "demonym" and m.country and _GROUND.match(body, m.end):
            return Place(name=names.country_names.get(m.country, m.name), country=m.country), m.text
    for found in _CAPITAL.finditer(body, span[0], span[1]):
        if any(a <= found.start() < b for a, b in without):
            continue
        whose = found[1].removesuffix("'s").removesuffix("’s")
        code = names.demonyms.get(whose) or names.countries.get(whose)
        if code and code in names.capitals:
            return Place(name=names.capitals[code], country=code), found[0]
    return None


_WATERS = re.compile(r"\b(?:Sea|Ocean|Gulf|Bay|Strait|Straits|Channel|Waters)\b")
_POSSESSIVE = re.compile(r"['’]s [a-z]")
_GOES = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trip|tour|travel(?:s|led|ed|ling)?|flew|flies|fly|lea(?:ves?|ving) (?:on )?(?:[A-Z]\w+ )?for|left (?:on )?(?:[A-Z]\w+ )?for|depart(?:s|ed) for|head(?:s|ed)? (?:to|for)|went|goes|go|arriv(?:es?|ed|ing)|land(?:s|ed|ing))\b(?: (?:to|in|at|for)\b)?",
    re.IGNORECASE,
)


def destination(article: Article, annotations: Annotations, names: Names, lead: Candidate) -> tuple[Place, str] | None:
    """Where a visit goes: the city or country that its words name first, and the words; None where they name none."""
    start, end = lead.clause
    found = next((m for m in _GOES.finditer(article.body, max(start, article.dateline_end), end)), None)
    if found is None or re.match(r" (?:of|by)\b", article.body[found.end() : found.end() + 4]):
        return None
    near = [
        m
        for m in within(annotations.places, (found.end(), min(end, found.end() + 60)))
        if m.kind in ("country", "city", "region")
    ]
    town = _TOWN_IN.match(article.body, found.end(), end)
    if (
        town is not None
        and near
        and near[0].start >= town.end()
        and not any(p.start < town.end(1) and town.start(1) < p.end for p in annotations.people)
    ):
        return Place(name=town[1], country=near[0].country), town[1]  # "visited Almen city in Tarn province"
    near = [m for m in near if m.kind != "region"]
    if not near or (len(near) > 1 and _BOTH.fullmatch(article.body, near[0].end, near[1].start)):
        return None
    first = near[0]
    place = named_place(first, article, annotations, names)
    if place is None and first.country is not None and _FORMAL.fullmatch(article.body, found.end(), first.start):
        place = Place(name=names.country_names.get(first.country, first.name), country=first.country)
    return (place, article.body[first.start : first.end]) if place is not None else None


_TOWN_IN = re.compile(
    r" (?:the )?([A-Z][a-z][\w’'-]+(?: [A-Z][a-z][\w’'-]+)?)(?: (?:city|town|village|district|port))? (?:in|of) (?:the )?(?=[A-Z])"
)
#: "to the Socialist Republic of Vietnam"
_FORMAL = re.compile(r"[ ,]*(?:the )?(?:[A-Z][\w’'-]+ ){0,4}(?:of )?(?:the )?")
_BOTH = re.compile(r"(?:,| and|, and| as well as) ")


_STRIKES = re.compile(
    r"\b(?:hit|hits|struck|strikes|jolted|jolts|shook|shakes|rocked|rocks|battered|swept|rattled|devastated|flattened) "
)
_DISASTER = re.compile(
    r"\b(?:(?:earth)?quakes?|tremors?|cyclones?|storms?|typhoons?|hurricanes?|tornado(?:es)?|floods?|blasts?|explosions?|eruptions?|landslides?|tsunamis?|crash(?:es)?|collisions?|collided|derail(?:ed|ment)|fire|accident|stampede|wildfires?)\b",
    re.IGNORECASE,
)


def struck(article: Article, annotations: Annotations, lead: Candidate) -> tuple[Place, str] | None:
    """What a disaster struck: "a quake jolted Peru and Chile" was in Peru first of all, wherever it is reported from."""
    if lead.kind != "other":
        return None
    body, (start, end) = article.body, article.sentences[lead.sentence]
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    disaster = _DISASTER.search(body, start, end)
    if disaster is None:
        return None
    lands = [
        m for m in within(annotations.places, (start, end)) if m.kind in ("country", "region", "city") and m.country
    ]
    found = _STRIKES.search(body, disaster.end(), end)
    if found is not None:
        for m in lands:
            if found.end() <= m.start < found.end() + 50 and not _SAYS_SO.search(body, found.end(), m.start):
                return Place(name=m.name, country=m.country), body[m.start : m.end]
    for m in lands:  # "at least nine were killed in A after ...", "the quake in B", "the blast near C"
        if _SUFFERS.search(body, max(start, m.start - 70), m.start) and not m.metonym:
            return Place(name=m.name, country=m.country), body[m.start : m.end]
    return None


_SUFFERS = re.compile(
    r"\b(?:killed|dead|injured|wounded|died|casualties|damage|destruction|missing|quake|earthquake|tremors?|floods?|flooding|blasts?|explosions?|crash|collision|collided|derailed|accident|stampede|fire|eruption|landslides?|storm|cyclone|typhoon|hurricane|tsunami|tornado)\b"
    r"(?: (?!said\b|says\b|told\b)[\w.-]+){0,5}? (?:in|off|near|across|outside|around|of)(?: (?:the|[a-z]+|coast of|and))*(?: [A-Z][a-z]+(?:ern)?)? ?$"
)
_SAYS_SO = re.compile(r"\b(?:said|says|told|according to|officials|government|ministry|spokes\w+)\b")


_ATTRIBUTION = re.compile(r"[,\"”] (?:[\w.’'-]+ ){0,8}?(?:said|told|announced|added|noted|stressed)\b")


def attributed(article: Article, lead: Candidate) -> tuple[Span, ...]:
    """Where a clause says who said it, and so to whom and where: no place of what is told."""
    if lead.kind in ("statement", "meeting", "summit") or lead.found is None:
        return ()
    found = _ATTRIBUTION.search(article.body, lead.found.end, lead.clause[1])
    return ((found.start(), lead.clause[1]),) if found else ()


def place_of_title(article: Article, names: Names, people: Collection[str], visit: bool = False) -> Place | None:
    """A city or country that the headline names after "in", "at" or the like; after "to" where a visit is told.

    `people` are the names of persons that the clipping tells: one may begin with a city's.
    """
    title = article.title or ""
    first = next(
        (w for w in (" ".join(title.split()[:2]), title.split()[0] if title else "") if w in names.cities), None
    )
    if first is not None and any(title.startswith(name) for name in people):
        first = None  # "Vladimir B meets his guests"
    host = re.match(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) (?:to host|hosts|will host|hosted)\b", title)
    if host and host[1] in names.cities:
        city = names.cities[host[1]][0]
        return Place(name=city.name, country=city.country)
    goes = "|to" if visit else ""
    for found in re.finditer(
        rf"\b(?:in|at|visits?{goes}|leaves?|hosts?)\s+([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)?)", title
    ):
        for name in (found[1], found[1].split()[0]):
            cities = names.cities.get(name)
            if cities:
                return Place(name=cities[0].name, country=cities[0].country)
            if code := names.countries.get(name):
                return Place(name=names.country_names.get(code, name), country=code)
    if first is not None:
        return Place(name=names.cities[first][0].name, country=names.cities[first][0].country)
    return None


_UNKNOWN = re.compile(
    r"\b(?:in|at|near) ((?:[A-Z][a-zÀ-ž’'-]{2,})(?: [A-Z][a-zÀ-ž’'-]{2,})?)(?= (?:on|from|in|for|this|next|last|today|to|and|late|early)\b|[.,])"
)
_NO_TOWN = frozenset(
    "Parliament Congress Senate English Russian Chinese French Arabic Islam Article January February March April May June July August September "
    "October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Parliament Court".split()
)


#: Where in a town something is, and not which town: "in South Block"
_ROOMS = frozenset(
    "Block House Palace Hall Centre Center Hotel Building Office Street Square Avenue Stadium Room Tower Park Club College University School "
    "Headquarters Kremlin Pentagon Castle Church Mosque Airport Station Court Ministry Embassy".split()
)


#: "in the Sea of Oman", "in the northern Indian Ocean", not "in the Black Sea port of ..."
_WATERS = re.compile(
    r"\b(?:[Ii]n|[Oo]ff|[Oo]n|into|across) the (?:waters of the )?(?:(?:north|south|east|west|central)\w* )?((?:[A-Z][\w’'-]+ ){1,3}(?:Sea|Ocean|Gulf|Bay|Strait)|"
    r"(?:Sea|Gulf|Bay|Straits?) of [A-Z][\w’'-]+)\b(?! (?:ports?|coast|city|town|resort|states?|region|fleet|island))"
)


def open_water(body: str, span: Span) -> str | None:
    """The sea that a sentence names as where it was."""
    found = _WATERS.search(body, *span)
    return found[1] if found is not None else None


def unknown_town(article: Article, annotations: Annotations, span: Span) -> tuple[Place, str] | None:
    """A place that no table knows: "in Zaysan from August 10 to 16". Only where nothing else is named."""
    taken = [
        *((m.start, m.end) for m in annotations.places),
        *((m.start, m.end) for m in annotations.organizations),
        *((m.start, m.end) for m in annotations.people),
        *((m.start, m.end) for m in annotations.dates),
    ]
    for found in _UNKNOWN.finditer(article.body, *span):
        start, end = found.span(1)
        if (
            found[1].split()[0] in _NO_TOWN
            or found[1].split()[-1] in _ROOMS
            or any(a < end and start < b for a, b in taken)
        ):
            continue
        near = next((m for m in within(annotations.places, (end, end + 60)) if m.country and not m.metonym), None)
        lies = near is not None and re.search(r"\b(?:in|of)(?: the)? [^,.;]{0,30}$", article.body[end : near.start])
        return Place(name=found[1], country=near.country if near and lies else None), found[1]
    return None

"""A clause cut to a headline: without its date, in the present tense, at a joint, never within a phrase."""

from __future__ import annotations

import re

from sitegen.events.antecedent import with_person
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span, words_of
from sitegen.events.lexicon import TRIGGERS
from sitegen.events.patterns import SUBORDINATOR
from sitegen.events.tense import present_of
from sitegen.model import Annotations, Article, EventRecord

LIMIT = 90

_LEADING = re.compile(
    r"^(?:(?:if [^,]{3,70}|meanwhile|earlier|later|also|however|moreover|besides|then|afterwards|in addition|according to [^,]{3,60}|for (?:his|her|its) part|"
    r"(?:during|after|before|with|following|under|ahead of|despite|amid|from|among|within|in|at|on|speaking|noting|continuing|as part) [^,]{3,70}|"
    r"and|but|while|which|who|whom|that|after|before|as|since|when|where|though|although|so|with|following|ahead of),(?!\d) ?|"
    r"(?:and|but|while|that|so|then|also|when|where|though|although) |as (?=the |its |an? ))",
    re.IGNORECASE,
)  # fmt: skip
#: A cut that begins with one of these has lost its subject.
_HEADLESS = frozenset(
    "will would was were is are has have had been be begins begin held took takes said says told to of in on at for from by with than".split()
)
_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|his|her|its|their|this|that|these|those|there|who|which|both|some|one|another|here)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r", |; | – | — | -- |: | (?=(?:which|who|where|when|while|after|before|as|since|because|although|though|with|following|amid|under|during|ahead of|in order|aimed|including|adding|saying|despite|so that)\b)")  # fmt: skip
_SOFT_CUT = re.compile(
    r" (?=(?:in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|and|as)\b)"
)
#: The last resort: before what a noun or verb is told of. What somebody said is not cut off so.
_LAST_CUT = re.compile(r" (?=(?:that|than|how|whether|[a-z]{3,}ing (?:his|her|its|their|the|an?|them))\b)")
_NO_QUOTES = str.maketrans("", "", '"“”«»')
_GAP = "\0"
_DATE_GAP = re.compile(
    r",?\s*(?:\b(?:early|late|later|as|back)\s+)?(?:\b(?:on|in|at|by|since|during|for|from|to|until|till|between|of)\b)?\s*(?:\bthe\s+)?\0(?:['’]s\b)?(?:\s*(?:and|to|or|-|–)\s*\0)?,?",
    re.IGNORECASE,
)
_STUMP = re.compile(r"(?:\s+(?:therefore|thus|also|then|now|in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|of|and|or|the|a|an|with|its|their|his|her|that|after|before|since|when|while|where|during|under|following|amid|which|who|as|will|was|were|is|are|has|have|had|be|been|to be|not|both))+$", re.IGNORECASE)  # fmt: skip


#: Who said something, and not what.
_ONLY_SAID = re.compile(
    r"^(?:[\w.’'-]+ ){1,6}(?:said|says|told reporters|added|noted|stressed|reported|announced)(?: (?:at|in|during|after|on) (?:[\w’'-]+ ?){1,5})?$"
)


_VERB_FIRST = re.compile(r"\s*(?:attended|met|took|held|signed|became|was|left|visited|chaired|gave|led|[a-z]{3,}ed) ")
_ASIDE_DATE = re.compile(
    r"(, (?:who|which|appointed|named|elected|held|admitted) [^,\0]*?)\s*(?:\b(?:only|just) )?(?:\b(?:in|on|since|by) )?\0\s*,"
)


def _joint(gap: re.Match[str]) -> str:
    """What stands where a date was: a comma that only opens before it belongs to what follows."""
    return ", " if gap[0].startswith(",") and not gap[0].endswith(",") else " "


_OF_A_DAY = re.compile(r"\b(for|of|in|at|after|during|to|from|on) \0['’]s\b")


def _closed(text: str) -> str:
    """`text` with the holes closed that dates left; only what stands around them is looked at."""
    first = text.find(_GAP)
    if first < 0:
        return text
    if "\0'" in text or "\0’" in text:
        text = _OF_A_DAY.sub(r"\1 the", text)  # "the toll of Sunday's quake"
    a, b = max(0, text.find(_GAP) - 48), text.rfind(_GAP) + 48
    return text if a > b else text[:a] + _DATE_GAP.sub(_joint, text[a:b]) + text[b:]


def clause_of(
    article: Article, annotations: Annotations, lead: Candidate, known: list[Span] | None = None
) -> str | None:
    """The main clause without its date, in the present tense, cut at a joint after its verb.

    `known` receives the sentence that names whom a pronoun at its head stands for, where that sentence is another.
    """
    body = article.body
    start, end = lead.clause
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    if (
        lead.found is not None
        and lead.found.trigger.way == "noun"
        and body.startswith((" that ", " which "), lead.found.end)
    ):
        if body.find(",", start, lead.found.start) >= 0 or len(words_of(body, (start, lead.found.start))) < 4:
            return None  # "..., and the summit that will be held in A": the rest is not about it
        end = lead.found.end
    if lead.found is not None:
        # the date is that of what follows "since" or "after": the clause before it is another matter
        for found in SUBORDINATOR.finditer(body, start, lead.found.start):
            # an aside that a comma closes ("X, until now the chief, was appointed") leaves the clause as it is
            closed = body.find(",", found.end(), lead.found.start) >= 0
            if found[0].lower() not in ("which", "who", "where") and not closed:
                start = found.end()
    pieces, at = [], start
    verb_from, verb_to = (lead.found.start, lead.found.end) if lead.found else (start, start)
    for m in annotations.dates:
        part_of_name = m.hint or body[m.start - 1 : m.start] in ("-", "–")  # "Peace Mission-2021"
        if start <= m.start and m.end <= end and m.start >= at and (m.edtf or m.type == "DATE") and not part_of_name:
            pieces.append(body[at : m.start] + _GAP)
            at = m.end
    pieces.append(body[at:end])
    text = "".join(pieces)
    if " | " in text:
        cells = [cell for cell in (_closed(c).strip(" ,;:") for c in text.split("|")) if cell]
        return ": ".join(cells[:2])[:LIMIT].strip(" ,;:") or None  # a row of a table
    if lead.found is not None and _VERB_FIRST.match(text):
        text = _subject_of(article, annotations, lead, start) + text
    verb = body[verb_from:verb_to]
    if lead.found is not None and lead.found.trigger.way == "verb":
        text = present_of(text, verb)
    # the comma behind the date of an aside closes the aside
    text = _closed(_ASIDE_DATE.sub(r"\1,", text) if "," in text else text)
    if "(" in text:
        text = re.sub(r"\s*\([^()]{0,80}\)", "", text)
    text = " ".join(text.translate(_NO_QUOTES).split()).strip(" ,;:-–—.")
    if "[" in text:
        text = re.sub(r"^[A-Z][\w ]+ \[[\w ]+\],?[^:]{0,25}: ", "", text)
    text = _whose(text, verb)
    for _ in range(3):
        leading = _LEADING.match(text)
        if leading is None:
            break
        text = text[leading.end() :]
    text = re.sub(r"^(?:If|if) ", "", text)
    text = re.sub(r"^According to [^,]{3,40}? (?=(?:an?|the|at least) )", "", text)
    if text and (text.split()[0].lower().strip(",") in _HEADLESS or _ONLY_SAID.search(text)):
        return None
    if (named := with_person(article, annotations, lead, text)) is not None:
        text, source = named
        if known is not None and source != article.sentences[lead.sentence]:
            known.append(source)
    if not text or _PRONOUN.match(text) or len(text.split()) < 3:
        return None
    if len(text) > LIMIT:
        text = _with_short_names(text, annotations, (start, end))
    if len(text) > LIMIT:
        text = _without_title(text, annotations, (start, verb_from))
    if len(text) <= LIMIT:
        return tidy_of(text)
    stem = verb.lower()[: max(3, len(verb) - 3)]
    noun = lead.found is not None and lead.found.trigger.way == "noun"
    least = text.lower().find(stem) + len(verb) + (0 if noun else 8) if verb and stem in text.lower() else 24
    said = lead.kind == "statement"
    for pattern in (_CUT, _SOFT_CUT) if said or noun else (_CUT, _SOFT_CUT, _LAST_CUT):
        cuts = [
            m.start() for m in pattern.finditer(text) if max(least, 24) <= m.start() <= LIMIT and not _in_list(text, m)
        ]
        line = next((tidy for cut in reversed(cuts) if (tidy := tidy_of(text[:cut])) is not None), None)
        if line is not None:
            return line
    return None


def _with_short_names(text: str, annotations: Annotations, span: tuple[int, int]) -> str:
    """ "The Member States of the Lake Forum" as "the LF": organizations by the abbreviation that the clipping itself uses."""
    for m in annotations.organizations:
        if (
            span[0] <= m.start < span[1]
            and not m.anaphor
            and len(m.id) <= 8
            and m.id.isupper()
            and len(m.text) > 2 * len(m.id)
        ):
            text = text.replace(m.text, m.id, 1)
    return re.sub(r"\b(?:the )?(?:[Mm]ember (?:[Ss]tates|[Cc]ountries) of (?:the )?|Member )(?=[A-Z]{2})", "the ", text)


def _subject_of(article: Article, annotations: Annotations, lead: Candidate, start: int) -> str:
    """ "X, who became minister in 1999, attended ...": the name for a clause that begins with its verb."""
    begin = article.sentences[lead.sentence][0]
    named = next((m for m in annotations.people if begin <= m.start < start and m.name and not m.office), None)
    return f"{named.text} " if named is not None and named.start - begin < 40 else ""


def _without_title(text: str, annotations: Annotations, subject: tuple[int, int]) -> str:
    """ "A's Defence Minister General X meets ...": from the name on, where the whole is too long."""
    for m in annotations.people:
        if subject[0] <= m.start < subject[1] and m.name and not m.office and m.text.split()[-1] in m.name:
            at = text.find(m.text)
            return text[at:] if 0 < at < 75 and "," not in text[:at] else text
    return text


def _in_list(text: str, cut: re.Match[str]) -> bool:
    """Whether a comma stands within an enumeration of names: "Turkish, Lebanese and Pakistani counterparts"."""
    if cut[0] != ", ":
        return False
    before = text[: cut.start()].rsplit(" ", 1)[-1]
    return before[:1].isupper() and re.match(r"[A-Z][\w’'-]*(?:,| and| or) ", text[cut.end() :]) is not None


def _whose(text: str, verb: str) -> str:
    """ "X, who took office, held talks": of the clause that holds the verb, with X for "who"."""
    found = re.match(r"(.{3,60}?), (?:who|which) ([^,]+)", text)
    if found is None and verb:
        done = re.match(
            r"(.{3,60}?), ((?:newly |recently )?(?:appointed|named|elected|admitted|dismissed) [^,]+)", text
        )
        if done is not None and verb.split()[0].lower() in done[2].lower():
            return f"{done[1]} {'were' if ' and ' in done[1] else 'is'} {done[2]}"
    if found is None or not verb:
        return text
    head = verb.split()[0][:3].lower()
    return f"{found[1]} {found[2]}" if head in found[2].lower()[:40] else text


#: What a date that was taken out, or a cut, leaves behind: ", starting", " and later dubbed", " after which ...".
_DANGLING = re.compile(
    r"(?:, (?:[a-z]+ )?(?:starting|beginning|lasting|ending|running|commencing|taking place|held|scheduled|dated)"
    r"|,? and (?:later|then|also|subsequently) [a-z]+(?:ed|en)"
    r"|,? (?:after|before|during|in|at|by|of|under|with|through|upon) (?:which|whom|whose)\b.*"
    r"|(?<! for)(?<! than)(?<! last)(?<! lasted)(?<! almost)(?<! nearly)(?<! of)(?<! over),? (?:(?:little|just|only|barely|about|some|exactly) )?(?:(?:more|less) than )?(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|\d{1,3}) (?:hour|day|week|month|year)s?)$"
)


#: "Sign it", "X, minister": what is meant stands elsewhere.
_NO_OBJECT = re.compile(
    r" (?:it|them|this|so|one|him|her)$|, (?:minister|president|premier|chairman|appointed|named|elected)$"
)


def tidy_of(text: str) -> str | None:
    text = _STUMP.sub("", text.strip(" ,;:-–—."))
    text = re.sub(r",? (?:which|who)(?: [\w’'-]+){1,2}$", "", text)
    text = re.sub(r" here(?= that\b|$)", "", text)
    text = _DANGLING.sub("", text).rstrip(" ,;:-–—.")
    if _NO_OBJECT.search(text):
        return None
    return text if len(text.split()) >= 3 and text.count("(") == text.count(")") else None


def _without_dates(body: str, annotations: Annotations, start: int, end: int) -> str:
    """body[start:end] without its days, which stand beside a headline anyhow."""
    pieces, at = [], start
    for m in annotations.dates:
        if at <= m.start and m.end <= end and m.edtf and not m.hint:
            pieces.append(body[at : m.start] + _GAP)
            at = m.end
    return _DATE_GAP.sub(_joint, "".join([*pieces, body[at:end]]))


def speech_of(article: Article, annotations: Annotations, lead: Candidate, record: EventRecord) -> str | None:
    """ "Sergey Shoigu: measures have enhanced cooperation", of what was said before the words that say who said it."""
    if record.classification != "statement" or lead.found is None or lead.found.trigger.way != "verb":
        return None
    body, (start, end) = article.body, article.sentences[lead.sentence]
    start = max(start, article.dateline_end) if article.dateline_end < end else start
    comma = max(
        body.rfind(",", start, lead.found.start),
        body.rfind('"', start, lead.found.start),
        body.rfind("”", start, lead.found.start),
    )
    if comma < start + 25 or lead.found.start - comma > 90:
        return _that_of(article, annotations, lead, start)
    speaker = next((m.name for m in annotations.people if comma <= m.start < end and m.name and not m.office), None)
    if speaker is None:
        found = re.match(r"[,\"” ]+(?:the |its |his )?((?:[A-Z][\w’'-]+ ?){1,5})", body[comma : lead.found.start])
        if found is None and lead.found.words in ("said", "says"):
            found = re.match(r" (?:the |its )?((?:[A-Z][\w’'-]+ ?){1,4})", body[lead.found.end : lead.found.end + 50])
        if found is None:
            found = _BODY_SPEAKS.match(body, comma, lead.found.start)
        speaker = (found[1] or found[found.lastindex or 1] or "").strip() if found else None
        speaker = speaker[:1].upper() + speaker[1:] if speaker else None
    told = _without_dates(body, annotations, start, comma)
    words_said = " ".join(re.sub(r"[\"“”]|\([^()]{0,80}\)", "", told).split()).strip(" ,.;")
    words_said = _LEADING.sub("", words_said)
    if speaker is None or not words_said or _PRONOUN.match(words_said):
        return None
    room = LIMIT - len(speaker) - 2
    if len(words_said) > room:
        words_said = _with_short_names(words_said, annotations, (start, comma))
    if len(words_said) > room:
        cuts = [m.start() for m in _CUT.finditer(words_said) if 24 <= m.start() <= room] or [
            m.start() for m in _SOFT_CUT.finditer(words_said) if 24 <= m.start() <= room
        ]
        if not cuts:
            return None
        words_said = words_said[: cuts[-1]]
    tidy = tidy_of(words_said)
    return f"{speaker}: {tidy[:1].lower() + tidy[1:] if tidy.split()[0] in _ARTICLES else tidy}" if tidy else None


_THAT = re.compile(r" that (?!he\b|she\b|it\b|they\b|we\b|this\b|these\b|those\b|his\b|her\b|its\b|their\b)")


def _that_of(article: Article, annotations: Annotations, lead: Candidate, start: int) -> str | None:
    """ "The air force: planes carried 500 men", of "The air force said last week that planes carried 500 men"."""
    if lead.found is None:
        return None
    body, end = article.body, lead.clause[1]
    that = _THAT.search(body, lead.found.end, min(end, lead.found.end + 40))
    who = " ".join(_without_dates(body, annotations, start, lead.found.start).split()).strip(" ,")
    if that is None or not 3 <= len(who) <= 40 or re.search(r"[,;:\"“”]", who) or _PRONOUN.match(who):
        return None
    told = " ".join(_without_dates(body, annotations, that.end(), end).translate(_NO_QUOTES).split()).strip(" ,.;")
    room = LIMIT - len(who) - 2
    if len(told) > room:
        ends = [m.start() for p in (_CUT, _SOFT_CUT) for m in p.finditer(told) if 24 <= m.start() <= room]
        told = told[: max(ends)] if ends else ""
    tidy = tidy_of(told)
    who = re.sub(r" (?:has|have|had|also|later)$", "", who)
    return f"{who}: {tidy}" if tidy else None


_BODY_SPEAKS = re.compile(
    r"[,\"” ]+(?:the |its |his |her |a )((?:[A-Za-z’']+ ){0,3}(?:ministry|government|spokesman|spokeswoman|spokesperson|agency|army|navy|police|court|"
    r"president|minister|secretariat|commission|embassy|presidency|office|council|bank|company))\b"
    r"|[,\"” ]+((?:[A-Za-z’']+ ){0,2}(?:diplomats|officials|sources|organi[sz]ers|authorities|analysts|experts|media|reports))\b"
)
_ARTICLES = frozenset({"The", "A", "An", "This", "These", "All", "Both", "Measures", "Participants", "We", "Our"})


#: Words that no noun phrase of a headline runs over.
_STOPS = frozenset(
    "a an the this that these those its his her their our my your of in on at for from to by about over between against among within into "
    "through and or but with without after before since as while which who whom whose where when if he she it they we you i not no also had has "
    "have was were is are be been being will would can could may might must should did does do said told than so such".split()
)
_TAIL = re.compile(
    r" (?:of|in|on|between|against|over|with|for)(?: (?:the|a|an|its|their))?(?: [A-Za-zÀ-ž][\w’'.-]*){1,3}"
)


def noun_of(article: Article, lead: Candidate) -> str | None:
    """ "Parade in Red Square": the noun that names the happening, with the words that belong to it."""
    if lead.found is None or lead.found.trigger.way != "noun":
        return None
    body = article.body
    before = words_of(
        body,
        (max(lead.clause[0], article.dateline_end if article.dateline_end < lead.found.start else 0), lead.found.start),
    )
    first = lead.found.start
    for n, word in enumerate(reversed(before)):
        gap = body[word.end : first]
        if (
            n >= 4
            or word.lower in _STOPS
            or gap.strip(' "“”')
            or any(t.way == "verb" and not t.rest for t in TRIGGERS.get(word.lower, ()))
        ):
            break
        first = word.start
    if lead.mention is not None and first < lead.mention.end <= lead.found.start:
        first = lead.mention.end  # "the 1991 war": without its year
    tail, end = "", lead.found.end
    for _ in range(2):
        found = _TAIL.match(body, end)
        if found is None or (
            lead.mention is not None and found.start() < lead.mention.end and found.end() > lead.mention.start
        ):
            break
        words = found[0].split()
        while len(words) > 1 and (words[-1].lower() in _STOPS or words[-1].lower() in _HEADLESS):
            words.pop()
        if len(words) < 2:
            break
        tail += " " + " ".join(words)
        end = found.end()
        if found[0].split() != words:
            break
    while first > 0 and body[first - 1].isdigit():
        first -= 1  # "20th"
    text = re.sub(r"[\"“”]", "", body[first : lead.found.end]).strip() + re.sub(r"[\"“”]", "", tail)
    text = " ".join(text.split()).rstrip(".,;")
    return text if len(text.split()) >= 2 and len(text) <= LIMIT else None


_DONE = frozenset({"signed", "adopted", "approved", "ratified", "endorsed", "launched", "proposed", "released", "published", "issued", "unveiled", "submitted", "introduced", "inked", "concluded"})  # fmt: skip
_OBJECT = re.compile(r" (?:(?:an|a|the|its|their|several|two|three|some) )?((?:[A-Za-zÀ-ž][\w’'-]* ?){1,8})")


_PAPER = re.compile(
    r"\b(?:the|an?|its|their) ((?:[\w’'-]+ ){0,3}(?:memorand\w+|agreements?|treat(?:y|ies)|protocols?|declarations?|statements?|pact|accord|charter|convention|contract|deal)"
    r"(?: of understanding)?(?: (?:on|for|about|of) [^,;.]{3,60}?)?) (?:signed|inked|adopted|approved|concluded|ratified)$"
)


def paper_of(article: Article, lead: Candidate) -> str | None:
    """ "Memorandum on joint drills signed", of "the memorandum on joint drills signed in 2011"."""
    if lead.found is None or lead.kind != "agreement":
        return None
    found = _PAPER.search(article.body, max(lead.clause[0], lead.found.end - 160), lead.found.end)
    line = (
        f"{re.sub(r'^(?:contents?|terms|text) of the ', '', found[1])} {lead.found.words.lower()}"
        if found is not None
        else ""
    )
    return line if line and len(line) <= LIMIT and lead.found.words.lower().split()[-1] in line else None


def object_of(article: Article, lead: Candidate) -> str | None:
    """ "Memorandum of obligations signed", where the subject is only a pronoun."""
    if lead.found is None or lead.found.words.lower() not in _DONE:
        return None
    found = _OBJECT.match(article.body, lead.found.end)
    if found is None:
        return None
    words: list[str] = []
    for word in found[1].split():
        if word.lower() in (_STOPS - {"of"}):
            break
        words.append(word)
    while words and words[-1].lower() == "of":
        words.pop()
    return f"{' '.join(words)} {lead.found.words.lower()}" if words and len(words) > 1 else None

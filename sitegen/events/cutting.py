"""A clause cut to a headline: without its date, in the present tense, at a joint, never within a phrase."""

from __future__ import annotations

import re

from sitegen.events.antecedent import with_person
from sitegen.events.candidates import Candidate
from sitegen.events.clauses import Span, words_of
from sitegen.events.patterns import SUBORDINATOR
from sitegen.events.tense import present_of
from sitegen.model import Annotations, Article

LIMIT = 90
#: A clause that no joint parts may be so long.
LONGEST = 108

LEADING = re.compile(
    r"^(?:(?:if [^,]{3,70}|meanwhile|earlier|later|also|particularly|notably|specifically|additionally|furthermore|however|moreover|besides|then|afterwards|in addition|according to [^,]{2,60}|for (?:his|her|its) part|"
    r"(?:besides|apart from|along with|together with|alongside|during|after|before|with|following|under|ahead of|despite|amid|from|among|within|in|at|on|speaking|noting|continuing|as part) [^,]{3,70}|"
    r"and|but|while|which|who|whom|that|after|before|as|since|when|where|though|although|so|with|following|ahead of),(?!\d) ?|"
    r"(?:and|but|while|that|so|then|also|when|where|though|although) |as (?=the |its |an? ))",
    re.IGNORECASE,
)  # fmt: skip
#: A cut that begins with one of these has lost its subject.
HEADLESS = frozenset(
    "will would was were is are has have had been be begins begin held took takes said says told to of in on at for from by with than".split()
)
PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|his|her|its|their|this|that|these|those|there|who|which|whose|both|some(?! \d| [A-Z])|one|another|here)\b",
    re.IGNORECASE,
)
CUT = re.compile(r", |; | – | — | -- |: | (?=(?:which|who|where|when|while|after|before|as|since|because|although|though|with|following|amid|under|during|ahead of|in order|aimed|including|adding|saying|despite|so that)\b)")  # fmt: skip
SOFT_CUT = re.compile(r" (?=(?:in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|and|as)\b)")
#: The last resort: before what a noun or verb is told of. What somebody said is not cut off so.
_LAST_CUT = re.compile(r" (?=(?:that|than|how|whether|[a-z]{3,}ing (?:his|her|its|their|the|an?|them))\b)")
NO_QUOTES = str.maketrans("", "", '"“”«»')
GAP = "\0"
DATE_GAP = re.compile(
    r",?\s*(?:\b(?:early|late|later|as|back|starting|beginning)\s+)?(?:\b(?:on|in|at|by|since|during|for|from|to|until|till|between|of)\b)?\s*(?:\bthe\s+)?\0(?:['’]s\b)?(?:,? ?(?:(?:and|to|or|-|–) ?)?\0)*(?:\s*\(\s*\0\s*\))?(?: (?:morning|afternoon|evening|night)\b)?,?",
    re.IGNORECASE,
)
_STUMPS = frozenset(
    "along together therefore thus also then now in on at for from to by about over between against among within into through of and or the a an with "
    "its their his her that after before since when while where during under following amid which who as will was were is are has have had be been not both".split()
)
_STUMP = re.compile(r"(?:\s+(?:along|together|therefore|thus|also|then|now|in|on|at|for|from|to|by|about|over|between|against|among|within|into|through|of|and|or|the|a|an|with|its|their|his|her|that|after|before|since|when|while|where|during|under|following|amid|which|who|as|will|was|were|is|are|has|have|had|be|been|to be|not|both))+$", re.IGNORECASE)  # fmt: skip


#: Who said something, and not what.
_ONLY_SAID = re.compile(
    r"^(?:[\w.’'-]+ ){1,6}(?:said|says|told reporters|added|noted|stressed|reported|announced)(?: (?:at|in|during|after|on) (?:[\w’'-]+ ?){1,5})?$"
)


_VERB_FIRST = re.compile(r"\s*(?:attended|met|took|held|signed|became|was|left|visited|chaired|gave|led|[a-z]{3,}ed) ")
_ASIDE_DATE = re.compile(
    r"(, (?:who|which|appointed|named|elected|held|admitted) [^,\0]*?)\s*(?:\b(?:only|just) )?(?:\b(?:in|on|since|by) )?\0\s*,"
)


def joint(gap: re.Match[str]) -> str:
    """What stands where a date was: a comma before it or behind it, and not both, belongs to what follows."""
    if gap[0].lstrip()[:7].lower() == "of the " and gap.string[gap.end() : gap.end() + 2].strip().isalpha():
        return " of the "  # "the outcome of the 17 May summit"
    if gap[0].lstrip()[:4].lower() == "the " and not gap[0].endswith(","):
        return " the "  # "the 2018 exercise"
    if not gap[0].startswith(",") and (
        _GOES_ON_WITH.match(gap.string, gap.end()) or _HAS_JUST.search(gap.string, 0, gap.start())
    ):
        return " "  # "the meeting starting today, will discuss": the comma closed nothing
    return ", " if gap[0].startswith(",") != gap[0].endswith(",") and gap.start() > 0 else " "


_HAS_JUST = re.compile(r"\b(?:has|have|had|will|was|were|is|are)$")
_GOES_ON_WITH = re.compile(r" (?:will|would|is|are|was|were|has|have|had)\b")


#: What stands between two dashes: "approved — in an extraordinary session — a resolution"
_DASHED = re.compile(r" [—–] [^—–]{3,90} [—–](?= )")
_OF_A_DAY = re.compile(r"\b(for|of|in|at|after|during|to|from|on) \0['’]s\b")


def without_gaps(text: str) -> str:
    """`text` with the holes closed that dates left; only what stands around them is looked at."""
    first = text.find(GAP)
    if first < 0:
        return text
    if "\0'" in text or "\0’" in text:
        text = _OF_A_DAY.sub(r"\1 the", text)  # "the toll of Sunday's quake"
    a, b = max(0, text.find(GAP) - 24), text.rfind(GAP) + 24
    return text if a > b else text[:a] + DATE_GAP.sub(joint, text[a:b]) + text[b:]


_NO_VERB = re.compile(
    r"[^,]{3,60}, (?:in|at|during|on|after|before|following) (?:an?|the|his|her|their) [^,]{3,60}(?:,|$| (?:added|said|told|noted|stressed)\b)"
)
_NEW_CLAUSE = re.compile(r"(?:, (?:and|while|but|as|when|where) |; | as )(?=(?:the|its|their|a|an|[A-Z]\w+) )")
_NOUN_THAT = re.compile(
    r"\b(?:for|of|about|over|by|to|from|on|in|with|after|against) (?:the |an? )?(?P<noun>(?:(?!the\b|an?\b)[a-z-]+ ){0,2}[a-z]{4,})(?P<that> (?:that|which)) $"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)")
_SPEAKER = re.compile(r"^[A-Z][\w ]+ \[[\w ]+\],?[^:]{0,25}: ")
_ACCORDING = re.compile(r"^According to [^,]{3,40}? (?=(?:an?|the|at least) )")
_REFS = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))
_THE_DAY = re.compile(r", the (?:day|month|year|week)(?: (?:that|when|on which|in which|after|before))? ")
#: "..., the president's office said": at the end of a clause that another verb reports
_SOURCE = re.compile(
    r",[\"”’]? (?:[^,;:\"“”]{1,90}? )?(?:said|says|told|announced|reports?|reported|added|noted|stressed|confirmed|according to|has learn(?:ed|t)|quoted|cited|informed)\b[^;]*$"
)
_TOLD_THAT = re.compile(
    r"\b(?:said|says|told [^,;]{2,40}?|announced|stated|confirmed|added|noted|reported)(?:(?: (?:on|late on|earlier on) \S+)?(?: \S+)? that (?!he\b|she\b|it\b|they\b))"
    r"|\bsa(?:id|ys) (?=(?:the|an?) [\w-])"
)
_MARKING = re.compile(
    r", (?:marking|sealing|completing|paving|ending|opening|beginning|starting|confirming|formali[sz]ing|celebrating|becoming|making)\b"
)
_LAST_OF_LIST = re.compile(r"[A-Z][\w’'-]+ and (?=[A-Z][\w’'-]+, )")
_PARTICIPLE = re.compile(
    r"(?:having|being|becoming|arriving|running|lasting|speaking|addressing|attending|citing|noting|adding|calling|following|during|amid|accompanied|founded|signed|added|"
    r"held|named|appointed|elected|established|formed|created|launched|described|asked|quoted|led|headed|hosted|attended|dubbed|known|given|according)\b",
    re.IGNORECASE,
)
#: "The talks, that will last four days, would be the second round": without the aside
_THAT_ASIDE = re.compile(
    r"([^,]{3,60}), that (?:will|would|was|were|is|are|had|has) [^,]{3,60}, ((?:would|will|is|was|are|were|has|had|[a-z]+ed) .*)$"
)
#: "A had, during its last summit, imposed sanctions": without the aside
_AUX_ASIDE = re.compile(r"\b(had|has|have|was|were|is|are|will), (?:during|at|in|on|after|before|under) [^,]{3,60},")
_APPOSED = re.compile(r", (?:an?|the|its|his|her|their) [^,]{3,70},(?= [a-z])")


def _without_source(body: str, lead: Candidate, start: int, end: int) -> int:
    """Where the clause ends without those who are only said to have told it."""
    if lead.found is None:
        return end
    found = _SOURCE.search(body, max(start, lead.found.end), end)
    return found.start() if found is not None and found.start() - start > 20 else end


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
    dropped: Span | None = None
    if lead.found is not None:
        # the date is that of what follows "since" or "after": the clause before it is another matter
        for found in SUBORDINATOR.finditer(body, start, lead.found.start):
            # an aside that a comma closes ("X, until now the chief, was appointed") leaves the clause as it is
            closed = body.find(",", found.end(), lead.found.start) >= 0
            if lead.mention is not None and 0 <= lead.mention.start - found.end() <= 1:
                continue  # "has been so since June 2017 by ...": it goes with the date
            if found[0].lower() not in ("which", "who", "where") and not closed:
                start = found.end()
                if (
                    found.start() - article.sentences[lead.sentence][0] < 3
                    and (comma := body.find(",", max(lead.found.end, lead.mention.end if lead.mention else 0), end)) > 0
                ):
                    end = comma  # "Since the founding of A in May, B has thrived": of A alone
        erupted = _NOUN_THAT.search(body, start, lead.found.start) if lead.found.trigger.way == "verb" else None
        if erupted is not None and lead.kind == "other":
            start, dropped = erupted.start("noun"), erupted.span("that")  # "blamed for the violence that erupted in A"
        told = _TOLD_THAT.search(body, start, lead.found.start)
        if told is not None:
            start = told.end()
        since = _THE_DAY.search(body, start, lead.found.start)
        if since is not None:
            start = since.end()  # "on the run since May 4, the day A stepped down"
        if lead.found.start - start > LIMIT - 15 and (
            joints := list(_NEW_CLAUSE.finditer(body, start, lead.found.start))
        ):
            start = joints[-1].end()  # the verb lies too far on to be reached
    if lead.found is not None and lead.found.trigger.way == "noun" and lead.mention is not None:
        # "The flag was raised on Monday, marking the accession": the main clause says it
        aside = _MARKING.search(body, max(start, lead.mention.end), lead.found.start)
        if aside is not None and aside.start() - start > 24:
            end = aside.start()
    end = _without_source(body, lead, start, end)
    if start > article.sentences[lead.sentence][0] and _LAST_OF_LIST.search(body, start - 40, start + 40):
        return None  # "... her sons A and | B, accused of ...": no clause of its own
    pieces, at = [], start
    if dropped is not None and dropped[0] > start:
        pieces, at = [body[start : dropped[0]]], dropped[1]
    verb_from, verb_to = (lead.found.start, lead.found.end) if lead.found else (start, start)
    for m in annotations.dates:
        part_of_name = (
            m.hint or body.startswith(" than", m.end) or body[m.start - 1 : m.start] in ("-", "–")
        )  # "Peace Mission-2021"
        if start <= m.start and m.end <= end and m.start >= at and (m.edtf or m.value in _REFS) and not part_of_name:
            pieces.append(body[at : m.start] + GAP)
            at = m.end
    pieces.append(body[at:end])
    text = "".join(pieces)
    if " | " in text:
        cells = [cell for cell in (without_gaps(c).strip(" ,;:") for c in text.split("|")) if cell]
        return ": ".join(cells[:2])[:LIMIT].strip(" ,;:") or None  # a row of a table
    if lead.found is not None and _VERB_FIRST.match(text):
        text = _subject_of(article, annotations, lead, start) + text
    verb = body[verb_from:verb_to]
    if lead.found is not None and lead.found.trigger.way == "verb":
        text = present_of(text, verb)
    # the comma behind the date of an aside closes the aside
    text = without_gaps(_ASIDE_DATE.sub(r"\1,", text) if "," in text else text)
    if "(" in text:
        text = _IN_BRACKETS.sub("", text)
    text = " ".join(text.translate(NO_QUOTES).split()).strip(" ,;:-–—.")
    if "—" in text or "–" in text:
        text = _DASHED.sub("", text)
    if "[" in text:
        text = _SPEAKER.sub("", text)
    text = _whose(text, verb)
    if lead.found is not None and lead.found.trigger.way == "noun" and _NO_VERB.match(text):
        return None  # "A, in a telephone call with B": what A did is not said
    lost = False
    for _ in range(3):
        leading = LEADING.match(text)
        if leading is None:
            break
        lost = lost or (bool(verb) and verb in leading[0])
        text = text[leading.end() :]
    if lost and len(text) > LIMIT:
        return None  # the verb went with what led up to it: "Under a declaration issued on 17 June, ..."
    text = text.removeprefix("If ").removeprefix("if ")
    text = _ACCORDING.sub("", text)
    if text and (
        (text.split()[0].lower().strip(",") in HEADLESS and text[:9].lower() != "at least ") or _ONLY_SAID.search(text)
    ):
        return None
    if (named := with_person(article, annotations, lead, text)) is not None:
        text, source = named
        if known is not None and source != article.sentences[lead.sentence]:
            known.append(source)
    if not text or PRONOUN.match(text) or _PARTICIPLE.match(text) or len(text.split()) < 3:
        return None
    text = _AUX_ASIDE.sub(r"\1", text) if "," in text else text
    if "," in text and (passed := _THAT_ASIDE.match(text)) is not None:
        text = f"{passed[1]} {passed[2]}"
    if len(text) > LIMIT and "," in text:
        text = _APPOSED.sub("", text, count=1) if text.count(",") in (2, 3) and not _LISTED.search(text) else text
    if len(text) > LIMIT:
        text = with_short_names(text, annotations, (start, end))
    if len(text) > LIMIT:
        text = _without_title(text, annotations, (start, verb_from))
    if len(text) <= LIMIT:
        return tidy_of(text)
    if len(text) <= LONGEST and not any(24 <= m.start() <= LIMIT and not _in_list(text, m) for m in CUT.finditer(text)):
        return tidy_of(text)  # a little too long is better than cut within a phrase
    stem = verb.lower()[: max(3, len(verb) - 3)]
    noun = lead.found is not None and lead.found.trigger.way == "noun"
    least = text.lower().find(stem) + len(verb) + (0 if noun else 8) if verb and stem in text.lower() else 24
    said = lead.kind == "statement"
    for pattern, most in ((CUT, LIMIT), (SOFT_CUT, LIMIT), (SOFT_CUT, LONGEST), (_LAST_CUT, LIMIT)):
        if pattern is _LAST_CUT and (said or noun):
            continue
        cuts = [
            m.start() for m in pattern.finditer(text) if max(least, 24) <= m.start() <= most and not _in_list(text, m)
        ]
        line = next((tidy for cut in reversed(cuts) if (tidy := _cut_at(text, cut, verb)) is not None), None)
        if line is not None and (most > LIMIT or line.count(" ") > 3 or " that " not in text[: len(line) + 6]):
            return line
    cuts = [m.start() for m in CUT.finditer(text) if 24 <= m.start() <= LIMIT and not _in_list(text, m)] or [
        m.start() for m in SOFT_CUT.finditer(text) if 30 <= m.start() <= LIMIT and not _in_list(text, m)
    ]
    whole = [c for c in cuts if _FINITE.search(text[:c])]
    return None if noun or said or not whole else _cut_at(text, whole[-1], "")


#: What goes with the "by" that was cut off: "a blockade imposed | by Peru"
_BY_WHOM = re.compile(
    r"(?<! is)(?<! are)(?<! was)(?<! were)(?<! been)(?<! be)(?<! being) (?:[a-z]{2,}ed|led|held|put)$"
)
_VERBISH = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|must|should|[a-z]{3,}(?:ed|es))\b")
_LAST_THAT = re.compile(r" that ([^,]*)$")
_RELATIVE_END = re.compile(r", (?:who|which|whose|where|that)\b[^,]*$")


def _cut_at(text: str, cut: int, verb: str) -> str | None:
    """`text` up to `cut`, without a participle or a relative clause that the cut leaves open."""
    line = text[:cut].rstrip()
    if text[cut:].lstrip(" ,").startswith("by "):
        line = _BY_WHOM.sub("", line)
    that = _LAST_THAT.search(line)
    if that is not None and not _VERBISH.search(that[1]):
        line = line[: that.start()]  # "agree that any aggression | against A would ...": says nothing yet
    ends = _RELATIVE_END.search(line)
    if ends is not None and not (verb and verb in line[ends.start() :]):
        line = line[: ends.start()]
    return tidy_of(line)


#: A clause that says something: "the bloc has been fractured by a blockade | imposed by ..."
_FINITE = re.compile(r" (?:is|are|was|were|has|have|had|will)(?: not)?(?: been| be)? [a-z]{3,}(?:ed|en|ing|wn|ld|t)\b")


def with_short_names(text: str, annotations: Annotations, span: tuple[int, int]) -> str:
    """ "The Member States of the Lake Forum" as "the LF": organizations by the abbreviation that the clipping itself uses."""
    for m in annotations.organizations:
        if (
            span[0] <= m.start < span[1]
            and not m.anaphor
            and not m.text.startswith(("Committee", "Council", "Commission"))
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


_GOES_ON = re.compile(r"(?:the )?[A-Z][\w’'-]*(?: (?:of |for |of the )?[A-Z][\w’'-]*){0,4}(?:,| and| or)(?= |$)")
#: "joint operational | and military trainings"
_ADJECTIVE = re.compile(r"(?:[a-z]{3,}(?:al|ic|ive|ary|ous|ful|ese|ible|able)|early|joint|new|old)$")
_AS_WHAT = re.compile(
    r"\b(?:consider|regard|choos|choose|pick|select|name|appoint|describ|recogni[sz]|hail|denounc|view)(?:s|ed|es|d)? [^,]{2,60}$"
)
#: "A, B, the C and D": commas that no apposition makes
_LISTED = re.compile(r"[A-Z]\w+, (?:the )?[A-Z]\w+(?:,| and)")


def _in_list(text: str, cut: re.Match[str]) -> bool:
    """Whether a comma stands within an enumeration of names: "Turkish, Lebanese and Pakistani counterparts"."""
    if cut[0] == " " and text.startswith("and ", cut.end()):
        last = text[: cut.start()].rsplit(" ", 1)[-1]
        if _ADJECTIVE.fullmatch(last):
            return True
        return last[:1].isupper() and re.match(r"and (?:the )?[A-Z]", text[cut.end() :]) is not None
    if text.startswith("as ", cut.end()):
        return _AS_WHAT.search(text[: cut.start()]) is not None  # "considers it | as a guarantor"
    if cut[0] != ", ":
        return False
    before = text[: cut.start()].rsplit(" ", 1)[-1]
    return before[:1].isupper() and _GOES_ON.match(text[cut.end() :]) is not None


_WHO = re.compile(r"(.{3,60}?), (?:who|which) ([^,]+)")
_DONE = re.compile(r"(.{3,60}?), ((?:newly |recently )?(?:appointed|named|elected|admitted|dismissed) [^,]+)")


def _whose(text: str, verb: str) -> str:
    """ "X, who took office, held talks": of the clause that holds the verb, with X for "who"."""
    if "," not in text:
        return text
    found = _WHO.match(text)
    if found is None and verb:
        done = _DONE.match(text)
        if done is not None and verb.split()[0].lower() in done[2].lower():
            return f"{done[1]} {'were' if ' and ' in done[1] else 'is'} {done[2]}"
    if found is None or not verb:
        return text
    head = verb.split()[0][:3].lower()
    return f"{found[1]} {found[2]}" if head in found[2].lower()[:40] else text


#: What a date that was taken out, or a cut, leaves behind: ", starting", " and later dubbed", " after which ...".
_DANGLING = re.compile(
    r"(?: (?:during|in|for|over) the (?:periods?|years?)(?: of)?|, (?:[a-z]+ )?(?:starting|beginning|lasting|ending|running|commencing|taking place|held|scheduled|dated)"
    r"|,? and (?:later|then|also|subsequently) [a-z]+(?:ed|en)"
    r"|,? (?:after|before|during|in|at|by|of|under|with|through|upon) (?:which|whom|whose)\b.*"
    r"|(?<! for)(?<! than)(?<! last)(?<! lasted)(?<! almost)(?<! nearly)(?<! of)(?<! over),? (?:(?:little|just|only|barely|about|some|exactly) )?(?:(?:more|less) than )?(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|\d{1,3}) (?:hour|day|week|month|year)s?)$"
)


#: how the text ends where `_DANGLING` may find something without "which" or "whom"
_DANGLING_ENDS = ("ing", "place", "ed", "en", "held", *(f"{unit}{s}" for unit in ("hour", "day", "week", "month", "year") for s in ("", "s")))  # fmt: skip
_BEGUN_AGAIN = re.compile(r",? (?:which|who)(?: [\w’'-]+){1,2}$")
_HERE = re.compile(r" here(?= that\b|$)")


#: "Sign it", "X, minister": what is meant stands elsewhere.
_NO_OBJECT = re.compile(
    r" (?:it|them|this|so|one|him|her)$|, (?:minister|president|premier|chairman|appointed|named|elected)$"
)


_TOLD_WHOM = re.compile(
    r" (?:told|tells) (?:reporters|journalists|the press|a news conference|parliament|lawmakers|[A-Z][\w.’'-]+)$"
)


def tidy_of(text: str) -> str | None:
    text = text.strip(" ,;:-–—.")
    if text.rpartition(" ")[2].lower() in _STUMPS:
        text = _STUMP.sub("", text)
    if " who " in text or " which " in text:
        text = _BEGUN_AGAIN.sub("", text)
    if " here" in text:
        text = _HERE.sub("", text)
    if text.endswith(_DANGLING_ENDS) or " wh" in text:
        text = _DANGLING.sub("", text)
    text = text.rstrip(" ,;:-–—.")
    text = text.removesuffix(", to be held") + " to be held" if text.endswith(", to be held") else text
    if _NO_OBJECT.search(text) or _TOLD_WHOM.search(text):
        return None
    return text if len(text.split()) >= 3 and text.count("(") == text.count(")") else None

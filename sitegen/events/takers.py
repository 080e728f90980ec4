"""Who took part in a happening: people with role and country, countries, organizations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.events.clauses import Span
from sitegen.model import Annotations, Article, Participant

#: "the defence ministers of", "delegations from": a list of countries that follows took part.
_FROM = re.compile(
    r"\b(?:ministers?|chiefs?|leaders?|presidents?|premiers?|heads?|delegations?|delegates|representatives?|officials|"
    r"officers|commanders|troops|soldiers|forces|armies|militaries|servicemen|units|secretaries|envoys|counterparts?|departments?|ministries|"
    r"colleagues|participants|members|teams|warships|ships|contingents|participation|partners)"
    r"(?: [a-z]+){0,4} (?:of|from|including|like)(?: [a-z]+){0,3}(?: of)? $",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"^(?:,| and|, and|,and| as well as|, as well as|, along with| or|, the| and the|, and the)? ?(?:the )?$"
)
_PARTNERS = re.compile(
    r"\bpartners?(?: countries| nations| states)?(?: —| –| -|:|,| including| such as| like) (?:the )?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:between|among|involving|joined by|attended by|together with)(?: the)? $", re.IGNORECASE)


def countries_listed(article: Article, annotations: Annotations, spans: list[Span]) -> list[str]:
    """Countries in lists of those whose ministers, delegations or troops took part, in text order."""
    body, out = article.body, []
    for span in spans:
        last = -1
        for m in annotations.places:
            if not span[0] <= m.start < span[1] or m.country is None:
                continue
            if m.kind == "demonym":
                if re.match(
                    r" (?:and [A-Z]\w+ )?(?:[a-z]+ ){0,2}(?:ministers?|chiefs?|delegations?|troops|soldiers|counterparts?|leaders?|presidents?)",
                    body[m.end : m.end + 50],
                ):
                    out.append(m.country)
                continue
            if m.kind != "country":
                continue
            before = body[max(span[0], m.start - 90) : m.start]
            listed = last >= 0 and _LIST.match(body[last : m.start]) is not None
            if listed or _FROM.search(before) or _BETWEEN.search(before) or _PARTNERS.search(before):
                out.append(m.country)
                last = m.end
    return list(dict.fromkeys(out))


def people_in(annotations: Annotations, spans: Sequence[Span], wider: Sequence[Span] = ()) -> list[Participant]:
    """The people named in `spans`, each once, with the post said of them anywhere in the clipping.

    In `wider`, the other sentences on a meeting, those are taken who hold the office of those who met.
    """
    known: dict[str, Participant] = {}
    for m in annotations.people:
        if m.office or not m.name:
            continue
        before = known.get(m.name)
        if before is None or (before.role is None and m.role is not None):
            known[m.name] = Participant(
                name=m.name, role=m.role, country=m.country or (before.country if before else None)
            )
    named = dict.fromkeys(
        m.name for m in annotations.people if not m.office and m.name and any(a <= m.start < b for a, b in spans)
    )
    codes = {
        m.code for m in annotations.people if m.code and m.code != "other" and any(a <= m.start < b for a, b in spans)
    }
    for m in annotations.people:
        if (
            not m.office
            and m.name
            and m.code in codes
            and m.state != "former"
            and any(a <= m.start < b for a, b in wider)
        ):
            named.setdefault(m.name)
    return [known[name] for name in named]


def countries_of_people(annotations: Annotations, spans: list[Span]) -> list[str]:
    """Countries of the people and offices in `spans`: those who hold a post there now."""
    out = []
    by_name = {
        m.name: m.country for m in annotations.people if m.country and not m.office and m.name and m.state != "former"
    }
    for m in annotations.people:
        if any(a <= m.start < b for a, b in spans) and m.state != "former":
            country = m.country or by_name.get(m.name)
            if country:
                out.append(country)
    return list(dict.fromkeys(out))


def organizations_in(annotations: Annotations, spans: list[Span]) -> list[str]:
    return list(dict.fromkeys(m.id for m in annotations.organizations if any(a <= m.start < b for a, b in spans)))

"""What the markup says of a part: furniture by its tag, role or class, or the story's own element."""

from __future__ import annotations

import re

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table
    tbody td tfoot th thead title tr ul""".split()
)


VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


_CUT_TAGS = {
    "nav": "navigation", "footer": "page foot", "aside": "side matter", "form": "form", "button": "button",
    "dialog": "dialog", "menu": "navigation", "label": "form",
}  # fmt: skip


_CUT_ROLES = {
    "navigation": "navigation", "banner": "page head", "contentinfo": "page foot", "complementary": "side matter",
    "search": "form", "dialog": "dialog", "alertdialog": "dialog", "menu": "navigation", "menubar": "navigation",
    "toolbar": "page tools",
}  # fmt: skip


#: Words in class and id -> step.
_CUT_WORDS = {
    word: step
    for step, words in {
        "share line": "share sharing sharebar sharethis addthis social socials sociallinks addtoany a2a sns shareblock",
        "related list": "related recommend recommended recommendation recommendations readmore alsoread mostread popular trending seealso teaser teasers more-news latest outbrain taboola promo promos",
        "advertisement": "ad ads advert adverts advertisement advertising adsbygoogle sponsor sponsored adslot adbox dfp",
        "navigation": "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs crumb skip skiplink pagination pager paging topbar toolbar",
        "page foot": "footer foot copyright colophon",
        "side matter": "sidebar aside rail widget widgets",
        "comment form": "comment comments disqus respond commentlist",
        "subscribe line": "newsletter subscribe subscription signup paywall login signin register",
        "cookie notice": "cookie cookies consent gdpr popup modal overlay",
        "tags": "tags taglist keywords",
        "page tools": "print printfriendly fontsize textsize tools",
    }.items()
    for word in words.split()
}  # fmt: skip


_SPLIT = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")


_HIDDEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


_BODY_WORDS = frozenset(("articlebody", "article-body", "story-body", "entry-content", "post-content", "article-content", "article__body", "article__content", "articletext", "article-text", "story-content", "news-content", "content-body", "td-post-content", "field-name-body", "artibody", "main-article"))  # fmt: skip


def names_of(values: dict[str, str]) -> set[str]:
    return {w.casefold() for w in f"{values.get('class', '')} {values.get('id', '')}".split()}


def may_be_story(name: str, values: dict[str, str]) -> bool:
    return (
        name in ("article", "main")
        or values.get("role") in ("main", "article")
        or "articlebody" in values.get("itemprop", "").casefold()
        or bool(names_of(values) & _BODY_WORDS)
    )


def furniture_of(name: str, values: dict[str, str]) -> tuple[str, str, bool] | None:
    """The step that the element's tag, role or class asks for, why, and whether only the class says so."""
    if name in ("html", "body", "article", "main", "h1", "head", "p", "td", "tr", "table", "tbody"):
        return (
            ("hidden", "hidden on the page", True)
            if _is_hidden(values) and name in ("p", "td", "tr", "table")
            else None
        )
    if name in _CUT_TAGS:
        return _CUT_TAGS[name], f"<{name}>", name == "form"
    if (role := values.get("role", "").casefold()) in _CUT_ROLES:
        return _CUT_ROLES[role], f'role="{role}"', False
    if _is_hidden(values):
        return "hidden", "hidden on the page", True
    named = f"{values.get('class', '')} {values.get('id', '')}"
    if len(named) > 1:
        words = [w.casefold() for w in _SPLIT.split(named[:400]) if w]
        for word in words:
            if word in _CUT_WORDS:
                return _CUT_WORDS[word], f'class "{named.strip()[:40]}"', True
    if name == "sup" and "reference" in named:
        return "footnote mark", "a footnote's number", False
    return None


def _is_hidden(values: dict[str, str]) -> bool:
    return (
        "hidden" in values or values.get("aria-hidden") == "true" or bool(_HIDDEN_STYLE.search(values.get("style", "")))
    )

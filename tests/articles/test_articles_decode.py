"""Bytes become text, and what had to be guessed is said."""

import pytest

from sitegen.articles.decode import declared_charset, decode

QUOTED = "“We shall meet,” the minister said – and left for Orléans on Tuesday."


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marks_and_utf8_need_no_guess(codec: str) -> None:
    assert decode(QUOTED.encode(codec)) == (QUOTED, [])


def test_newlines_and_control_characters_stay() -> None:
    assert decode(b"a\r\nb\x00\rc")[0] == "a\r\nb\x00\rc"


@pytest.mark.parametrize(
    ("data", "declared", "text", "codes"),
    [
        (QUOTED.encode("cp1252"), None, QUOTED, ["W101"]),
        (QUOTED.encode("cp1252"), "ISO-8859-1", QUOTED, []),
        ("Министры обороны встретились во вторник в Москве.".encode("cp1251"), "windows-1251",
         "Министры обороны встретились во вторник в Москве.", []),
        (QUOTED.encode("cp1252"), "utf-8", QUOTED, ["W103", "W101"]),
        (b"plain", "no-such-charset", "plain", ["W103"]),
        (b"plain", "rot13", "plain", ["W103"]),
        (b"", None, "", []),
        ("The ministers met.".encode("utf-16-le"), None, "The ministers met.", ["W101"]),
        (b"\xef\xbb\xbfThe ministers \xff met.", None, "The ministers \ufffd met.", ["W102"]),
    ],
)  # fmt: skip
def test_charsets(data: bytes, declared: str | None, text: str, codes: list[str]) -> None:
    found, findings = decode(data, declared)
    assert found == text
    assert [f.code for f in findings] == codes


def test_cyrillic_without_a_word_of_its_charset_is_guessed() -> None:
    text = "Министры обороны стран организации встретились во вторник в Москве и подписали план."
    found, findings = decode(text.encode("cp1251"))
    assert found == text
    assert "cp1251" in findings[0].message


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<html><head><meta charset="windows-1251">', "windows-1251"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=gb2312'>", "gb2312"),
        (b"<html><p>charset=none</p>", None),
    ],
)
def test_an_html_file_names_its_charset(head: bytes, charset: str | None) -> None:
    assert declared_charset(head) == charset

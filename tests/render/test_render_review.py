"""What is wrong with the site is said before it is published."""

from __future__ import annotations

from dataclasses import replace

import meridian

from sitegen.model import Page
from sitegen.render import problems_of_site


def codes(**changes: object) -> list[str]:
    register = meridian.register()
    source = replace(meridian.source(), **changes)  # type: ignore[arg-type]
    return [str(p) for p in problems_of_site(register, source)]


def test_a_link_to_no_record_is_named_with_its_file() -> None:
    page = Page(slug="about", title="A", text="[x](event:none) [y](person:dana-serik)", path="pages/about.md")
    assert codes(pages=(page,)) == ["pages/about.md: warning W503: the link event:none leads to no record; mend the id"]


def test_prose_that_is_too_tangled_is_named() -> None:
    page = Page(slug="about", title="A", text="[" * 5_000, path="pages/about.md")
    assert [f.split(":")[1] for f in codes(pages=(page,))] == [" warning W504"]


def test_a_page_cannot_take_the_site_s_own_address_or_another_s() -> None:
    pages = (
        Page(slug="timeline", title="T", text="x", path="pages/t.md"),
        Page(slug="about", title="A", text="x", path="pages/a.md"),
        Page(slug="About", title="B", text="x", path="pages/b.md"),
    )
    found = codes(pages=pages)
    assert [f.split(": ")[1] for f in found] == ["error E501", "error E501"]
    assert "pages/a.md" in found[0]


def test_a_portrait_without_a_licence_is_not_shown() -> None:
    register = meridian.register()
    person = replace(register.people[0], portrait={"file": "a.jpg"}, path="people/a.md")
    source = replace(meridian.source(), files=(("a.jpg", "/nowhere/a.jpg"),), pages=())
    found = problems_of_site(replace(register, people=(person, *register.people[1:])), source)
    assert [p.code for p in found] == ["W502"]

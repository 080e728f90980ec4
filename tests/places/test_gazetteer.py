"""The tables of the world's names hold what they say: against pycountry, and each against itself."""

from __future__ import annotations

import pycountry

from sitegen.gazetteer import read_cities, read_countries, read_known_organizations
from tests.memberships.reading import world_names


def test_every_country_of_iso_3166_is_there() -> None:
    codes = {country.alpha_2 for country in pycountry.countries}
    assert {c.code for c in read_countries()} == codes | {"XK"}


def test_official_names_of_iso_3166_lead_to_their_country() -> None:
    known = world_names().countries
    for country in pycountry.countries:
        for name in (country.name, getattr(country, "official_name", country.name)):
            if "," not in name and "(" not in name and name != "Congo":
                assert known.get(name.removeprefix("the ")) == country.alpha_2, name


def test_no_spelling_means_two_countries() -> None:
    seen: dict[str, str] = {}
    for country in read_countries():
        for name in {country.name, *country.names}:
            assert seen.setdefault(name, country.code) == country.code, name
    demonyms: dict[str, str] = {}
    for country in read_countries():
        for name in set(country.demonyms):
            if name not in ("Dominican", "Dominicans"):
                assert demonyms.setdefault(name, country.code) == country.code, name


def test_capitals_are_cities_of_their_country_by_the_same_name() -> None:
    names = world_names()
    missing = [
        (code, capital)
        for code, capital in names.capitals.items()
        if capital not in names.countries and not any(c.country == code for c in names.cities.get(capital, ()))
    ]
    assert missing == []


def test_spellings_that_news_uses() -> None:
    names = world_names()
    countries = {
        "Republic of Tajikistan": "TJ", "Islamic Republic of Iran": "IR", "Viet Nam": "VN", "Türkiye": "TR", "Turkiye": "TR",
        "Kirghizia": "KG", "UAE": "AE", "U.S.": "US", "UK": "GB", "ROK": "KR", "PRC": "CN", "Czechia": "CZ", "Burma": "MM",
    }  # fmt: skip
    assert {name: names.countries.get(name) for name in countries} == countries
    demonyms = {
        "Kazakh": "KZ", "Kazakhstani": "KZ", "Kyrgyz": "KG", "Tajik": "TJ", "Uzbek": "UZ", "Belarusian": "BY", "Belarussian": "BY",
        "Emirati": "AE", "Filipino": "PH", "Turkish": "TR", "Pakistani": "PK",
    }  # fmt: skip
    assert {name: names.demonyms.get(name) for name in demonyms} == demonyms
    cities = {
        "Saint Petersburg": "RU",
        "Kiev": "UA",
        "Alma-Ata": "KZ",
        "Ürümqi": "CN",
        "Kairakkum": "TJ",
        "Sochi": "RU",
        "Leninabad": "TJ",
    }
    assert {name: names.cities[name][0].country for name in cities} == cities


def test_cities_have_a_country_that_exists_and_no_twin() -> None:
    codes = {c.code for c in read_countries()}
    cities = read_cities()
    assert [c.name for c in cities if c.country and c.country not in codes] == []
    assert [c.name for c in cities if not c.country and c.kind == "city"] == []
    keys = [(c.name, c.country) for c in cities]
    assert len(keys) == len(set(keys))


def test_organizations_have_ids_and_names_of_their_own() -> None:
    organizations = read_known_organizations()
    assert len(organizations) >= 80
    seen: dict[str, str] = {}
    for organization in organizations:
        for name in {organization.id, organization.name, *organization.names}:
            assert seen.setdefault(name, organization.id) == organization.id, name
    usual = {"Nato": "NATO", "Asean": "ASEAN", "European Union": "EU", "Shanghai Cooperation Organization": "SCO",
             "Collective Security Treaty Organisation": "CSTO", "Gulf Cooperation Council": "GCC", "Arab League": "Arab League",
             "ADMM-Plus": "ADMM-Plus", "Mercosur": "Mercosur", "AUKUS": "AUKUS"}  # fmt: skip
    assert {name: seen.get(name) for name in usual} == usual

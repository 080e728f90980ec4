"""Sentence boundaries: one line a case, bars where the sentences end."""

from __future__ import annotations

import pytest

from sitegen.articles.language import language_of
from sitegen.articles.sentences import sentence_spans

CASES = """
They met in Minsk.| They agreed.
Gen. Sergei K. Shoigu spoke first.| Then Lt. Col. A. B. Orlov spoke.
The U.S. Navy sent two ships.| It left in the U.S.| The talks went on.
Article No. 5 holds 3.5 percent.| So it stays.
He lives in St. Petersburg.| She does not.
Talks ended at 5 p.m. on Friday.| Nobody came at 6 p.m.| The hall was shut.
He spoke of new dialogue partners.|China is ready.
The site Gazeta.Ru said so.| It quoted uzdaily.Com as well.
“We came. We saw. We signed,” he said.| “Good.”| They left.
"Is it over?" she asked.| Nobody knew!| Why not?
It costs Rs. 500 or $2.50 a day.| Prices rise.
Mr. and Mrs. Bok, Jr. came.| Prof. Li vs. Dr. Wu ended in a draw.
The plan (see Fig. 2) is old.| (It dates from 1999.)| It is good.
Sept. 5 and Oct. 12 are free.| Dec. 1 is not.
The EU, i.e. its 27 members, agreed.| So did the U.K. and others.
Ltd. Corp. Inc. are endings.| Acme Co.| The firm is old.
He said ... nothing.| Really?| Yes…| And so on.
On 12 May 2018.| The day was fine.
""".strip().splitlines()


@pytest.mark.parametrize("line", CASES)
def test_boundaries(line: str) -> None:
    text = "".join(part for part in line.split("|"))
    parts = [part.strip() for part in line.split("|")]
    assert [text[a:b] for a, b in sentence_spans(text, 0, len(text))] == parts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers of the five states met in Minsk on Tuesday and agreed to share the reports.", "en"),
        ("Ministers met. Talks ended.", "en"),
        ("", "en"),
        ("Министры обороны пяти стран встретились во вторник и подписали план.", "ru"),
        ("Міністри оборони п'яти країн зустрілися у вівторок і підписали план дій на рік.", "uk"),
        ("Бес елдің қорғаныс министрлері сейсенбіде кездесіп, жоспарға қол қойды.", "kk"),
        ("国防部长们星期二在明斯克会面并签署了计划。", "zh"),
        ("وزیران دفاع پنج کشور روز سه شنبه در مینسک دیدار کردند و گفتگو کردند.", "fa"),
        ("Les ministres des cinq pays se sont réunis mardi à Minsk et ont signé un plan pour la défense du lac.", "fr"),
        ("Los ministros de los cinco países se reunieron el martes en Minsk y firmaron un plan para el lago.", "es"),
        ("Menteri pertahanan dari lima negara bertemu di Minsk pada hari Selasa dan menandatangani rencana itu.", "id"),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert language_of(text) == code

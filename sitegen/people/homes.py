"""Outlets that call their own country's office holders by the title alone: outlet, lower case -> ISO country.

A table of the world as it is for every site, kept by hand (November 2026); international agencies are left out on
purpose. The names are those by which `articles/` names outlets.
"""

from __future__ import annotations

HOMES: dict[str, str] = {
    **dict.fromkeys(
        ("xinhua", "people's daily", "people's daily online", "china daily", "cgtn", "global times", "china.org.cn",
         "ministry of national defense of china", "china military online", "ecns", "cctv", "shanghai daily"), "CN"),
    **dict.fromkeys(
        ("tass", "interfax", "ria novosti", "sputnik", "rt", "kommersant", "the moscow times", "itar-tass"), "RU"),
    **dict.fromkeys(
        ("kazinform", "qazinform", "the astana times", "astana times", "tengrinews", "kazakh tv", "inform.kz"), "KZ"),
    **dict.fromkeys(("akipress", "24.kg", "kabar", "kaktus media"), "KG"),
    **dict.fromkeys(("khovar", "avesta", "asia-plus"), "TJ"),
    **dict.fromkeys(("uzdaily", "uza", "uzreport", "gazeta.uz", "kun.uz", "podrobno.uz"), "UZ"),
    **dict.fromkeys(("belta", "sb.by"), "BY"),
    **dict.fromkeys(
        ("press trust of india", "pti", "pib", "press information bureau", "the hindu", "times of india",
         "the times of india", "ndtv", "ani", "hindustan times", "the indian express", "indian express",
         "business standard", "india today", "the economic times", "economic times", "deccan herald", "the tribune",
         "firstpost", "theprint", "the wire", "livemint", "mint"), "IN"),
    **dict.fromkeys(
        ("dawn", "app", "associated press of pakistan", "the express tribune", "express tribune", "the news international",
         "the nation", "geo news", "radio pakistan", "business recorder", "ary news", "samaa", "bol news", "pakistan today",
         "daily times", "the news"), "PK"),
    **dict.fromkeys(("irna", "tehran times", "mehr", "mehr news agency", "press tv", "fars", "tasnim", "isna", "ifp news",
                     "tasnim news agency", "fars news agency", "iran daily"), "IR"),
    **dict.fromkeys(("vna", "vietnam news agency", "viet nam news", "vietnamplus", "nhan dan", "vnexpress",
                     "voice of vietnam", "vov", "people's army newspaper"), "VN"),
    **dict.fromkeys(("bernama", "the star", "new straits times", "malay mail", "the sun daily", "media selangor"), "MY"),
    **dict.fromkeys(("antara", "the jakarta post", "jakarta post", "jakarta globe", "tempo"), "ID"),
    **dict.fromkeys(("the straits times", "straits times", "channel newsasia", "cna", "mindef singapore"), "SG"),
    **dict.fromkeys(("bangkok post", "the nation thailand"), "TH"),
    **dict.fromkeys(("philippine news agency", "pna", "philippine daily inquirer", "rappler", "the philippine star"), "PH"),
    **dict.fromkeys(("yonhap", "the korea herald", "the korea times", "korea joongang daily"), "KR"),
    **dict.fromkeys(("kyodo", "kyodo news", "nhk", "the japan times", "japan times", "the yomiuri shimbun"), "JP"),
    **dict.fromkeys(("anadolu agency", "daily sabah", "hurriyet daily news", "trt world"), "TR"),
    **dict.fromkeys(("azertac", "azernews", "trend", "report.az", "apa"), "AZ"),
    **dict.fromkeys(("armenpress",), "AM"),
    **dict.fromkeys(("montsame",), "MN"),
    **dict.fromkeys(("tolonews", "pajhwok", "bakhtar"), "AF"),
    **dict.fromkeys(("bss", "the daily star", "dhaka tribune"), "BD"),
    **dict.fromkeys(("daily mirror", "daily news", "ada derana"), "LK"),
    **dict.fromkeys(("the kathmandu post", "the himalayan times", "rss"), "NP"),
    **dict.fromkeys(("ukrinform", "kyiv independent", "the kyiv independent", "kyiv post"), "UA"),
    **dict.fromkeys(("saudi press agency", "spa", "arab news", "saudi gazette"), "SA"),
    **dict.fromkeys(("wam", "gulf news", "khaleej times", "the national"), "AE"),
    **dict.fromkeys(("qatar news agency", "qna", "the peninsula", "gulf times"), "QA"),
    **dict.fromkeys(("kuna", "kuwait news agency", "kuwait times"), "KW"),
    **dict.fromkeys(("oman news agency", "times of oman", "oman observer"), "OM"),
    **dict.fromkeys(("the guardian", "the telegraph", "the times", "the independent", "sky news"), "GB"),
    **dict.fromkeys(("the new york times", "the washington post", "voice of america", "stars and stripes", "cnn", "npr",
                     "fox news", "the wall street journal", "u.s. department of defense", "defense.gov"), "US"),
    **dict.fromkeys(("abc news australia", "the sydney morning herald", "the australian"), "AU"),
    **dict.fromkeys(("the punch", "vanguard", "premium times", "news agency of nigeria"), "NG"),
    **dict.fromkeys(("times of israel", "the times of israel", "the jerusalem post", "haaretz"), "IL"),
}  # fmt: skip

"""News outlets and agencies: how they sign, where they publish, how they write numeric dates.

A table of the world as it is for every site (compiled by hand from the outlets' own pages, November 2026), not of any one
site's subject. An outlet that is not listed is still read by the form of its line; a row only makes it surer and gives
its usual name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlet:
    """`signs` are other ways it signs a line or dateline; `domains` end its host names; `month_first` for 6/27/2013."""

    name: str
    signs: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    month_first: bool = False


OUTLETS: tuple[Outlet, ...] = (
    Outlet("24.kg", ("24.kg news agency",), ("24.kg",)),
    Outlet("Agence France-Presse", ("AFP",), ("afp.com",)),
    Outlet("AKIpress", ("AKIpress News Agency", "AKIpress.com"), ("akipress.com", "akipress.org")),
    Outlet("Al Jazeera", ("Al Jazeera English", "AlJazeera"), ("aljazeera.com",)),
    Outlet("ANI", ("Asian News International",), ("aninews.in",)),
    Outlet("Antara", ("Antara News",), ("antaranews.com",)),
    Outlet("Anadolu Agency", ("AA", "Anadolu"), ("aa.com.tr",)),
    Outlet("APP", ("Associated Press of Pakistan",), ("app.com.pk",)),
    Outlet("Armenpress", (), ("armenpress.am",)),
    Outlet("ASEAN Secretariat", (), ("asean.org",)),
    Outlet("Asia-Plus", ("Asia Plus",), ("asiaplus.tj", "asiaplustj.info", "news.tj")),
    Outlet("Associated Press", ("AP", "The Associated Press"), ("apnews.com",), True),
    Outlet("Avesta", ("Avesta.tj",), ("avesta.tj",)),
    Outlet("Azernews", (), ("azernews.az",)),
    Outlet("Bangkok Post", (), ("bangkokpost.com",)),
    Outlet("BBC", ("BBC News",), ("bbc.co.uk", "bbc.com")),
    Outlet("BelTA", ("BelTA News Agency",), ("belta.by",)),
    Outlet("Bernama", (), ("bernama.com",)),
    Outlet("Business Recorder", ("Recorder Report",), ("brecorder.com",)),
    Outlet("CGTN", (), ("cgtn.com",)),
    Outlet("China Daily", ("chinadaily.com.cn", "China Daily/Agencies"), ("chinadaily.com.cn",)),
    Outlet("China Military Online", ("China Military", "PLA Daily"), ("chinamil.com.cn", "81.cn")),
    Outlet("China News Service", ("ECNS", "CNS", "ecns.cn"), ("ecns.cn",)),
    Outlet("CNN", (), ("cnn.com",), True),
    Outlet("CRI", ("CRIENGLISH.com", "China Radio International", "CRI English"), ("cri.cn",)),
    Outlet("Daily Times", (), ("dailytimes.com.pk",)),
    Outlet("Dawn", ("DAWN.COM",), ("dawn.com",)),
    Outlet("Defense News", (), ("defensenews.com",), True),
    Outlet("Deutsche Welle", ("DW",), ("dw.com",)),
    Outlet("Deutsche Presse-Agentur", ("dpa",), ("dpa.com",)),
    Outlet("EFE", (), ("efe.com",)),
    Outlet("Eurasianet", (), ("eurasianet.org",), True),
    Outlet("Fars News Agency", ("FNA", "Fars"), ("farsnews.ir", "farsnews.com")),
    Outlet("Financial Times", (), ("ft.com",)),
    Outlet("Geo News", ("Geo",), ("geo.tv",)),
    Outlet("Global Times", (), ("globaltimes.cn",)),
    Outlet("Gulf News", (), ("gulfnews.com",)),
    Outlet("Hindustan Times", ("HT Correspondent",), ("hindustantimes.com",)),
    Outlet("IANS", ("Indo-Asian News Service",), ("ians.in",)),
    Outlet("India Today", (), ("indiatoday.in",)),
    Outlet(
        "Interfax",
        ("Interfax-AVN", "Interfax-Kazakhstan"),
        ("interfax.com", "interfax.ru", "interfax.kz"),
    ),
    Outlet("Interfax-Ukraine", (), ("interfax.com.ua",)),
    Outlet("IRNA", ("Islamic Republic News Agency",), ("irna.ir",)),
    Outlet("ISNA", (), ("isna.ir",)),
    Outlet("ISPR", ("Inter-Services Public Relations",), ("ispr.gov.pk",)),
    Outlet("ITAR-TASS", (), ("itar-tass.com",)),
    Outlet("Kabar", ("Kabar News Agency",), ("kabar.kg",)),
    Outlet("Kazinform", ("Qazinform",), ("inform.kz", "qazinform.com")),
    Outlet("Khaama Press", ("KP",), ("khaama.com",)),
    Outlet("Khovar", ("NIAT Khovar", "NIAT «Khovar»"), ("khovar.tj",)),
    Outlet("Kremlin", ("President of Russia",), ("kremlin.ru",)),
    Outlet("Kyodo", ("Kyodo News",), ("kyodonews.net",)),
    Outlet("Mehr News Agency", ("MNA", "Mehr"), ("mehrnews.com",)),
    Outlet("Ministry of National Defense of China", ("mod.gov.cn",), ("mod.gov.cn",)),
    Outlet("MONTSAME", (), ("montsame.mn",)),
    Outlet("NATO", (), ("nato.int",)),
    Outlet("NDTV", (), ("ndtv.com",)),
    Outlet("News.am", (), ("news.am",)),
    Outlet("OSCE", (), ("osce.org",)),
    Outlet("Pajhwok Afghan News", ("Pajhwok",), ("pajhwok.com",)),
    Outlet(
        "People's Daily",
        ("People's Daily Online", "People’s Daily Online", "People’s Daily"),
        ("people.com.cn", "people.cn", "peopledaily.com.cn"),
    ),
    Outlet("PIB", ("Press Information Bureau", "PIB Delhi"), ("pib.gov.in", "pib.nic.in")),
    Outlet("Press TV", ("PressTV",), ("presstv.ir", "presstv.com")),
    Outlet("PTI", ("Press Trust of India",), ("ptinews.com",)),
    Outlet("Radio Free Europe/Radio Liberty", ("RFE/RL",), ("rferl.org",), True),
    Outlet("Radio Pakistan", (), ("radio.gov.pk",)),
    Outlet("Reuters", ("Thomson Reuters",), ("reuters.com",)),
    Outlet("RIA Novosti", ("RIA", "RIA Novosti.", "RIAN"), ("rian.ru", "ria.ru")),
    Outlet("RT", (), ("rt.com",)),
    Outlet("Sputnik", ("Sputnik International",), ("sputniknews.com", "sputnikglobe.com")),
    Outlet("South China Morning Post", ("SCMP",), ("scmp.com",)),
    Outlet("TASS", (), ("tass.com", "tass.ru")),
    Outlet("TASNIM", ("Tasnim News Agency",), ("tasnimnews.com",)),
    Outlet("Tehran Times", (), ("tehrantimes.com",)),
    Outlet("The Astana Times", ("Astana Times",), ("astanatimes.com",)),
    Outlet("The Diplomat", (), ("thediplomat.com",), True),
    Outlet("The Express Tribune", ("Express Tribune",), ("tribune.com.pk",)),
    Outlet("The Guardian", (), ("theguardian.com",)),
    Outlet("The Hindu", (), ("thehindu.com",)),
    Outlet("The Indian Express", ("Indian Express", "Express News Service"), ("indianexpress.com",)),
    Outlet("The Jakarta Post", ("Jakarta Post",), ("thejakartapost.com",)),
    Outlet("The Moscow Times", ("Moscow Times",), ("themoscowtimes.com",)),
    Outlet("The Nation", (), ("nation.com.pk",)),
    Outlet("The News International", ("The News",), ("thenews.com.pk",)),
    Outlet("The New York Times", ("New York Times",), ("nytimes.com",), True),
    Outlet("The Straits Times", ("Straits Times",), ("straitstimes.com",)),
    Outlet("The Times of Central Asia", ("TCA",), ("timesca.com",)),
    Outlet("The Times of India", ("Times of India", "TNN", "TOI", "Times News Network"), ("indiatimes.com",)),
    Outlet("The Wall Street Journal", ("Wall Street Journal",), ("wsj.com",), True),
    Outlet("The Washington Post", ("Washington Post",), ("washingtonpost.com",), True),
    Outlet("Trend", ("Trend News Agency",), ("trend.az",)),
    Outlet("Ukrinform", (), ("ukrinform.net",)),
    Outlet("UN News", ("UN News Centre",), ("news.un.org",)),
    Outlet("UNI", ("United News of India",), ("uniindia.com",)),
    Outlet("UPI", ("United Press International",), ("upi.com",), True),
    Outlet(
        "US Department of Defense",
        ("DoD News", "American Forces Press Service"),
        ("defense.gov", "war.gov"),
        True,
    ),
    Outlet("UzA", ("National News Agency of Uzbekistan",), ("uza.uz",)),
    Outlet("UzDaily", ("UzDaily.com", "UzDaily.uz"), ("uzdaily.com", "uzdaily.uz")),
    Outlet("UzReport", ("UzReport.com", "UzReport.uz"), ("uzreport.news", "uzreport.uz")),
    Outlet(
        "VNA",
        ("Vietnam News Agency", "Viet Nam News Agency", "VNA/VNP", "VietnamPlus", "VNS"),
        ("vietnamplus.vn", "vnanet.vn", "vietnamnews.vn"),
    ),
    Outlet("VOA", ("Voice of America", "VOA News"), ("voanews.com",), True),
    Outlet("Wikinews", (), ("en.wikinews.org",)),
    Outlet("Xinhua", ("Xinhua News Agency", "Xinhuanet"), ("xinhuanet.com", "news.cn", "xinhua.net")),
    Outlet("Yonhap", ("Yonhap News Agency",), ("yna.co.kr",)),
)

BY_SIGN: dict[str, Outlet] = {sign.casefold(): row for row in OUTLETS for sign in (*row.signs, row.name)}


def outlet_named(text: str) -> Outlet | None:
    """The outlet that signs like `text`, whatever the case."""
    key = text.strip(" .,:;|()[]/-–—*").casefold()
    return BY_SIGN.get(key) or BY_SIGN.get(key.removeprefix("the "))


def outlet_at(url: str | None) -> Outlet | None:
    """The outlet whose host name the URL's is, or lies below."""
    if not url or "://" not in url:
        return None
    host = url.split("://", 1)[1].split("/", 1)[0].split(":", 1)[0].casefold()
    return next((row for row in OUTLETS if any(host == d or host.endswith("." + d) for d in row.domains)), None)


def without_outlet(title: str) -> str:
    """A headline without a listed outlet's name behind it ("Talks end - Harbour Times")."""
    for sign in (" | ", " - ", " – ", " — ", "-", "_"):
        head, found, name = title.rpartition(sign)
        if found and head.count(" ") >= 2 and outlet_named(name):
            return head.rstrip()
    return title

"""Words that stand before a name and belong to no office: ranks of armed services, and forms of address.

All lower case, full stops taken off. A rank of several words is found longest first. Used by `names.split` to take
them off a name and by `tag.py` to know where a name begins.
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A table of single words, written as prose is: parted by spaces."""
    return frozenset(text.split())


#: rank as written (lower case, no full stops) -> the rank in full
RANKS: dict[str, str] = {
    "marshal": "Marshal",
    "field marshal": "Field Marshal",
    "air chief marshal": "Air Chief Marshal",
    "air marshal": "Air Marshal",
    "air vice marshal": "Air Vice Marshal",
    "air commodore": "Air Commodore",
    "group captain": "Group Captain",
    "general": "General",
    "gen": "General",
    "army general": "Army General",
    "general of the army": "Army General",
    "general of army": "Army General",
    "senior general": "Senior General",
    "captain general": "Captain General",
    "colonel general": "Colonel General",
    "colonel-general": "Colonel General",
    "col general": "Colonel General",
    "col gen": "Colonel General",
    "col-gen": "Colonel General",
    "lieutenant general": "Lieutenant General",
    "lieutenant-general": "Lieutenant General",
    "lt general": "Lieutenant General",
    "lt gen": "Lieutenant General",
    "lt-gen": "Lieutenant General",
    "lt-general": "Lieutenant General",
    "major general": "Major General",
    "major-general": "Major General",
    "maj gen": "Major General",
    "maj general": "Major General",
    "maj-gen": "Major General",
    "brigadier general": "Brigadier General",
    "brigadier-general": "Brigadier General",
    "brig gen": "Brigadier General",
    "brig general": "Brigadier General",
    "brigadier": "Brigadier",
    "brig": "Brigadier",
    "division general": "Division General",
    "corps general": "Corps General",
    "colonel": "Colonel",
    "col": "Colonel",
    "senior colonel": "Senior Colonel",
    "sr col": "Senior Colonel",
    "lieutenant colonel": "Lieutenant Colonel",
    "lt col": "Lieutenant Colonel",
    "major": "Major",
    "maj": "Major",
    "captain": "Captain",
    "capt": "Captain",
    "admiral": "Admiral",
    "adm": "Admiral",
    "fleet admiral": "Fleet Admiral",
    "vice admiral": "Vice Admiral",
    "vice-admiral": "Vice Admiral",
    "vice adm": "Vice Admiral",
    "rear admiral": "Rear Admiral",
    "rear-admiral": "Rear Admiral",
    "rear adm": "Rear Admiral",
    "commodore": "Commodore",
    "lieutenant": "Lieutenant",
    "second brigadier general": "Brigadier General",
    "tan sri general": "General",
}

#: forms of address, lower case, no full stops; several may follow each other
HONORIFICS: frozenset[str] = words(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness baron shri smt shrimati sri sardar chaudhry
    ch hon honourable honorable rt he hh hrh hm excellency highness majesty excellencies comrade cde datuk dato dato'
    datuk'seri tan tun dato-seri tengku puan tuan haji hajj hajji hojatoleslam hojjatoleslam ayatollah grand imam sheikh
    shaikh sheik sayyid sayed seyyed mullah maulana mawlawi mawlana maulvi engr engineer eng adv advocate jenab janab
    madam madame monsieur señor senhor senator sen rep retd ret retired crown prince princess king queen emir
    sultan his her their your the excellency's shah"""
)

#: parts of a name written small or joined, that never begin the search for a family name
PARTICLES: frozenset[str] = words(
    "al el ul ur ud bin ben ibn bint binti bte van der den de del della da das di dos do du la le von zu zur und y e "
    "ter ten af av och ould oglu ogly qizi kyzy uulu zada abu abd"
)

#: family names that stand first where the name is Chinese, Korean or Vietnamese, in the usual romanisations.
CHINESE_FAMILIES: frozenset[str] = words(
    """ai an bai ban bao bi bian bo cai cao cen chai chang chao che chen cheng chi chu cui dai deng ding dong dou du duan
    fan fang fei feng fu gan gao ge geng gong gou gu guan guo hai han hao he hong hou hu hua huang huo ji jia jian jiang
    jiao jin jing kang ke kong kuang lai lan lang lei leng li lian liang liao lin ling liu long lou lu luo lv lyu ma mao
    mei meng miao min mo mu ni nie ning niu ou ouyang pan pang pei peng pi pu qi qian qiao qin qiu qu quan que ran rao
    ren rong ru ruan sha shan shang shao shen sheng shi shu si sima song su sui sun tai tan tang tao tian tie tong tu wan
    wang wei wen weng wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue yan yang yao ye yi yin ying yong you yu
    yuan yue yun zeng zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuge zong zou zu zuo"""
)
KOREAN_FAMILIES: frozenset[str] = words(
    "kim lee yi ri rhee park pak bak choi choe chung jeong jung kang cho jo yoon yun jang chang lim im han oh o shin sin "
    "seo suh kwon hwang ahn an song ryu yoo you hong ko koh moon mun yang son sohn bae baek paek ha heo hur nam no roh "
    "noh shim sim ban pan sung cha joo ju woo min na chun jin um eom kwak ri ro"
)
VIETNAMESE_FAMILIES: frozenset[str] = words(
    "nguyen tran le pham hoang huynh phan phung vu vo dang bui do ho ngo duong ly luong to truong dinh trinh doan mai "
    "dao ha vuong thai cao nong"
)
#: countries whose news names put the family name first
FAMILY_FIRST: frozenset[str] = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "VN", "KH", "HU"})

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
    "general colonel": "Colonel General",
    "general-colonel": "Colonel General",
    "general lieutenant": "Lieutenant General",
    "general-lieutenant": "Lieutenant General",
    "general major": "Major General",
    "general-major": "Major General",
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
    "senior lieutenant general": "Senior Lieutenant General",
    "sen lieut gen": "Senior Lieutenant General",
    "sen lt gen": "Senior Lieutenant General",
    "snr lt gen": "Senior Lieutenant General",
    "lieut gen": "Lieutenant General",
    "lieut general": "Lieutenant General",
    "lieut col": "Lieutenant Colonel",
    "lieut": "Lieutenant",
}

#: forms of address, lower case, no full stops; several may follow each other
HONORIFICS: frozenset[str] = words(
    """mr mrs ms miss dr prof professor sir dame lord lady baroness baron shri smt shrimati sri sardar chaudhry
    hon honourable honorable rt he hh hrh hm excellency highness majesty comrade cde datuk datu dato dato' datuk'seri tan tun
    seri sri samdech pehin paduka lailaraja krom preah tengku puan tuan haji hajj hajji hojatoleslam hojjatoleslam ayatollah grand imam sheikh shaikh sheik sayyid
    sayed seyyed mullah maulana mawlawi mawlana maulvi engr engineer eng adv advocate jenab janab madam madame monsieur amb ambassador-designate
    senator sen rep crown prince princess king queen emir sultan his her their your the u daw comrades-in-arms pm"""
)
#: written so, a family name and no form of address: "He Lifeng", not "HE the Governor"
SURNAMES_TOO = frozenset({"He"})
#: those that are also names or parts of names: a form of address only where two words of a name follow
WEAK_HONORIFICS: frozenset[str] = words(
    "miss lord lady baron sri sardar chaudhry grand imam sheikh shaikh sheik sayyid sayed seyyed mullah maulana mawlawi "
    "tan tun seri haji hajji engineer king queen emir sultan prince princess u daw the his her their your crown advocate "
    "tengku puan tuan ayatollah pm sir"
)

#: parts of a name written small or joined, that never begin the search for a family name
PARTICLES: frozenset[str] = words(
    "al el ul ur ud bin ben ibn bint binti bte van der den de del della da das di dos do du la le von zu zur und y e "
    "ter ten af av och ould oglu ogly qizi kyzy uulu zada abu abd wa"
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

#: capitalised words that are no part of a person's name: days, months, institutions, events, words of headlines.
NOT_NAMES: frozenset[str] = words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december tue thu fri feb apr sept oct nov
    the a an this that these those it its he she they we his her their our my your i you who whom whose which what when
    where why how there here then now today tomorrow yesterday in on at by for from to of with without within into onto
    over under after before during since until till between among amid against about above across along around as and
    or but nor so yet if although though while whereas because also both either neither not no yes all any each every
    some many most more few several other another such only just even still again once however meanwhile moreover
    according earlier later last next first second third fourth fifth sixth seventh eighth ninth tenth one two three four
    five six seven eight nine ten is are was were be been being has have had having do does did will would shall should
    may might can could must let
    republic kingdom federation union nations nation states state country countries government administration cabinet
    parliament senate congress assembly house duma majlis council committee commission court tribunal ministry ministries
    minister ministers department departments office bureau agency authority institute institution university college
    school academy center centre foundation fund bank company corporation group party movement front league association
    organization organisation community alliance bloc pact treaty charter agreement accord declaration convention
    constitution act law bill resolution statement communique communiqué press news media daily times post journal
    tribune herald gazette agency television tv radio online network service reuters afp ap xinhua tass interfax
    army navy air force forces marine marines corps guard police military armed airborne assault troops troop infantry cavalry artillery defence defense security foreign affairs
    external internal interior finance trade economy economic political international national regional global world
    central general supreme high councils committees parliaments people's people peoples democratic socialist communist islamic royal federal
    public civil joint special permanent strategic
    summit meeting conference forum talks dialogue session ceremony exercise exercises drill drills operation mission
    peace war cup games olympics expo festival parade victory day week year anniversary congress plenum level plus
    north south east west northern southern eastern western asia asian europe european africa african america american
    pacific atlantic indian ocean sea gulf strait river lake mountain mountains island islands peninsula city province
    region district county oblast village town street avenue road square palace hall hotel airport port base
    great belt initiative silk route corridor project program programme plan action framework
    president presidents prime premier chancellor secretary secretaries deputy vice chief chiefs chairman chairwoman
    chairperson chair speaker leader leaders ambassador ambassadors envoy spokesman spokeswoman spokesperson director
    directors commander commanders head heads governor governors mayor member members councilor councillor councilors
    former acting new
    photo photos picture image video file editor editors reporter correspondent staff writer byline source sources
    read related advertisement share comments comment updated published copyright
    says said say tells told meets met meet visits visit visited arrives arrive arrived calls call called holds hold held
    attends attend addresses address hails hail urges urge vows vow warns warn slams slam lauds praises discusses discuss
    discussed seeks seek signs sign signed inks opens open begins begin ends end leaves leave lands heads backs
    rejects accepts condemns reiterates stresses stressed highlights underlines underscores expresses extends greets
    receives received congratulates thanks invites reaffirms reviews review chairs co-chairs inaugurates launches
    announces orders appoints names sacks fires resigns wins loses gets takes makes gives becomes wants needs
    likely set due amid via per vs
    welcome dear honourable excellencies ladies gentlemen friends colleagues
    army's chinese russian brigade regiment division battalion squadron fleet headquarters
    railway highway bridge dam canal station plant company ltd inc co
    english hindi urdu french arabic language muslim buddhist hindu
    covid covid-19 coronavirus pandemic human rights nuclear missile treaty organization
    exchange stock market index bond dollar euro rouble ruble yuan rupee
    secretariat secretariats parliamentary
    minister's counsellor counselor counsel advisor adviser advisors advisers delegation delegations
    visiting host hosts guest guests co-chair co-operation cooperation partnership relations ties
    part phase round stage chapter article section annex protocol appendix
    good long-term neighborliness friendship mutual trust
    nevertheless nonetheless otherwise instead perhaps indeed thus hence therefore likewise certainly clearly
    apparently reportedly similarly finally initially originally recently eventually ironically notably afterwards
    moreover furthermore besides additionally separately addressing speaking talking responding referring commenting
    asked noting recalling citing quoting following despite due thanks regarding concerning including
    marshal field colonel lieutenant captain major brigadier admiral gen lt col maj brig adm capt vice-admiral
    rear brig sgt sergeant soldier soldiers troops officer officers
    mr mrs ms dr shri smt hon excellency majesty highness"""
)

#: small words that are also family names: only within a sentence, before another part of a name ("He Lifeng")
SMALL_FAMILIES: frozenset[str] = words("to he an you so no do")
#: months that are also names: a name's part only behind another part of it, and not before a number
MONTH_NAMES: frozenset[str] = words("april may june august")

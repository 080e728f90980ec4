"""Words that report a happening: form -> what kind of happening, how it is said, how much it weighs.

A row of `TABLE` is one kind and one way of saying; its forms are written out, parted by commas, because English has
too few of them for a stemmer to pay. A form of several words is found by its first. The weights are small whole
steps: 3 names the happening itself ("summit"), 2 is a verb or noun that usually does, 1 is a verb of saying or a noun
that is often only the setting. `kinds.py` weighs them against the distance from the date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sitegen.model import Classification

Way = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One way to report one kind of happening. `rest` are the lower-case words that must follow the first."""

    rest: tuple[str, ...]
    kind: Classification
    way: Way
    weight: float


TABLE: tuple[tuple[Classification, Way, float, str], ...] = (
    ("summit", "noun", 3.0, """summit, summits, heads of state meeting, heads of state summit, heads of state council,
        council of heads of state, council of heads of government, heads of government meeting, council of heads"""),
    ("meeting", "noun", 2.4, """meeting, meetings, talks, session, sessions, conference, conferences, forum, forums,
        dialogue, dialogues, consultations, discussions, gathering, moot, roundtable, round table, symposium, negotiations, congress,
        convention, assembly, seminar, workshop, hearing, meet, huddle, conclave, retreat, plenary,
        ministerial, sitting, one-to-one, audience, phone call, telephone conversation, phone conversation, video call,
        telephone call, telephonic conversation, telephonic talks, telephone talks, phone talks, teleconference, videoconference, video conference, tete-a-tete, rendezvous, council meeting"""),
    ("meeting", "verb", 2.6, """met, meets, convened, convene, convenes, gathered, gather, gathers, conferred, confer,
        held talks, holds talks, hold talks, holding talks, assembled, brought together, sat down, had talks, co-chaired,
        chaired, chairs, presided over, spoke by phone, spoke by telephone, discussed by phone,
        reconvene, reconvened, hosted, hosts, come together, came together, comes together, coming together"""),
    ("meeting", "verb", 2.2, """received the, receive the, received a delegation, receives the, received visiting, receives visiting,
        attended, attends, attend, took part, take part, takes part, taking part, participated, participate,
        participates, engaged in, engages in, discussed, discuss, discusses, discussing, reviewed, reviews, addressed, addresses"""),
    ("meeting", "verb", 1.2, "held, take place, takes place, took place, taking place, taken place, hold, staged"),
    ("visit", "noun", 2.2, "visit, visits, trip, tour, state visit, official visit, working visit, stopover, arrival"),
    ("visit", "verb", 2.5, """visited, visiting, arrived, arrives, arrive, arriving in, arriving at, came to, comes to, come to, travelled, traveled, travels to, travel to,
        flew, flies, left for, left, leaves, departed, departs, paid a visit, pay a visit, pay an official, paid an official, landed,
        touched down, set off, heads to, headed to, toured, made a port call, docked, berthed, moored, anchored, stopped over"""),
    ("agreement", "noun", 2.2, """agreement, agreements, treaty, pact, accord, accords, memorandum, memoranda, mou,
        protocol, protocols, adoption, approval, endorsement, deal, contract, ceasefire, truce, armistice, convention on, signing, ratification,
        communique, communiqué, resolution, declaration"""),
    ("agreement", "verb", 2.6, """signed, sign, signs, inked, ink, concluded, agreed, agree, agrees, ratified, ratify,
        ratifies, adopted, adopt, adopts, adopting, approved, approve, approves, endorsed, endorse, initialled,
        initialed, sealed, struck a, passed, renewed, extended, came into force, entered into force, enters into force,
        took effect, takes effect, take effect, clinched, enter into force, come into force, comes into force"""),
    ("statement", "verb", 1.4, """said, says, say, saying, told, tells, stated, states that, announced, announces,
        announce, pledged, pledges, vowed, vows, warned, warns, condemned, condemns, called for, calls for, called on,
        calls on, urged, urges, declared, declares, stressed, stresses, noted, reported, confirmed, confirms, reiterated,
        reaffirmed, reaffirms, denied, denies, accused, accuses, criticised, criticized, expressed, hailed, praised,
        rejected, rejects, demanded, demands, insisted, revealed, tweeted, wrote, commented, hinted, claimed, remarked,
        underlined, underscored, emphasised, emphasized, voiced, welcomed, spoke, explained, added, promised, threatened,
        invited, suggested, argued, predicted, apologised, apologized, congratulated, thanked, ordered, appealed,
        extended an invitation, extended invitations, extended congratulations, extended condolences, extended greetings,
        recalled, informed, asked, complained, protested, assured, clarified"""),
    ("statement", "verb", 2.0, "briefed, briefs"),
    ("statement", "noun", 1.4, """statement, remarks, speech, address, interview, news conference,
        press conference, briefing, press briefing"""),
    ("exercise", "noun", 3.0, """exercise, exercises, drill, drills, manoeuvres, maneuvers, manoeuvre, war games,
        war game, wargames, live-fire, training exercise, joint training, military games"""),
    ("exercise", "verb", 2.4, "train together, trained together, drilled, practised together, practiced together"),
    ("accession", "noun", 2.8, """accession, admission, entry, membership, full membership, observer status,
        dialogue partner status, member status, withdrawal from the organization"""),
    ("accession", "verb", 2.9, """joined, joins, join, joining, acceded, accede, acceding, admitted, admit, admits,
        became a member, become a member, became members, become members, became full, become full, became an observer,
        become an observer, became observers, came in, was granted observer, were granted observer, been a member,
        been members, became the, re-joined, rejoined, applied, apply to join, asked to join, withdrew from, left the bloc,
        quit the, became a full, become a full, became a dialogue, granted the status, a member since, members since"""),
    ("appointment", "noun", 2.2, """appointment, inauguration, resignation, dismissal, swearing-in,
        reshuffle, re-election, reelection, confirmation, retirement"""),
    ("appointment", "noun", 1.0, "presidency, chairmanship, portfolio"),
    ("appointment", "verb", 2.9, """appointed, appoints, appoint, named, nominated, nominates, elected, elects,
        elect, re-elected, reelected, sworn in, swore in, took office, takes office, take office, taking office,
        took over, takes over, take over, taking over, taken over, assumed, assumes, assume, resigned, resigns, resign,
        stepped down, steps down, step down, dismissed, sacked, fired, replaced, replaces, succeeded, succeeds, inaugurated,
        promoted, retired, retires, was given the, moved to the, in office, took the helm, was made, became president,
        became prime, became defence, became defense, became foreign, became minister, became chief, became secretary,
        became the first, took charge, takes charge, preside in, presides in, preside at, assuming, came to power, took power, ousted, removed from, removed as,
        has headed, has led, has served, served as, been president, been prime, been defence, been defense,
        been minister, been secretary, relieved of, ordered to retire, ordered to step, ordered to resign,
        forced to resign, forced to step, forced out, asked to resign, to retire"""),
    ("founding", "noun", 2.2, "founding, foundation, creation, establishment, formation, inception"),
    ("founding", "verb", 2.8, """founded, founds, formed, established, set up, created, was born, came into being,
        was launched, independence, diplomatic ties, diplomatic relations, founded in, instituted, incorporated"""),
    ("initiative", "noun", 2.0, "initiative, proposal, campaign, programme, program, plan"),
    ("initiative", "verb", 2.5, """proposed, proposes, propose, put forward, launched, launches, launch, unveiled,
        unveils, initiated, introduced, introduces, floated, kicked off a, rolled out, submitted, submit, tabled"""),
    ("publication", "noun", 1.8, "white paper, publication, report, handout, press release, news release"),
    ("publication", "verb", 2.3, """published, publishes, publish, released, releases, release, issued,
        posted, printed, aired, broadcast, leaked"""),
    ("other", "verb", 2.4, """killed, kills, died, dies, die, injured, wounded, attacked, attacks, invaded, invades,
        seized, captured, annexed, bombed, shot down, shot, crashed, exploded, destroyed, struck, erupted, broke out,
        hit, arrested, detained, sentenced, convicted, jailed, freed, deployed, deploys, deploy, withdrew, withdraw,
        withdraws, pulled out, fell, collapsed, suspended, suspends, imposed, lifted, cancelled, canceled, postponed, delivered,
        fired missiles, tested, launched missiles, voted, votes, vote, won, wins, lost, toppled,
        overthrew, overthrown, celebrated, celebrates, celebrate, marked, marks, mark, commemorated, awarded, awards,
        received, cut, cut ties, severed, severed ties, broke off, restored, bought, sold, purchased, commissioned, rescued, elevated, upgraded, landed troops, clashed,
        surrendered, liberated, evacuated, boycotted, boycotting, boycott, boycotts, skipped, skip, skips, decided, decides, froze, frozen, merged, renamed, dissolved, transferred, built,
        inspected, expelled, expired, expires, expire, graduated, retaliated, recognised, recognized, put on hold, disappeared, withdrawn,
        capsized, sank, overturned, derailed, plunged, collided, rammed, flooded, burned, burnt, caught fire, slammed, stranded, swept, drowned, perished, ambushed, kidnapped, abducted,
        handed over, hands over, hand over, handing over, retook, recaptured, regained, overran, occupied, conquered, assassinated, stormed, shelled, stabbed, beheaded, executed, looted, torched, gutted, raided, defected, fled, escaped, crossed into, intercepted, downed, repatriated,
        issued an arrest, issued a warrant, issued arrest, upheld, upholds, ruled, quashed, acquitted, extradited, coined"""),
    ("other", "verb", 1.2, """began, begin, begins, begun, commenced, commences, commence, started, starts, start, ended, ends, end, opened, opens, open, closed, closes,
        completed, finished, kicked off, kicks off, kick off, wrapped up, resumed, resumes, moved, went, came, took"""),
    ("other", "noun", 2.2, "election, elections, runoff, run-off, by-election, polls"),
    ("other", "noun", 1.8, """attack, attacks, war, wars, invasion, coup, coups, takeover, putsch, ouster, revolution, earthquake, crash, explosion, bombing,
        parade, celebrations, celebration, anniversary, ceremony, vote, referendum, crisis, conflict, clashes, clash, strike, strikes, withdrawal,
        deployment, launch, opening, opening ceremony, closing ceremony, festival, exhibition, expo, olympics, games,
        holiday, funeral, trial, sanctions, embargo, blockade, protest, protests, massacre, outbreak, pandemic, collapse, deadline,
        uprising, unrest, riots, judgement, judgment, verdict, rebellion, mutiny, siege, famine, floods, flood, quake, quakes, tremor, drought, wildfires, wildfire, blast, blasts,
        shooting, raid, airstrike, airstrikes, hijacking, kidnapping, assassination, disaster, derailment, eruption, landslide, typhoon, cyclone,
        hurricane, tsunami, genocide, scandal, occupation, seizure, killing, killings, assault, assaults, incursion, bombardment, shelling, annexation,
        arrest, arrests, detention, abduction, overthrow, ousting, handover, pullout, drawdown, evacuation, ambush, offensive, onslaught"""),
)  # fmt: skip


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _compiled() -> dict[str, tuple[Trigger, ...]]:
    table: dict[str, list[Trigger]] = {}
    for kind, way, weight, forms in TABLE:
        for form in forms.split(","):
            first, *rest = form.split()
            table.setdefault(first, []).append(Trigger(rest=tuple(rest), kind=kind, way=way, weight=weight))
    return {first: tuple(sorted(rows, key=lambda row: -len(row.rest))) for first, rows in table.items()}


#: first word -> triggers, the longest first
TRIGGERS: dict[str, tuple[Trigger, ...]] = _compiled()

#: Verbs that lend a noun its tense and say nothing of the kind: "the meeting was held", "the drill opens".
LIGHT: frozenset[str] = (
    _words("""commenced commences held hold holds holding took take place takes taken scheduled slated due set begin begins began start starts
    started open opens opened end ends ended close closes closed kick kicked run runs ran host hosts hosted
    organised organized conducted conduct conducts staged stage launched goes wrapped concluded resumed resumes""")
)

#: A meeting of these is a summit.
TOP: frozenset[str] = _words("leaders presidents premiers heads monarchs")

#: Leaders of these are no heads of state.
NOT_TOP: frozenset[str] = _words(
    "defence defense military religious business community party opposition security tribal union"
)

#: Those whose meeting is none, though leaders may be named beside them.
BELOW: frozenset[str] = (
    _words("""ministers minister chiefs chief secretaries officials experts deputies envoys ambassadors generals commanders
    delegations spokesman spokeswoman""")
)

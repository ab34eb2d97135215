"""Written rules on who did a sentence's work, where the trained reader may be misled."""

import re
from collections.abc import Sequence

from bot.raters.bare import names_nothing
from bot.raters.shape import is_past
from bot.raters.weights import ACTS, Numbers

# "used to sit next to the people who built it", "watched her do it"
_BYSTANDER = re.compile(
    r"\bI (?:only |just |once |often )?(?:used to )?(?:sat|sit|stood|was sitting|was|worked|work)"
    r" (?:right |only |two desks |three desks )?(?:next to|beside|near|next door to|on the floor)\b"
    r"|\bI (?:only |just |once |often |used to )*(?:watch(?:ed)?|overheard|listened|looked on|"
    r"shadowed)\b|\bI shared (?:a|an|the) (?:container|cabin|van|desk|room|office|corridor) with\b"
    r"|\bI (?:sat|stood|worked|was)\b.{0,40}\b(?:metres?|meters?|desks?|doors?|rooms?|"
    r"floors?) (?:away|below|above|further)\b",
    re.IGNORECASE,
)
# "I have nothing to do with costs", "I can't give you an example of my own"
_DENIAL = re.compile(
    r"\b(?:(?:have|had|has|having) (?:had |got )?(?:nothing|not much|little) to do with|"
    r"(?:haven't|have not|hadn't|never) (?:had |been )?(?:anything |something |much )?to do with|"
    r"none of (?:these|those|that|this|it|them) (?:in my|on my|for me)|"
    r"(?:can't|cannot|can not|couldn't|could not) (?:really |honestly )?"
    r"(?:give|offer|name|think of|show|tell)(?: you)? (?:an?|any|one) (?:\w+ )?"
    r"(?:example|case|instance)|"
    r"never (?:been )?(?:my own|my job|my task|mine)|"
    r"I(?:'ve| have|'d| had)? (?:had )?no (?:say|part|hand|involvement|dealings)\b|"
    r"never (?:\w+ )?(?:reached|crossed|came|got near|got to|touched) "
    r"(?:my (?:desk|way|table|door)|me|it|that)\b|"
    r"I (?:always )?(?:left|leave) (?:it |that |those |this |them )?to (?:the )?"
    r"(?:others?|somebody|someone|lads?|office|lead)\b|"
    r"(?:was|were|is|are|been) (?:always |all )?(?:left|handled|done|decided|set|planned) "
    r"(?:to|by) (?:the )?(?:lead|others|somebody else|someone else|head office|foreman|office)\b|"
    r"\b(?:that|it|this|they|those|these)(?:'s| has| have|'ve)? always (?:went|gone|been) "
    r"(?:straight )?to (?:the|somebody|someone|two|our)\b|"
    r"(?:is|was|were|are)(?: not|n't) (?:my|part of my) (?:job|task|area|department|role|business)|"
    r"I(?:'d| would) (?:rather|prefer to) (?:not|leave)|(?:I'll|I will|I must|please) "
    r"(?:leave|skip) (?:it|that|this|this one)\b)",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b", re.IGNORECASE)
_THEY = re.compile(r"\bthey\b", re.IGNORECASE)
_OWN_VERB = re.compile(r"\bI\b(?!')", re.IGNORECASE)
# "I don't know Zachman, but I work with TOGAF"
_IN_USE = re.compile(
    r"\bI (?:also |now |still |mostly |daily )?(?:work with|use|run|maintain|operate|administer|"
    r"look after)\b(?! to\b)",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"\b(?:would|'d|if|want|hope|plan|could|can|will|never|used to)\b", re.IGNORECASE
)
# "It's not that I never used Terraform: I wrote …", "I wouldn't say I never led one: in May …"
_NOT_NEVER = re.compile(
    r"\b(?:it(?:(?:'s| is| was) not|(?: is|'s| was)n't| isn't| wasn't)(?: true| right| the case)?"
    r" (?:that|as if|as though|like)|not that|I (?:would not|wouldn't|cannot|can't|could not|"
    r"couldn't) say(?: that)?) I(?:'ve| have|'d| had)? never (?:\w+ )?"
    r"([^:;,.]{0,60}?)\s*(?::|;|\s-\s|,(?= (?:but )?I\b))\s*(?:but )?(?=\w)",
    re.IGNORECASE,
)
# "my design, my rollout", "written and run by me", "all mine": work without a verb
_BY_ME = re.compile(
    r"\b(?:by me|by myself|all me|all mine|mine alone|me alone|(?:solely|entirely) mine)\b"
    r"|\b(?:was|were|is|are|both) mine\b|\bmine(?=:)|\bmine\s*[.!]?$"
    r"|\bmy [\w-]+(?: [\w-]+){0,2}(?:,| and| &) (?:(?:and )?my)\b|\bme, (?:alone|solo)\b"
    r"|^my (?!boss|lead|manager|chef|head|mentor|colleagues?|teams?|company|firm|employer|school|"
    r"predecessor|deputy|director|partner|group|department)(?:[\w-]+ ){1,4}?"
    r"(?:replaced|cut|saved|halved|reduced|doubled|brought|took|made|found|went live)\b",
    re.IGNORECASE,
)
# "Yes, lots.", "I could do that in my sleep"
_AFFIRMED = re.compile(
    r"\b(?:yes|yeah|yep|sure|certainly|absolutely|lots?|loads|plenty|experts?|years|decades|can do|"
    r"could do|did all|in my sleep|second nature|very (?:good|strong)|excellent|all of that)\b",
    re.IGNORECASE,
)
_OF_OLD = re.compile(r"\b(?:daily|weekly|monthly|every|each|always|usually|often)\b", re.IGNORECASE)
_NOT_MINE = re.compile(r"\b(?:not|never|no|friends?|favou?rites?|passion|world)\b|n't", re.I)
# "Rang all 28 families", "Sharded the ledger": a report without its subject
_STARTS = re.compile(
    r"^(?:and |then |so |also |there |later |next |first )?([a-z]+(?:-[a-z]+)?)\b"
    r"(?! (?:by|to be|in|at|as|with|for|from)\b)",
    re.IGNORECASE,
)
# verbs that tell of no deed at the task, and words that only look like a verb in the past
_NO_DEED = frozenset(
    """
    based located used interested trained certified experienced skilled qualified retired educated
    motivated passed finished attended learned learnt studied worked read heard saw watched knew
    became got felt thought said wanted liked loved hoped planned helped supported assisted observed
    shadowed joined left met enjoyed needed tried supposed agreed asked seemed looked involved
    exposed married raised born kept stuck lost hit let cost hurt was were had did made took red bed
    need speed indeed unused wound hired united related limited advanced mixed shared broken
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_AND_THEN = re.compile(r"(?:,|\band\b|\bthen\b)\s+(?:and |then |also )?([a-z]+)\b", re.IGNORECASE)
_SMALL = frozenset(
    """
    forwarded printed posted photocopied copied stapled proofread stuffed stamped laminated clapped
    applauded cheered listened poured fetched carried nodded asked admired reported found took was
    were
    """.split()  # noqa: SIM905 - a word list reads best as words
)
# What one does at the edge of others' work: "I held the lamp", "I booked the rooms"
_ERRAND = re.compile(
    r"\bI (?:only |just |also |even |once |then |mostly )*(?:"
    r"(?:held|carried|fetched|brought|passed|handed|lent|gave|sent|drove) (?:\w+ ){0,4}?"
    r"(?:lamp|torch|light|signs?|door|doors|gate|ladder|bag|bags|cones?|cables?|tools?|coffee|tea|lunch|"
    r"sandwiches|pizza|cake|paper|paperwork|papers|chairs?|tokens|keys?|boxes|box)\b"
    r"|(?:made|poured|got|supplied) (?:\w+ ){0,3}?(?:tea|coffee|copies|photocopies)\b"
    r"|(?:booked|unlocked|tidied|aired|set up|opened) (?:\w+ ){0,2}?(?:rooms?|chairs|hall|doors?)\b"
    r"|took (?:the |some |a few )?(?:notes|minutes|photos|pictures)\b"
    r"|(?:filled in|typed|entered|noted) (?:the |in the |his |their )?(?:date|dates|names?)\b"
    r"|(?:chose|picked) the (?:colou?rs?|font|title|name)\b|named (?:one|two|some) of\b"
    r"|(?:reviewed|read|saw|checked) (?:the|his|her|their) (?:slides|deck|draft|notes|handover|"
    r"report|guide|summary)\b"
    r"|(?:corrected|found|reported|fixed) (?:a|one|two|some|a few|three) typos?\b"
    r"|(?:attended|joined|went to) (?:the|a|some|all|his|her|their) (?:\w+ )?(?:town halls?|demos?|"
    r"all-hands|presentations?|kick-offs?|launch(?:es)?|celebrations?)\b"
    r"|(?:tested|tried|used) it (?:once|twice|a few times|for an afternoon)\b"
    r"|(?:forwarded|printed|posted|photocopied|copied|stapled|proofread|stuffed|stamped|laminated)"
    r"\b|clapped|applauded|cheered|read (?:\w+ ){1,3}(?:numbers?|aloud|out) (?:to|for)\b"
    r"|restarted \w+(?: \w+)? when\b|did as I was told|did what I was told)",
    re.IGNORECASE,
)
USED, PLAIN, SAID = 0.6, 0.8, 0.9
"""The least chances that a rule gives a sentence's act."""
OTHERS_DID = 0.5
_OWN = ("own", "usual", "team", "result")


def without_double_denial(text: str) -> str:
    """The sentence said plainly: "It's not that I never used X: I …" becomes "On X: I …"."""
    return _NOT_NEVER.sub(lambda found: f"On {found[1].strip() or 'it'}: ", text)


def scoped(texts: Sequence[str], chances: Numbers) -> Numbers:
    """The chances of each act, shape (n, acts), corrected where a written rule is certain."""
    corrected = chances.copy()
    by_others = _by_others(texts, chances)
    for number, text in enumerate(texts):
        row = corrected[number]
        if _is_beside(text, by_others=by_others):
            row[[ACTS.index(act) for act in _OWN]] = 0
            row[ACTS.index("others")] = 1
        elif _IN_USE.search(text) and not _NOT_REAL.search(text):
            _raise(row, "usual", USED)
        elif _BY_ME.search(text) and not _NOT_MINE.search(text):
            _raise(row, "usual" if _OF_OLD.search(text) else "own", PLAIN)
        elif not by_others and _is_report(text):
            _raise(row, "own", USED)
        if _DENIAL.search(text):
            _raise(row, "denial", SAID)
        elif _AFFIRMED.search(text) and names_nothing([text]) and not _NOT_MINE.search(text):
            _raise(row, "claim", SAID)
    return corrected


def _by_others(texts: Sequence[str], chances: Numbers) -> bool:
    """Whether somebody else did the work: it is said, or errands are all that "I" did."""
    if (chances[:, ACTS.index("others")] >= OTHERS_DID).any():
        return True
    own = [text for text in texts if _OWN_VERB.search(text)]
    return 0 < len(own) < len(texts) and all(_ERRAND.search(text) for text in own)


def _is_beside(text: str, *, by_others: bool) -> bool:
    """Whether a sentence tells of others, of looking on, or of an errand beside others' work."""
    if by_others and _THEY.search(text) and not _FIRST_PERSON.search(text):
        return True
    if len(_OWN_VERB.findall(text)) > 1 or _does_more(text):
        return False
    return bool(_BYSTANDER.search(text) or (by_others and _ERRAND.search(text)))


def _is_report(text: str) -> bool:
    """Whether a sentence begins with a deed in the past, as short notes of one's own work do."""
    begins = _STARTS.match(text)
    verb = begins[1].lower() if begins else ""
    return verb not in _NO_DEED and is_past(verb) and not _NOT_MINE.search(text)


def _does_more(text: str) -> bool:
    """Whether further deeds follow the first: "I watched for a week, drew a route, wrote …"."""
    verbs = [found[1].lower() for found in _AND_THEN.finditer(text)]
    return any(is_past(verb) and verb not in _NO_DEED and verb not in _SMALL for verb in verbs)


def _raise(row: Numbers, act: str, least: float) -> None:
    row[ACTS.index(act)] = max(least, row[ACTS.index(act)])

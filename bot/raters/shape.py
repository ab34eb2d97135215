"""The shape of a sentence: who does what in which tense, without what it is about.

Content words are replaced by their class ("wrote" and "rewired" are both `past`), function words
stay. So what a model learns from nurses' sentences holds for bakers' as well.
"""

import re

_KEPT = frozenset(
    """
    i me my mine myself we us our ours ourselves you your they them themselves it its itself this
    that these those who which what when where why how a an the and or but so because although
    though however yet if unless while whereas until till since after before during once then than
    as not no never nothing none neither nor cannot can could will would shall should may might
    must ought am is are was were be been being do does did done doing have has had having get got
    gets let make made take took in on at for with from to of by into over under between through
    about against without within across along among near off out up down here there now later
    first second third last next ago still already just only even ever always usually often
    sometimes mostly normally typically regularly daily weekly monthly every each whenever all any
    some many much more most less few fewer both one two three four five six seven eight nine ten
    half very really quite too also again together alone personally simply week weeks month months
    year years day days morning evening night today yesterday shift term quarter summer winter
    spring autumn january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday somebody someone nobody everyone
    everybody anybody people person colleague colleagues team boss manager lead others other else
    please thanks sorry skip job role work worked working experience experienced suppose imagine
    ideally course exam learn learning learned learnt read reading watched watch study studying plan
    planning hope want like love know known familiar expert skilled passionate strong candidate
    level rating rate rated score answer question percent per cent zero hours minutes
    """.split()  # noqa: SIM905 - a word list reads best as words
)
_PAST = frozenset(
    """
    built wrote rewrote led ran cut did set put found brought held kept drew chose taught sat went
    gave sent told spent began dealt drove fought grew met sold spoke stood thought threw understood
    won bought caught fed fell felt hid hit left lost paid rebuilt redrew ripped said saw shut split
    stuck swapped tore undid withdrew woke came broke laid lent rang sang shot slid sewed swept dug
    hung rode rose shook struck swam wore wound bent bound bred spun swung lit overcame oversaw
    reset rerun retook undertook knew showed became stopped flew froze blew heard meant bled beat
    forgot spread sank sought wove rethought underwent fled
    """.split()  # noqa: SIM905
)
_PRESENT = frozenset(
    """
    put build write go find move stop change check call ask tell explain clean prepare teach show
    give bring start open close remove delete revoke look mark test train help run set say speak use
    fix repair measure count order send decide create design install replace add reduce keep hold
    see come sit talk organise organize introduce improve correct split draw note report wait push
    pull turn bake weigh sign review visit ring phone drive pick pack scan load book chase agree
    walk meet manage cover handle own sort drop raise store compare record document log lock apply
    """.split()  # noqa: SIM905
)
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[a-z]+)?|[%$£€]|[?!:;,.()<>\[\]{}#*/|=\"-]")
_SHORTENED = re.compile(r"(i|we|they|you|he|she|it|that|there|what|who)('(?:m|ve|d|ll|s|re))")
_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST = 3
"""How many neighbouring classes are looked at together."""


def shape(text: str) -> frozenset[str]:
    """What a neutral sentence is built of: runs of one to three classes, and `=word` for words."""
    classes, words = ["^"], set()
    tokens = _tokens(text)
    for word, kind in tokens:
        if word.isalpha() and kind != "X":
            words.add(f"={word}")
        if kind != "w" or classes[-1] != "w":
            classes.append(kind)
    classes.append("$")
    runs = {
        " ".join(classes[start : start + length])
        for length in range(1, LONGEST + 1)
        for start in range(len(classes) - length + 1)
    }
    return frozenset(runs | words | _doers(tokens))


def _doers(tokens: list[tuple[str, str]]) -> set[str]:
    """Who does each verb: `past<i`, `present<they`, `past<our`, `past<none`, with ` not` if denied.

    The doer is the pronoun or the noun phrase last read before the verb; an object read between
    two verbs of one subject ("I wrote the plan and chaired it") does not become the doer, unless
    the verb follows it at once.
    """
    found: set[str] = set()
    doer, phrase, denied, last = "none", "none", "", ""
    for _, kind in tokens:
        if kind in _SUBJECTS:
            doer = phrase = _SUBJECTS[kind]
            denied = ""
        elif kind in _DETERMINERS:
            phrase = kind
        elif kind in _DENYING:
            denied = " not"
        elif kind in _VERBS:
            by = phrase if last in _NOUNS and phrase != "none" else doer
            found.add(f"{kind}<{by}{denied}")
            doer = by if doer == "none" else doer
            denied = denied if kind == "present" else ""
        elif kind in _BREAKS:
            doer, phrase, denied = "none", "none", ""
        last = kind
        phrase = "noun" if kind == "w" and phrase == "none" else phrase
    found.add(f"doer {doer}")
    return found


_SUBJECTS = {
    "i": "i", "we": "we", "they": "they", "you": "you", "it": "it", "X": "x", "who": "who",
    "nobody": "nobody", "somebody": "they", "someone": "they", "everyone": "they",
    "people": "they", "colleague": "they", "colleagues": "they", "boss": "they",
    "manager": "they", "lead": "they", "team": "team", "others": "they", "mine": "mine",
}  # fmt: skip
_DETERMINERS = frozenset(("my", "our", "the", "a", "an", "their", "your", "this", "that", "every"))
_DENYING = frozenset(("not", "never", "no", "nor", "neither", "without", "cannot"))
_VERBS = frozenset(("past", "present", "ing", "did", "made", "took", "got", "had", "was", "were",
                    "am", "is", "are", "have", "do", "make", "take", "get", "work", "worked",
                    "would", "will", "can", "could", "should"))  # fmt: skip
_NOUNS = frozenset(("w", "X", "0", "year"))
_BREAKS = frozenset((".", ";", ":", "?", "!", "(", "-"))


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for token in _TOKEN.findall(text):
        word = token if token in ("X", "X's") else token.lower()
        shortened = _SHORTENED.fullmatch(word)
        if shortened:
            found += [(part, part) for part in shortened.groups()]
        elif word.endswith("n't"):
            found += [(word[:-3], word[:-3]), ("n't", "not")]
        else:
            found.append((word, _class(word)))
    return found


def _class(word: str) -> str:
    """The class of one word: itself where it is a function word, else its likely form."""
    if word in ("X", "X's"):
        return "X"
    if word[0].isdigit():
        return "year" if _CALENDAR_YEAR.fullmatch(word) else "0"
    if word in _KEPT or "'" in word or not word[0].isalpha():
        return word
    if is_past(word):
        return "past"
    return _form(word)


def is_past(word: str) -> bool:
    """Whether a word in lower case looks like a verb in the past."""
    return word in _PAST or (word.endswith("ed") and len(word) > 3)


def _form(word: str) -> str:
    if word in _PRESENT:
        return "present"
    if word.endswith("ing") and len(word) > 4:
        return "ing"
    return "ly" if word.endswith("ly") else "w"

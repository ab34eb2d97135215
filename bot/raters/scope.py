"""Written rules on who a sentence's work belongs to, where the trained reader may be misled."""

import re
from collections.abc import Sequence

from bot.raters.weights import ACTS, Numbers

# "used to sit next to the people who built it", "watched her do it"
_BYSTANDER = re.compile(
    r"\bI (?:only |just |once |often )?(?:used to )?(?:sat|sit|stood|was sitting|was|worked|work)"
    r" (?:right |only |two desks |three desks )?(?:next to|beside|near|next door to|on the floor)\b"
    r"|\bI (?:only |just |once |often |used to )*(?:watch(?:ed)?|overheard|listened|looked on|"
    r"shadowed)\b",
    re.IGNORECASE,
)
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
# "It's not that I never used Terraform: I wrote …"
_NOT_NEVER = re.compile(
    r"\bit(?:'s| is| was) not (?:that|as if|like) I(?:'ve| have|'d| had)? never (?:\w+ )?"
    r"([^:;,.-]{0,60})\s*[:;,-]\s*(?:but )?(?=I\b)",
    re.IGNORECASE,
)
USED = 0.6


def without_double_denial(text: str) -> str:
    """The sentence said plainly: "It's not that I never used X: I …" becomes "On X: I …"."""
    return _NOT_NEVER.sub(lambda found: f"On {found[1].strip() or 'it'}: ", text)


def scoped(texts: Sequence[str], chances: Numbers) -> Numbers:
    """The chances of each act, shape (n, acts), corrected where a written rule is certain."""
    corrected = chances.copy()
    for number, text in enumerate(texts):
        if _BYSTANDER.search(text) and len(_OWN_VERB.findall(text)) == 1:
            for act in ("own", "usual", "team", "result"):
                corrected[number, ACTS.index(act)] = 0
            corrected[number, ACTS.index("others")] = 1
        elif _IN_USE.search(text) and not _NOT_REAL.search(text):
            usual = ACTS.index("usual")
            corrected[number, usual] = max(USED, corrected[number, usual])
    return corrected

"""Sentences on the candidate's own life: family, home, free time. They are no evidence of work."""

import re

# "our allotment", "my old horse". Neutral texts say "child" for "son" and "spouse" for "wife".
_OWN_LIFE = re.compile(
    r"\b(?:my|our) (?:(?!first|best|last|head|senior|line)\w+ ){0,2}?(?:spouse|child|children|"
    r"kids|twins|parents?|siblings?|grand\w+|uncle|aunt|cousins?|nephew|niece|in-laws|family|"
    r"wedding|divorce|honeymoon|dogs?|puppy|cats?|horse|pony|hens|bees|hive|garden|garage|attic|"
    r"cellar|shed|balcony|allotment|neighbou?rs?|landlord|flatmate|campsite|choir|parish|scouts?|"
    r"hobby|moped|motorbike|caravan|visa|school years)\b"
    r"|\bmy (?:own )?(?:house|home|flat|club|band|village|street|church|bike)\b"
    r"|\bwhen I was (?:a child|young|little|at school|\w+teen)\b"
    r"|\b(?:as|am|'m) (?:a|the) parent of\b|\bin my (?:free|spare) time\b|\bas a hobby\b"
    r"|\bI (?:also )?(?:play|sing|dance|knit|sew|paint|fish|sail|hike|jog|swim|cycle|garden|ski)\b"
    r"|\bI(?: am|'m)? (?:inherited|keep bees|a volunteer|volunteer)\b",
    re.IGNORECASE,
)


def tells_own_life(text: str) -> bool:
    """Whether a neutral sentence speaks of the candidate's family, home or free time."""
    return _OWN_LIFE.search(text) is not None

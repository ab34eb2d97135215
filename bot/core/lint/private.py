"""What may not be asked or decide because it is private: belonging, records, former pay, home.

After the EEOC's guidance on inquiries before employment and on arrest records, the laws on former
pay and on criminal records in many states of the US, and Article 5(2) of the Pay Transparency
Directive (EU) 2023/970. Stricter than some places need, and no legal advice.
"""

from bot.core.lint.finding import Rule, rule

_BELONGING = rule(
    r"""
    (?:are|were|have) you(?: ever)?(?: been)?(?: in| a member of| part of)?(?: an?| any| the)?(?: trade| labou?r)? union(?: member)?END
    your(?: trade| labou?r)? union (?:membership|activit\w+)
    non[- ]?union(?:i[sz]ed)? (?:candidate|applicant|worker|people)s?
    no union members?
    (?:who|whom|which party) (?:did|do|would) you vote
    your (?:political (?:views?|opinions?|party|beliefs?|affiliation)|politics)
    are you(?: an?| politically)? (?:active|member) (?:in|of) (?:an?|any)(?: political)? party
    """,
    "Union and political belonging may not be asked about or decide.",
    "Leave it out.",
    barred=True,
)
_MILITARY = rule(
    r"""
    your (?:military|army|navy|air force) (?:discharge|record)
    (?:type|kind|reason|grounds|terms)s? (?:of|for) your discharge
    military discharge
    (?:dis)?honou?rabl[ey] discharged?
    were you(?: ever)? discharged from the (?:army|navy|military|air force|forces)
    """,
    "How somebody left the military may not be asked about or decide.",
    "Ask about work done there, as about any other work.",
    barred=True,
)
_ARRESTS = rule(
    r"""
    (?:have you|were you)(?: ever)?(?: been)? (?:arrested|charged with|convicted|in (?:prison|jail))
    arrest (?:record|history)s?
    your (?:criminal (?:record|history|past)|arrests?|convictions?)
    (?:do you have|have you got|have you)(?: an?| any)? (?:criminal (?:record|history|convictions?)|convictions?|arrests?)
    (?:no|clean|without an?) (?:criminal|police|arrest) (?:record|history)
    """,
    "Arrests may not be asked about, and convictions in many places only after an offer.",
    "Where the law asks for a check, say that one follows the offer.",
    barred=True,
)
_FORMER_PAY = rule(
    r"""
    (?:salary|pay|compensation|wage|earnings) history
    your (?:current|previous|last|present|past|former) (?:salary|pay|package|income|earnings|bonus|compensation|wages?)
    (?:what|how much)[^.?!]{0,15} (?:current|previous|last|present|former) (?:salary|pay|compensation)
    how much (?:do|did|are|were) you(?: currently)? (?:earn\w*|paid|being paid|get(?:ting)? paid)
    how much (?:do|did) you makeEND
    what (?:do|did) you(?: currently)? earn
    your (?:last |latest |recent )?pay ?(?:slip|stub)s?
    """,
    "What somebody earned may not be asked in the EU and many states of the US: it carries old "
    "unfairness on.",
    "Tell what the job pays, or ask what they expect.",
    barred=True,
)
_HOME = rule(
    r"""
    your (?:post ?code|zip(?: code)?|home address|neighbou?rhood|height|weight|photo(?:graph)?)
    your (?:credit (?:score|history|rating)|facebook|instagram|social media accounts?)
    (?:live|living|lives|resident|residents|home|people|candidates?|applicants?) (?:in|from|near)(?: the)? (?:post ?code|zip code)s?
    ^(?:post ?code|zip code)
    where do you live
    how far(?: away)? do you live
    do you (?:own|rent) (?:your(?: own)?|an?) (?:home|house|flat|apartment|car)
    how tall are you
    how much do you weigh
    (?:photo|picture) of yourself
    (?:which|what) school did you go to
    ever (?:gone|been) bankrupt
    (?:attractive|good[- ]looking|well[- ]groomed)(?: appearance| person)?END
    """,
    "It says nothing about the work and stands for origin, wealth or looks.",
    "Name what the job needs, for example “Can you be at the depot at 6 a.m.?”",
    barred=True,
)

PRIVATE: tuple[Rule, ...] = (_BELONGING, _MILITARY, _ARRESTS, _FORMER_PAY, _HOME)
"""Never asked either."""

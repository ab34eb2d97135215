"""Words that nobody can show with work: praise, “fit”, traits, and skills named too broadly."""

from bot.core.lint.finding import rule

VAGUE = (
    rule(
        r"""
        rock ?stars?
        ninjas?
        gurus?
        (?:coding|code|data|sales|growth|marketing) wizards?
        superstars?
        unicorns?(?! (?:startups?|compan))
        best of the best
        a[- ]players?
        top talent
        world[- ]class (?:person|engineer|developer|talent|communicator|leader)s?
        """,
        "Nobody can show this with work they did.",
        "Name the work, for example “has run a migration of more than 50 services”.",
    ),
    rule(
        r"""
        (?:culture|cultural|team) fit
        good fit (?:for|with) (?:our|the)
        fits? in(?:to)?(?: with)? (?:our|the) (?:team|culture|family)
        (?:great|strong|winning|pleasant|bubbly|warm) personality
        right mindset
        charisma(?:tic)?
        """,
        "“Fit” cannot be rated from work, and it lets likeness decide.",
        "Name the behaviour, for example “gives and takes written review comments”.",
    ),
    rule(
        r"""
        passionate
        passion for
        self[- ](?:starters?|driven|motivated)
        go[- ]getters?
        hard[- ]?working
        energetic
        enthusiastic
        highly (?:motivated|driven)
        results?[- ]driven
        team players?
        can[- ]do (?:attitude|mentality)
        positive attitude
        work ethic
        thick[- ]skinned
        sense of humou?r
        dynamic (?:person|personality|individual|self)
        (?:be|is|are)(?: an?)? (?:reliable|friendly|honest|loyal|outgoing)
        """,
        "This is a trait, not work that somebody can show.",
        "Name what the person does in the job that it stands for.",
    ),
    rule(
        r"""
        (?:excellent|strong|good|great|outstanding) (?:communicat(?:ion|or)|interpersonal)(?: skills?)?END
        (?:excellent|strong|good|great|outstanding) (?:communication|people|organi[sz]ational) skills
        detail[- ]oriented
        attention to detail
        multi[- ]?task(?:ing|er)?s?
        problem[- ]solvers?
        think(?:s|ing)? outside the box
        leadership qualities
        common sense
        (?:fast|quick) learners?
        """,
        "It is hard to measure as it stands.",
        "Say to whom, about what, and in which form, for example “writes decision records”.",
    ),
)
"""Advice, for requirements and gates."""

QUESTION_FORMS = (
    rule(
        r"""
        (?:what|how) (?:would|will) you
        imagine (?:that )?you
        suppose (?:that )?you
        if you were (?:asked|to|in)
        """,
        "It asks what somebody would do; only work that was done can show a requirement.",
        "Ask for one time: “Think of one time when you …. What did you do yourself?”",
    ),
    rule(
        r"""
        (?:would|do)n't you (?:agree|think)
        surely you
        i (?:assume|take it) (?:that )?you
        (?:don't|aren't|haven't|can't) you(?=\?)
        """,
        "It leads to an answer.",
        "Leave the answer open: “What did you do?”",
    ),
    rule(
        r"""
        your (?:greatest |biggest )?(?:strengths?|weakness(?:es)?)
        where do you see yourself
        why should we (?:hire|choose) you
        tell (?:me|us) about yourself
        """,
        "It is about no requirement, so the answers cannot be compared.",
        "Ask for one piece of work that the requirement is about.",
    ),
)
"""Advice, for a kit's questions and follow-ups."""

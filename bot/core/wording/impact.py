"""What the report on adverse impact says: its figures, and what they show and do not show."""

NOT_ASKED = (
    "Candidates for this role are not asked about themselves, so there is nothing to compare. "
    "docs/impact.md says how to ask them."
)
UNMATCHED = (
    "Some answers belong to no screening that is kept. They are in no figure; that happens where "
    "ROLECALL_SECRET, or the file `secret`, was replaced."
)
WAY = "All candidates"
INVITED, FINISHED, DECIDED = "invited", "sent their answers", "decided on, by people"
SHOWS = "What this shows, and what not"
NOTES = (
    "People decided. Rolecall totals, ranks and rejects nobody, so these are your team's decisions "
    "after reading the screenings, and other things they knew may have counted.",
    "Only those who chose to tell are in a group. Who does not tell may differ from who does.",
    "Candidates are asked after they sent their answers. Whoever stopped before that is in no "
    "group, so nothing here shows whether some stop more often than others.",
    "A rate is advanced / (advanced + declined); open and held decisions do not count. The ratio "
    "is a group's rate to the highest one. Agencies in the United States generally take less than "
    "four fifths (0.80) as evidence of adverse impact (29 CFR 1607.4 D); a smaller difference can "
    "be one too, and a greater one may be none where numbers are small.",
    "The exact test (Fisher, two-sided) says how often chance alone would make a difference at "
    "least as uneven between the two groups. With many groups some come out small by chance.",
    "Counts of one to four are not told, and a group of fewer than five people is not shown (if it "
    "is the only one, neither is the next larger, so that it cannot be worked out). Rates are "
    "compared where at least 20 decisions were made in each group: of fewer, one alone moves a "
    "rate by more than five points.",
    "This is no proof that a process is fair or unfair, no independent bias audit, and no legal "
    "advice. Where a rate is below four fifths, look at the decisions and their reasons.",
)
HIDDEN = "too few to show"


def title(role: str, since: str) -> str:
    """The heading."""
    return f"{role}: decisions by group{f', since {since}' if since else ''}"


def answered(share: float | None) -> str:
    """How many told it, in tenths, so that nobody can be worked out from the rest."""
    return "Too few sent their answers." if share is None else f"Told by about {share:.0%}."


def people(count: int | None) -> str:
    """A count as far as it may be told."""
    return "fewer than 5" if count is None else str(count)


def sent(finished: int, decided: int | None) -> str:
    """How many of a group sent their answers and were decided on."""
    return f"{finished} sent answers, {people(decided)} decided"


def advanced(count: int, rate: float) -> str:
    """How many were advanced."""
    return f"{count} advanced ({rate:.0%})"


ADVANCED_HIDDEN = "too few were advanced or declined to tell how many"


def ratio(found: float, p: float, bound: bool) -> str:
    """The ratio and the test's chance; upper bounds where counts may not be told."""
    most = "at most " if bound else ""
    return f"ratio {most}{found:.2f}, exact test p {'≤' if bound else '='} {p:.3f}"

"""What stands in and under the picture of a fit summary."""

LEGEND = "From left to right: no evidence, claimed, described, demonstrated, with impact"


def title(pseudonym: str, role: str) -> str:
    """What the picture is of."""
    return f"{pseudonym} · {role}: what was shown, requirement by requirement"

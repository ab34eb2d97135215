"""What should be mended in a brief's criteria."""

from bot.core.lint.barred import BARRED
from bot.core.lint.finding import Finding, hits
from bot.core.lint.several import several, twice
from bot.core.lint.traits import VAGUE
from bot.core.roles import CriterionKind, Role


def brief_findings(role: Role) -> tuple[Finding, ...]:
    """What should be mended in a role's criteria, in the brief's order.

    Of hiring signals, which nobody is rated by, only what may not decide is found.
    """
    found: list[Finding] = []
    for criterion in role.criteria:
        signal = criterion.kind is CriterionKind.SIGNAL
        found += hits(BARRED if signal else (*BARRED, *VAGUE), criterion.text, criterion.line)
        if not signal:
            found += several(criterion.text, criterion.line)
    asked = [one for one in role.criteria if one.kind is not CriterionKind.SIGNAL]
    found += twice((one.text, one.line, "") for one in asked)
    return tuple(sorted(found, key=lambda finding: finding.line))

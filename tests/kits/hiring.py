"""An invented brief whose kit is edited, and its role."""

from bot.briefs.reading import read_brief
from bot.core.roles import Role

KEEPER = "lighthouse-keeper"
BRIEF = """# Lighthouse Keeper

**Experience:** 3 years or more of keeping a light.

## Required
- Repairing lamps and lenses
- Radio traffic with ships in distress
- A marine radio licence

## Preferred
- Knowing the local birds
- Painting ironwork above the sea
"""
LAMPS, RADIO = "repairing-lamps-and-lenses", "radio-traffic-with-ships-in"
BIRDS, PAINT = "knowing-the-local-birds", "painting-ironwork-above-the-sea"


def role(brief: str = BRIEF) -> Role:
    """The role."""
    return read_brief(KEEPER, "lighthouse-keeper.md", brief)

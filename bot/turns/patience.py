"""How long sending is tried again, and how long to wait between two tries. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits double from `first` to `longest` seconds, over `tries` tries: about 15 minutes in all.

    A platform may ask for more; up to `asked` seconds of that are granted.
    """

    tries: int = 20
    first: float = 1
    longest: float = 60
    asked: float = 300

    def wait(self, tried: int, after: float, chance: float) -> float:
        """Seconds to wait after `tried` tries (from 1) when the platform asked for `after`.

        `chance` (0..1) spreads the waits over their upper half, so that chats that failed together
        do not come back together; what the platform asked for is never undercut, except by `asked`.
        """
        # The exponent is bounded, since 2.0 ** 1024 is no number any more.
        grown = min(self.first * 2.0 ** min(tried - 1, 60), self.longest)
        return max(grown * (0.5 + chance / 2), min(after, self.asked))


USUAL = Patience()
"""What a chat platform's bad quarter of an hour needs."""

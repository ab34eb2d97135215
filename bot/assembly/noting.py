"""Notes where answers stand on a platform whose thumbs name the answer by its place alone."""

from collections.abc import Callable, Sequence

from bot.core.messages import Block, Sources
from bot.ports.delivery import Address, Sender, place_name


class NotingSender:
    """A sender that notes where it put each cited answer: `note` is given the place's mark."""

    def __init__(
        self, sender: Sender, note: Callable[[str, str], None], mark: Callable[[str], str]
    ) -> None:
        self._sender = sender
        self._note = note
        self._mark = mark

    def send(self, address: Address, key: str, blocks: tuple[Block, ...]) -> Sequence[Address]:
        """As the sender does; raises what it raises."""
        standing = self._sender.send(address, key, blocks)
        if any(isinstance(block, Sources) for block in blocks):
            for one in standing:
                self._note(self._mark(place_name(one)), key)
        return standing

    def replace(self, standing: Address, key: str, blocks: tuple[Block, ...]) -> None:
        """As the sender does; raises what it raises."""
        self._sender.replace(standing, key, blocks)

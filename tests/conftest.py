"""What holds for every test: none reaches another machine."""

from tests.no_network import no_network, nothing_was_tried

__all__ = ["no_network", "nothing_was_tried"]

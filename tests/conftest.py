"""What holds for every test: none reaches another machine or is timed by how busy this one is."""

import gc

from hypothesis import settings

from tests.no_network import no_network, nothing_was_tried

__all__ = ["no_network", "nothing_was_tried"]

settings.register_profile("rolecall", deadline=None, max_examples=50)
settings.load_profile("rolecall")


def pytest_collection_finish() -> None:
    """What is loaded by now stays: it need not be looked through for garbage between the tests."""
    gc.freeze()

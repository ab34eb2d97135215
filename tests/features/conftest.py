"""The invented office, for whatever is tested by the row of the feature it belongs to."""

from tests.recruiting.conftest import office, url

__all__ = ["office", "url"]

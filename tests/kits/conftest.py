"""The office of the recruiters' tests, for sign-offs."""

from tests.recruiting.conftest import office, url

__all__ = ["office", "url"]

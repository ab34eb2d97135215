"""The office of the recruiters' tests, for sign-offs."""

from tests.recruiting.conftest import office

__all__ = ["office"]

"""Tests of the optional chat model, on the real client and a server of their own."""

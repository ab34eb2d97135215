"""Tests of the web channel, through real HTTP."""

"""Draws the payloads of Slack and Teams as pages, to look at them without either platform."""

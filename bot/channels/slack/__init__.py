"""Slack: what is said there goes in as a message, and what the bot answers is drawn as blocks."""

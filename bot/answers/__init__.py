"""Answering questions about a role: what is asked, which line of the brief says it, or none."""

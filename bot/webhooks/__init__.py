"""Tells another program what happened, over signed HTTP requests."""

"""The terminal: a person at a keyboard."""

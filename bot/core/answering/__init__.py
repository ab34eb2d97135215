"""Answers about a role, questions for the hiring team, and what people think of answers."""

"""One candidate through one kit: commands, events, decisions, and what the bot says next."""

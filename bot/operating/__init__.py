"""Running the bot: what it counts, whether it is ready, what it logs, and how it stops."""

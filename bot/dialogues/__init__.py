"""The bot's conversations: each gathers through the ports, decides, and returns a turn."""

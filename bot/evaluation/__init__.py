"""Measuring the bot on files of questions or answers."""

"""Whole dialogues as readable files, played on the real bot."""

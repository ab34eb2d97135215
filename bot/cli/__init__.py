"""The commands of `rolecall`, a file for each kind of work."""

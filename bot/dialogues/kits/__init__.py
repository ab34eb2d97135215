"""The screening's questions: shown, edited, checked, taken from a file."""

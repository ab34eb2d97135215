"""Raters: how an answer shows a criterion, by rules a person can follow."""

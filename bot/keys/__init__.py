"""Secrets of this program: its own, the keys made from it, and the tokens of invitations."""

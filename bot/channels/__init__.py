"""Channels: each takes messages in (parse, pure), draws replies (render, pure), and has a door."""

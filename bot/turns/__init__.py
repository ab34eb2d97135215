"""Durable turns: a message that was taken in is handled once and answered, whatever crashes."""

"""What nobody said: what is due, and what was kept long enough."""

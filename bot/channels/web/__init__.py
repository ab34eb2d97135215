"""The web channel: pages for the hiring team, and a private chat for each candidate."""

"""Microsoft Teams: activities in, Markdown and Adaptive Cards out."""

"""What the team says: commands, invitations, briefs, channels, and forms that say them."""

"""Questions about a role: answered from the brief, or passed on to the team."""

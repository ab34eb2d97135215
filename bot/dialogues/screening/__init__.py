"""A candidate's screening: what a message means where it stands, and what follows."""

"""One file for each migration; a file never changes once it was released."""

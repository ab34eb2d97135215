"""One file for each vendor: nothing outside this folder imports their packages."""

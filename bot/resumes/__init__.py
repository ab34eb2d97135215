"""Reading a candidate's résumé as whoever looks at the file sees it."""

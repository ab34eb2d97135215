"""Words as such: cleaned, folded, and what language, contact data, names and numbers they hold."""

"""Reading a brief: from a file, through Markdown, to a role with its passages and criteria."""

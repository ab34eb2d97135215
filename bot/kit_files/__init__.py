"""A kit as a YAML file: written with comments for a recruiter, read with every mistake named."""

"""The grammatical form of a criterion, so that a question can be built around its words. Pure."""

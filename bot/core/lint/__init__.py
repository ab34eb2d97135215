"""What should be mended in a brief or a kit: not measurable, two in one, twice, not to be asked."""

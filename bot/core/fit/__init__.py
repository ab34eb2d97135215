"""What a screening showed: the summary, its picture, and the blocks that tell it."""

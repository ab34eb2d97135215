"""What is learned, trained from data in the repository: `make train`."""

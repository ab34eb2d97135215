"""What happens by the clock: the policy, what is due, and what is said then."""

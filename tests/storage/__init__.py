"""What is kept: the same contract on SQLite and on PostgreSQL."""

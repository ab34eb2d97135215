"""Everything that is kept: the storage ports on SQLAlchemy, for SQLite and PostgreSQL alike."""

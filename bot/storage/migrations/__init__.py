"""The schema's migrations, oldest first; Rolecall runs them itself when it opens a database.

By hand, from the project's folder:

    alembic -c bot/storage/migrations/alembic.ini -x url=sqlite:///var/rolecall.db upgrade head

`current`, `history`, `downgrade` and `upgrade head --sql` work the same way.
"""

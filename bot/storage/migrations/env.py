"""Runs migrations: on the connection Rolecall hands over, or on the command line's `-x url=…`."""

from alembic import context
from sqlalchemy import Connection, create_engine

from bot.storage.tables import metadata


def _url() -> str:
    url = context.get_x_argument(as_dictionary=True).get("url", "")
    if not url:
        raise SystemExit("Say which database: alembic -x url=sqlite:///FILE …")
    return url


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()


def _run_offline() -> None:
    context.configure(url=_url(), target_metadata=metadata, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()


def _run_online() -> None:
    handed = context.config.attributes.get("connection")
    if handed is not None:
        _run(handed)
        return
    engine = create_engine(_url())
    with engine.begin() as connection:
        _run(connection)
    engine.dispose()


if context.is_offline_mode():
    _run_offline()
else:
    _run_online()

"""What columns hold, and the one collection of all tables."""

from datetime import datetime

from sqlalchemy import Dialect, MetaData, String, Text, TypeDecorator

from bot.storage.codec import clean, time_from_text, time_to_text


class Words(TypeDecorator[str]):
    """Text, cleaned of what a database cannot hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _: Dialect) -> str | None:
        """The text as it is kept."""
        return None if value is None else clean(value)


class Moment(TypeDecorator[datetime]):
    """A time as text in UTC that sorts as times do, the same in every database."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _: Dialect) -> str | None:
        """The time as it is kept."""
        return None if value is None else time_to_text(value)

    def process_result_value(self, value: str | None, _: Dialect) -> datetime | None:
        """The time, in UTC."""
        return None if value is None else time_from_text(value)


metadata = MetaData()

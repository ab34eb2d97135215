"""The one place that knows every part and puts them together."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from bot.bot import Bot
from bot.briefs.reading import read_brief
from bot.channels_on import PLACES
from bot.core.roles import Role
from bot.passages import LibraryRanker, document_of
from bot.ports import Phraser, Ports, Rater
from bot.raters.rater import EvidenceRater
from bot.settings import Settings
from bot.storage.store import Store, open_store
from bot.turns.routing import Routes, read_routes

if TYPE_CHECKING:
    from bot.models.chat import ChatModel
    from retrieval import IndexReport, Library

Progress = Callable[[int, int], None]


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A name for a screening, 80 bits, in letters and digits that are easily told apart."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(16))


def new_token() -> str:
    """An invitation's token: 256 bits, 43 letters."""
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class App:
    """The assembled product. Parts that are slow to load are made when they are first used."""

    settings: Settings
    store: Store

    @cached_property
    def ranker(self) -> LibraryRanker:
        """The retrieval library as the bot's ranker; opened on first use."""
        return LibraryRanker(self._open_library)

    def _open_library(self) -> "Library":
        from retrieval import open_library

        return open_library(self.settings.chroma_folder, self.settings.chroma_url or None)

    @cached_property
    def bot(self) -> Bot:
        """The bot."""
        return Bot(self.ports)

    @cached_property
    def ports(self) -> Ports:
        """What the bot is given."""
        store = self.store
        phraser, rater = self._model_parts()
        return Ports(
            roles=store.roles,
            kits=store.kits,
            screenings=store.screenings,
            conversations=store.conversations,
            questions=store.questions,
            records=store.records,
            inbox=store.inbox,
            ranker=self.ranker,
            rater=rater,
            phraser=phraser,
            new_id=new_id,
            new_token=new_token,
            candidate_link=lambda token: f"{self.settings.address}/c/{token}",
            alerts=lambda role: bool(self.routes(role)),
        )

    @cached_property
    def routes(self) -> Routes:
        """Where each role's posts are sent; raises RoutesUnreadable."""
        return read_routes(self.settings.hiring_channels, PLACES)

    def _model_parts(self) -> tuple[Phraser | None, Rater]:
        """The rules alone; with a model, its checked proposals on top of them."""
        rules = EvidenceRater(self.ranker.encode)
        model = self._model()
        if model is None:
            return None, rules
        from bot.models.phraser import ModelPhraser
        from bot.models.rater import ModelRater
        from bot.raters.masking import masked

        return ModelPhraser(model, masked), ModelRater(rules, model, masked)

    def _model(self) -> "ChatModel | None":
        settings = self.settings
        if not settings.model:
            return None
        from bot.models.chat import LangChainModel, ModelSettings

        return LangChainModel(
            ModelSettings(
                settings.model,
                timeout=settings.model_seconds,
                base_url=settings.model_url,
                api_key=settings.model_key.get_secret_value(),
            )
        )

    def index(self, progress: Progress | None = None) -> "IndexReport":
        """Bring the vector index up to date with the roles, and forget roles that are gone."""
        roles = self.store.roles.all()
        library = self.ranker.library
        report = library.index([document_of(role) for role in roles], progress)
        library.prune([role.id for role in roles])
        return report

    def seeded(self) -> tuple[Role, ...]:
        """Take the briefs of the seeds folder in that are new or changed; those that were."""
        from bot.briefs.files import brief_files, identity_of, text_of

        added = []
        for file in brief_files(self.settings.seeds):
            text, identity = text_of(file), identity_of(file)
            if self.store.roles.markdown(identity) != text and not self.store.roles.removed(
                identity
            ):
                added.append(self.store.roles.put(identity, file.name, text, now()))
        return tuple(added)

    def close(self) -> None:
        """Close what is open."""
        self.store.close()


def assemble(settings: Settings) -> App:
    """The product with these settings; raises StorageUnavailable."""
    return App(settings, open_store(settings.database, read_brief))

"""The one place that knows every part and puts them together."""

import secrets
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bot import seeding
from bot.answers.forgetting import forget_texts
from bot.bot import Bot
from bot.briefs.reading import read_brief
from bot.core.errors import BriefUnreadable, KitUnreadable
from bot.core.messages import Attachment
from bot.core.roles import Role
from bot.dialogues.by_the_clock.clock import Clock
from bot.dialogues.candidates.handing_over import HandingOver
from bot.dialogues.recruiting.whereabouts import Team, Whereabouts
from bot.keys.invitations import Invitations
from bot.keys.program_secret import ProgramSecret
from bot.passages import LibraryRanker, Progress
from bot.ports import Phraser, Ports, Rater, Recall, unheard
from bot.ports.recollections import Recaller, Recollections, Unattributed
from bot.raters.orders import is_order
from bot.raters.rater import EvidenceRater
from bot.raters.resume_lines import ResumeLines
from bot.resumes.apart import read_apart
from bot.settings import Settings
from bot.settings.hiring_channels import ChannelsInForce
from bot.settings.role_teams import TeamsInForce
from bot.settings.slack_apps import recruiters_by_id
from bot.storage.store import Store, open_store
from bot.turns.routing import Routes

if TYPE_CHECKING:
    from pathlib import Path

    from bot.channels.web.uploads import Uploads
    from bot.models.chat import ChatModel
    from bot.operating.counting import Counting
    from retrieval import IndexReport, Library

RECALLED = 64
"""Of how many screenings what was said is kept in memory, ready to be asked about."""


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A name for a screening, 80 bits, in letters and digits that are easily told apart."""
    return "".join(secrets.choice("23456789abcdefghjkmnpqrstuvwxyz") for _ in range(16))


@dataclass(frozen=True)
class App:
    """The assembled product. Parts that are slow to load are made when they are first used.

    `counting` counts what its parts do, where somebody wants to know.
    """

    settings: Settings
    store: Store
    invitations: Invitations
    counting: "Counting | None" = None

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
            drafts=store.drafts,
            hiring_channels=self.hiring_channels,
            role_teams=self.role_teams,
            traces=store.traces,
            mark=self.mark,
            records=store.records,
            inbox=store.inbox,
            ranker=self.ranker,
            rater=rater,
            phraser=phraser,
            new_id=new_id,
            token_of=self.invitations.token,
            candidate_link=lambda token: f"{self.settings.address}/c/{token}",
            alerts=lambda role: bool(self.routes(role)),
            name_of=lambda screening: store.people.name(screening) or "",
            page_link=lambda path: f"{self.settings.address}{path}",
            thread_of=store.standings.screening_above,
            absent=self.whereabouts.absent,
            reach=store.agenda.reach,
            gives_orders=is_order,
            recall=self._recall(),
            read_resume=read_apart,
            resume_lines=ResumeLines(self.ranker.encode),
            waiting_resumes=store.waiting_resumes,
            policies=self.settings.policies.of,
            self_identification=self.settings.questionnaires.of,
            fetch=self._fetch,
            heard=self.counting.answered if self.counting else unheard,
        )

    def _recall(self) -> Recall:
        memory: Recollections[tuple[Hashable, Any]] = Recollections(RECALLED)
        self.store.memories.add(memory)
        self.store.memories.add(Unattributed(forget_texts))
        return Recaller(memory)

    def mark(self, name: str) -> str:
        """The keyed hash of a name: it tells two people or places apart and gives neither away."""
        return self.invitations.token(f"mark of {name}")

    def _fetch(self, attachment: Attachment) -> bytes:
        """A file from the channel it came by; loads that channel's part on first use."""
        from bot.assembly.fetching import fetched

        if attachment.place.channel == "web":
            return self.uploads.fetch(attachment)
        return fetched(self.settings, self.store.installations, attachment)

    @cached_property
    def uploads(self) -> "Uploads":
        """The files that came with a form of the web pages, while their messages are handled."""
        from bot.channels.web.uploads import Uploads

        return Uploads()

    @cached_property
    def clock(self) -> Clock:
        """Does what is due by the clock."""
        return Clock(self.ports, self.store.agenda, self.store.holds)

    def tick(self, at: datetime) -> bool:
        """Do what is due by the clock; whether anything was."""
        # What another program erased goes out of this one's memory too.
        self.store.memories.forget_erased()
        return self.clock.tick(at)

    @cached_property
    def handing_over(self) -> HandingOver:
        """Gathers what is handed over to other programs."""
        return HandingOver(self.ports, self.store.screenings.chain)

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where the bot can write on its channels, and who is told where it cannot."""
        people = {
            "slack": recruiters_by_id(self.settings),
            "teams": frozenset(each.lower() for each in self.settings.teams_recruiters),
        }
        team = Team(self.store.roles, self.store.inbox, self.routes, people)
        return Whereabouts(self.store.references, team)

    @cached_property
    def hiring_channels(self) -> ChannelsInForce:
        """Where each role's posts go; raises RoutesUnreadable."""
        return ChannelsInForce(self.settings.hiring_channels, self.store.hiring_channels.all)

    @cached_property
    def role_teams(self) -> TeamsInForce:
        """Who of the team works on which role."""
        from bot.assembly.belonging import in_slack

        asked = in_slack(self.settings, self.store.installations)
        return TeamsInForce(self.settings.role_teams, self.store.role_teams.all, asked)

    @property
    def routes(self) -> Routes:
        """Where each role's posts are sent."""
        return self.hiring_channels.routes

    def _model_parts(self) -> tuple[Phraser | None, Rater]:
        """What phrases and rates, counted where somebody counts."""
        phraser, rater = self._uncounted()
        counting = self.counting
        if counting is None:
            return phraser, rater
        return phraser and counting.phraser(phraser), counting.rater(rater, phraser is not None)

    def _uncounted(self) -> tuple[Phraser | None, Rater]:
        """The rules alone; with a model, its checked proposals on top of them."""
        rules = EvidenceRater(self.ranker.encode)
        model = self._model()
        if model is None:
            return None, rules
        model = self.counting.model(model) if self.counting else model
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
        """Bring the vector index up to date with the roles, and forget roles that are gone.

        Raises SearchUnavailable; questions are answered without the index, only later.
        """
        return self.ranker.index(self.store.roles.all(), progress)

    def seeded(self) -> tuple[BriefUnreadable | KitUnreadable, ...]:
        """Take in what is new or changed in the seeds folder; what could not be read and why."""
        return seeding.seeded(self.store, self.settings.seeds, now())

    def take_in(self, identity: str, file: "Path", text: str) -> Role:
        """Take a brief in with the kit that stands beside it, both or neither.

        Raises BriefUnreadable, KitUnreadable.
        """
        return seeding.take_in(self.store, identity, file, text, now())

    def close(self) -> None:
        """Close what is open."""
        self.store.close()


def assemble(settings: Settings, counting: "Counting | None" = None) -> App:
    """The product with these settings; raises StorageUnavailable."""
    secret = ProgramSecret(settings.secret.get_secret_value(), settings.home / "secret")
    invitations = Invitations(secret)
    store = open_store(settings.database, read_brief, invitations.token, secret.key)
    return App(settings, store, invitations, counting)

"""What this program counts and times, for Prometheus. No label ever holds what a person wrote."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from opentelemetry.metrics import CallbackOptions, Observation
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.resources import Resource

from bot.operating.exposition import exposed

if TYPE_CHECKING:
    from opentelemetry.sdk.metrics.export import Metric

_TURN_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Meters:
    """The meters of one program, from its start; each program of a deployment has its own."""

    def __init__(self) -> None:
        self._reader = InMemoryMetricReader()
        provider = MeterProvider(
            metric_readers=[self._reader], resource=Resource({}), shutdown_on_exit=False
        )
        self._meter = provider.get_meter("rolecall")
        count = self._meter.create_counter
        self.turns = count(
            "rolecall_turns",
            description="Messages given to the bot, by audience and how that ended. A message that "
            "is handled again after a failure counts again.",
        )
        self.turn_seconds = self._meter.create_histogram(
            "rolecall_turn_seconds",
            description="Seconds from the bot's getting a message to its reply being kept.",
            explicit_bucket_boundaries_advisory=_TURN_SECONDS,
        )
        self.sends = count(
            "rolecall_sends",
            description="Tries to send something, by channel and how that ended.",
        )
        self.given_up = count(
            "rolecall_replies_given_up",
            description="Replies, posts and retractions that were not sent after all tries.",
        )
        self.answers = count(
            "rolecall_answers",
            description="Questions about a role: answered, or why not.",
        )
        self.ratings = count(
            "rolecall_ratings", description="Ratings of answers, by their level in words."
        )
        self.model_calls = count(
            "rolecall_model_calls",
            description="Calls to the language model, by how they ended.",
        )
        self.model_uses = count(
            "rolecall_model_uses",
            description="What the language model's part came to: used, or the rules' result alone.",
        )

    def gauge(self, name: str, description: str, read: Callable[[], float]) -> None:
        """A number that is read when somebody looks."""

        def observed(_: CallbackOptions) -> Iterable[Observation]:
            return [Observation(read())]

        self._meter.create_observable_gauge(name, [observed], description=description)

    def text(self) -> str:
        """Everything counted so far, in Prometheus' text format."""
        data = self._reader.get_metrics_data()
        found: list[Metric] = [
            metric
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
        ]
        return exposed(sorted(found, key=lambda metric: metric.name))

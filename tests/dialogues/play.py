"""Plays a dialogue file on the stage and tells where it differs from what is written."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.core.messages import Post
from tests.dialogues.drawn import drawn, lasting
from tests.dialogues.script import BOT, UNASKED, Direction, Expected, Script, Speech, matches
from tests.dialogues.stage import Stage


class Unknown(Exception):
    """A stage direction that nobody knows."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What was expected in these lines, and what was said instead."""

    expected: Expected
    said: str

    def told(self, script: Script) -> str:
        """As a person reads it: the file's line, and the two texts line by line."""
        here = f"{script.path.name}, line {self.expected.start + 1}: {self.expected.who} differs"
        lines = difflib.ndiff(_sentences(self.expected.text), _sentences(self.said))
        return "\n".join((here, *(line for line in lines if not line.startswith("?"))))


def _sentences(text: str) -> list[str]:
    return [line for line in re.split(r"\n+|(?<=[.?!]) ", text) if line.strip()]


@dataclass
class Play:
    """One dialogue being played. `posts` counts the posts that were looked at."""

    script: Script
    stage: Stage
    differences: list[Difference] = field(default_factory=list)
    posts: int = 0

    def played(self) -> list[Difference]:
        """Play the whole dialogue; where it differs from what is written."""
        self._set_up()
        for step in self.script.steps:
            match step:
                case Speech():
                    self._speak(step)
                case Expected():
                    self._compare(step)
                case Direction():
                    self._direct(step)
        return self.differences

    def _set_up(self) -> None:
        first = self.script.steps[0]
        if not (isinstance(first, Direction) and first.text.startswith("The brief")):
            self.stage.hire_for("lighthouse-keeper")

    def _speak(self, step: Speech) -> None:
        if step.aside == "if asked for more" and not self.stage.probing(step.who):
            return
        files = 1 if "with a file" in step.aside else 0
        place = step.aside if step.aside.startswith("#") else ""
        self.stage.say(step.who, step.text, files, place)

    def _compare(self, step: Expected) -> None:
        if step.who == BOT:
            assert self.stage.reply is not None, "nothing was said yet"
            said = drawn(self.stage.reply.blocks)
        else:
            new = self.stage.sent_unasked() if step.who == UNASKED else self._new_posts()
            said = "\n\n".join(drawn(post.blocks) for post in new)
        if not matches(step.text, said):
            self.differences.append(Difference(step, lasting(said)))

    def _new_posts(self) -> tuple[Post, ...]:
        records = self.stage.app.store.records
        told = [post for role in self.stage.roles for post in records.posts(role.id)]
        new = tuple(told[self.posts :])
        self.posts = len(told)
        return new

    def _act(self, act: Callable[..., object], step: Direction, named: tuple[str, ...]) -> None:
        try:
            act(self.stage, *named)
        except AssertionError as error:
            error.add_note(f"{self.script.path.name}, line {step.line}: {step.text}")
            raise

    def _direct(self, step: Direction) -> None:
        for pattern, act in _DIRECTIONS:
            found = re.fullmatch(pattern, step.text)
            if found:
                self._act(act, step, found.groups())
                return
        known = "\n".join(pattern for pattern, _ in _DIRECTIONS)
        raise Unknown(f"{self.script.path.name}, line {step.line}: {step.text}\nKnown:\n{known}")


def _pass(stage: Stage, many: str, unit: str) -> None:
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    number = words.index(many.lower()) if many.lower() in words else int(many)
    stage.let_pass(timedelta(**{f"{unit}s": number}))


def _consented(stage: Stage, who: str) -> None:
    stage.open_link(who)
    stage.say(who, "yes")


def _until(stage: Stage, who: str, place: str) -> None:
    stage.answer_until(who, lambda here: here == place)


def _versions(stage: Stage, who: str, many: str, question: str) -> None:
    kept = stage.log(who).given.get(f"q{question}", ())
    assert len(kept) == int(many), [given.answer for given in kept]


def _some_answer(stage: Stage, who: str, question: str) -> None:
    assert stage.log(who).given.get(f"q{question}"), "there is none"


def _nothing_sent(stage: Stage) -> None:
    sent = stage.sent_unasked()
    assert not sent, [drawn(post.blocks) for post in sent]


def _policy(stage: Stage, name: str, value: str) -> None:
    stage.set_policy(name.replace(" ", "_"), value)


def _nothing_kept(stage: Stage, who: str) -> None:
    assert stage.app.store.screenings.events(stage.invited[-1]) == ()
    said = [one.text for one in stage.app.store.records.transcript(stage.seat(who).conversation)]
    assert not any(said), said


_DIRECTIONS: tuple[tuple[str, Callable[..., object]], ...] = (
    (r"The brief is (\S+)", Stage.hire_for),
    (r"Another brief is (\S+)", Stage.hire_for),
    (r"The brief gets a line: (.+)", Stage.rewrite_brief),
    (r"(\w+) is invited", Stage.invite),
    (r"(\w+) is invited for (.+)", Stage.invite),
    (r"(\w+) opens the link", Stage.open_link),
    (r"(\w+) writes in Slack", Stage.in_slack),
    (r"The hiring channel is in Slack", Stage.hiring_channel_in_slack),
    (r"The policy's (.+) is (.+)", _policy),
    (r"Nothing is sent unasked", _nothing_sent),
    (r"(\w+) has said yes to the notice", _consented),
    (r"(\w+) answers until (.+)", _until),
    (r"(\w+) presses “(.+)”", Stage.press),
    (r"(\w+) edits “(.+)” to “(.+)”", Stage.edit),
    (r"(\w+) deletes “(.+)”", Stage.delete),
    (r"(\w+) (minute|hour|day|week)s? pass(?:es)?", _pass),
    (r"Rolecall is restarted", Stage.restart),
    (r"The same message arrives again", Stage.deliver_again),
    (r"(\w+)'s log holds (\d) answers? to question (\d)", _versions),
    (r"(\w+)'s log holds an answer to question (\d)", _some_answer),
    (r"Nothing that (\w+) said is kept", _nothing_kept),
)
"""Every stage direction there is: its words, and what it does."""


def _leave(_: Stage) -> None:
    """Nothing is looked at after the last line."""


def play(
    script: Script, home: Path, afterwards: Callable[[Stage], object] = _leave
) -> list[Difference]:
    """Play a dialogue in a folder of its own; look at the stage afterwards."""
    stage = Stage(home)
    try:
        differences = Play(script, stage).played()
        afterwards(stage)
        return differences
    finally:
        stage.close()

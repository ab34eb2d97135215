"""K8: no screening begins before its notice is over; another way is a choice of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.screening.events import Consented, Invited
from bot.core.screening.evolution import replayed
from bot.core.screening.notice_events import (
    AnotherWayArranged,
    AnotherWayAsked,
    BeginTold,
    NoticeGiven,
    NoticeWaived,
)
from bot.dialogues.screening.replaying import replay
from bot.dialogues.screening.waits import notice_due
from tests.channels.readers import CANDIDATE, CHANNELS
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import RECRUITER, Stage

ROLE = "lighthouse-keeper"


def noticed(stage: Stage, days: int = 10, waiver: str = "no") -> None:
    """The policy of New York's rule: ten working days; the stage's Monday is 1 March 2027."""
    stage.settings["role_policies"] = (
        f"{ROLE}: notice_days={days}, notice_waiver={waiver}, time_zone=America/New_York"
    )
    stage.restart()


def days_pass(stage: Stage, days: int) -> None:
    """The clock is looked at once a day, in the morning in New York."""
    for _ in range(days):
        stage.now = (stage.now + timedelta(days=1)).replace(hour=15)
        stage.app.clock.tick(stage.now)


def kinds(stage: Stage, who: str = "Robin") -> list[type]:
    return [type(event) for event in stage.app.store.screenings.events(stage.screening(who))]


@pytest.mark.parametrize("channel", CHANNELS)
def test_k8_no_yes_counts_before_the_notice_is_over_in_any_channel(
    stage: Stage, channel: str
) -> None:
    noticed(stage)
    stage.invite("Robin")
    screening = stage.invited[-1]
    with CHANNELS[channel](stage) as reader:
        told = reader.open()
        assert "the questions can begin from Tuesday, 16 March 2027" in told
        comes = "I will remind you here" if channel in ("Slack", "Teams") else "come back here"
        assert comes in told
        assert "It is too early to begin" in reader.say(CANDIDATE, "yes")
        assert "41,000 euros" in reader.say(CANDIDATE, "What does it pay?")
        assert "16 March 2027" in reader.say(CANDIDATE, "status")
        # The last minute of the notice in New York is 03:59 in UTC.
        stage.now = stage.now.replace(day=16, hour=3, minute=59)
        reader.say(CANDIDATE, "yes")
        log = stage.app.store.screenings.events(screening)
        assert [type(event) for event in log[1:]] == [NoticeGiven]
        stage.now = stage.now.replace(hour=4, minute=0)
        assert "May I ask you these questions" in reader.say(CANDIDATE, "hello")
        reader.say(CANDIDATE, "yes")
        assert stage.app.store.screenings.state(screening).consented_at is not None


def test_k8_a_file_is_not_looked_at_before_the_notice_is_over(stage: Stage) -> None:
    noticed(stage)
    stage.invite("Robin")
    stage.open_link("Robin")
    told = drawn(stage.say("Robin", "", files=1).blocks)
    assert "16 March 2027" in told
    assert "May I ask you" not in told


def test_k8_what_was_told_stands_whatever_the_policy_becomes(stage: Stage) -> None:
    noticed(stage)
    stage.invite("Robin")
    stage.open_link("Robin")
    noticed(stage, days=0)
    assert "16 March 2027" in drawn(stage.say("Robin", "yes").blocks)
    noticed(stage, days=60)
    stage.now = stage.now.replace(day=16)
    stage.say("Robin", "yes")
    assert kinds(stage)[-2:] == [NoticeGiven, Consented]


def test_k8_who_was_invited_before_there_was_a_policy_is_given_notice_too(stage: Stage) -> None:
    stage.invite("Robin")
    stage.open_link("Robin")
    noticed(stage, days=1)
    assert "can begin from Wednesday, 3 March 2027" in drawn(stage.say("Robin", "yes").blocks)
    assert kinds(stage)[-1] is NoticeGiven


def test_k8_the_waiting_takes_nothing_from_the_time_to_take_it_up(stage: Stage) -> None:
    noticed(stage)
    stage.in_slack("Robin")
    stage.invite("Robin")
    stage.say("Robin", "start {code 1}")
    days_pass(stage, 16)
    [told] = [drawn(post.blocks) for post in stage.sent_unasked()]
    assert "The notice for your screening for Lighthouse Keeper is over" in told
    assert kinds(stage)[-1] is BeginTold
    days_pass(stage, 12)
    assert "There is time until 30 March 2027" in drawn(stage.sent_unasked()[0].blocks)
    stage.say("Robin", "yes")
    assert kinds(stage)[-1] is Consented


def test_k8_the_digest_and_the_list_tell_who_waits(stage: Stage) -> None:
    noticed(stage)
    stage.hiring_channel_in_slack()
    stage.invite("Robin")
    stage.open_link("Robin")
    waits = "waiting for its notice until Tuesday, 16 March 2027"
    assert f"Candidate 7F3: {waits}" in drawn(stage.say(RECRUITER, "screenings").blocks)
    days_pass(stage, 1)
    digest = drawn(stage.app.store.records.posts(ROLE)[-1].blocks)
    assert f"Candidate 7F3*: {waits}" in digest
    days_pass(stage, 15)
    digest = drawn(stage.app.store.records.posts(ROLE)[-1].blocks)
    assert "can begin since Tuesday, 16 March 2027, has not started" in digest


def test_k8_only_where_the_policy_says_so_the_notice_can_be_given_up(stage: Stage) -> None:
    noticed(stage)
    stage.invite("Robin")
    stage.open_link("Robin")
    assert "I may not begin sooner" in drawn(stage.say("Robin", "start sooner").blocks)
    stage.say("Robin", "yes")
    assert NoticeWaived not in kinds(stage)
    noticed(stage, waiver="yes")
    stage.say("Robin", "start sooner")
    stage.say("Robin", "I guess ok")
    assert NoticeWaived not in kinds(stage)
    asked = drawn(stage.say("Robin", "start sooner").blocks)
    stage.say("Robin", "yes")
    waived = stage.app.store.screenings.events(stage.screening("Robin"))[-1]
    assert isinstance(waived, NoticeWaived)
    assert waived.words == "yes"
    assert waived.sentence in asked
    stage.say("Robin", "yes")
    assert kinds(stage)[-2:] == [NoticeWaived, Consented]


@pytest.mark.parametrize("before", [(), ("yes", "9"), ("yes", "skip the rest")])
def test_k8_another_way_stops_the_clock_wherever_it_is_chosen(
    stage: Stage, before: tuple[str, ...]
) -> None:
    stage.hiring_channel_in_slack()
    stage.in_slack("Robin")
    stage.invite("Robin")
    for said in ("start {code 1}", *before, "I would prefer another way", "another way"):
        stage.say("Robin", said)
    assert kinds(stage)[-1] is AnotherWayAsked
    posts = [drawn(post.blocks) for post in stage.app.store.records.posts(ROLE)]
    assert sum("asks for another way than the chat" in post for post in posts) == 1
    days_pass(stage, 3)
    digest = drawn(stage.app.store.records.posts(ROLE)[-1].blocks)
    assert "Asked for another way than the chat:\n\n- Candidate 7F3: asked 3 days ago" in digest
    who = drawn(stage.say(RECRUITER, "reveal 7F3: to arrange it").blocks)
    assert "Robin Example" in who
    what = drawn(stage.say(RECRUITER, "arranged 7F3: ").blocks)
    assert "Please say what is arranged" in what
    stage.say(RECRUITER, "arranged 7F3: a talk by phone")
    assert kinds(stage)[-1] is AnotherWayArranged
    days_pass(stage, 40)
    told = [drawn(post.blocks) for post in stage.sent_unasked()]
    assert len(told) == 1
    assert "that another way than this chat is arranged for you" in told[0]
    assert "by phone" not in told[0]
    assert kinds(stage)[-1] is AnotherWayArranged


def test_k8_a_screening_with_a_notice_is_replayed_byte_for_byte(stage: Stage) -> None:
    noticed(stage, waiver="yes")
    stage.invite("Robin")
    stage.open_link("Robin")
    for said in ("start sooner", "yes", "yes", "9", "yes", "skip the rest", "send"):
        stage.say("Robin", said)
    found = replay(stage.app.ports, stage.screening("Robin"))
    assert found.same
    assert stage.app.store.screenings.chain(stage.screening("Robin"))


def test_k8_who_did_not_ask_for_another_way_has_nothing_arranged(stage: Stage) -> None:
    stage.invite("Robin")
    told = drawn(stage.say(RECRUITER, "arranged 7F3: a talk").blocks)
    assert "did not ask for another way" in told
    stage.open_link("Robin")
    for said in ("another way", "continue", "another way", "What does it pay?", "yes"):
        stage.say("Robin", said)
    assert AnotherWayAsked not in kinds(stage)


def test_k8_a_trial_waits_for_nothing(stage: Stage) -> None:
    noticed(stage)
    stage.invite("Robin")
    stage.open_link("Robin")
    log = stage.app.store.screenings.events(stage.screening("Robin"))
    assert isinstance(log[0], Invited)
    assert isinstance(log[1], NoticeGiven)
    incoming, policy = stage.last, stage.app.ports.policies(ROLE)
    assert incoming is not None
    assert notice_due(policy, incoming, replayed("s", log[:1])) == log[1]
    assert notice_due(policy, incoming, replayed("s", (replace(log[0], trial=True),))) is None

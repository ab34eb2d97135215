"""Invitation codes: sent as often as needed, kept readable nowhere, and given to nobody else."""

from bot.briefs.reading import read_brief
from bot.core.messages import Incoming
from bot.core.roles import Audience
from bot.storage.store import open_store
from tests.recruiting.office import CANDIDATE, KEEPER, NOON, Office, token_of, words
from tests.storage.test_storage_erasing import everything


def test_no_readable_code_is_kept(office: Office) -> None:
    token = office.invited()
    office.candidate(f"start {token}")
    office.candidate(token, chat="a-public-channel", private=False)
    office.team(f"is {token} still good?", role=KEEPER)
    office.team(f"https://jobs.example/c/{token}")
    assert token not in everything(office.store)
    assert office.store.screenings.by_token(token, NOON)


def test_a_message_that_comes_again_gets_the_same_reply_with_its_link(office: Office) -> None:
    office.team("approve the kit", role=KEEPER)
    first = office.team(f"invite {CANDIDATE}", role=KEEPER, message="m-invite")
    again = office.team(f"invite {CANDIDATE}", role=KEEPER, message="m-invite")
    assert again == first
    assert token_of(again) in words(again).partition("start ")[2]


def test_the_recruiters_chat_shows_the_link_again(office: Office) -> None:
    office.team("approve the kit", role=KEEPER)
    reply = office.team(f"invite {CANDIDATE}", role=KEEPER)
    *_, last = office.store.records.transcript("team")
    assert last.reply == reply


def test_nobody_gets_a_code_by_writing_the_mark_that_stands_for_it(office: Office) -> None:
    token = office.invited()
    (entry,) = office.store.screenings.entries()
    mark = f"‹invitation {entry.id}›"
    told = [
        office.candidate(f"What is {mark}?"),
        office.team(f"invite {mark}", role=KEEPER, message="m-mark"),
        office.team(f"invite {mark}", role=KEEPER, message="m-mark"),
    ]
    assert all(token not in words(reply) for reply in told)
    shown = office.store.records.transcript("dm-ottoline") + office.store.records.transcript("team")
    assert all(token not in words(one.reply) for one in shown)


def test_a_code_that_would_open_nothing_is_not_shown(office: Office, url: str) -> None:
    """As after the program's secret was lost: the invitation works, its link is not known."""
    token = office.invited()
    other = open_store(url, read_brief, lambda screening: "another-" + "x" * 40)
    *_, last = other.records.transcript(f"team-{KEEPER}")
    assert "/c/(invitation code)" in words(last.reply)
    assert other.screenings.by_token(token, NOON)
    other.close()


def test_a_long_word_that_is_no_code_is_kept_as_it_is(office: Office) -> None:
    word = "x" * 50
    incoming = Incoming("m-long", "chat", "U-o", Audience.CANDIDATE, f"Is it {word}?", NOON)
    office.bot.handle(incoming)
    (said,) = office.store.records.transcript("chat")
    assert said.text == f"Is it {word}?"

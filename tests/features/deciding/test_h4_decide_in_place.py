"""H4: a person decides in the card's thread, with a reason; one at a time, and it can be undone."""

import pytest

from bot.core.messages import Choices
from bot.core.roles import Audience
from bot.core.screening.events import Decided, PutOnHold, Verdict
from bot.core.screening.team_events import CandidateTold, DecisionUndone, MoreAnswered, MoreAsked
from bot.core.wording import card
from bot.core.wording.fit import ERASED
from tests.features.deciding.team import BO, RIA, Team
from tests.recruiting.candidates import erased, screened
from tests.recruiting.office import BAKER, NOON


def buttons(team: Team) -> dict[str, str]:
    """The card's buttons and what they say."""
    return {c.label: c.typed for b in team.card if isinstance(b, Choices) for c in b.choices}


def test_h4_a_pressed_button_asks_why_and_the_card_shows_who_decided(team: Team) -> None:
    pressed = buttons(team)
    assert list(pressed) == ["Advance", "Hold", "Decline", "Ask one more", "Not now", "Details"]
    assert not any(c.primary for b in team.card if isinstance(b, Choices) for c in b.choices)
    assert "Please add why" in team.say(pressed[card.ADVANCE])
    assert not isinstance(team.last(), Decided)
    assert "Noted" in team.say("because the lamp was relit in one night")
    reason = "the lamp was relit in one night"
    assert team.last() == Decided(NOON, Verdict.ADVANCE, reason, RIA, "Ria")
    assert "Decided: advance · Ria, 23 November 2026, 12:00 UTC" in team.card_words
    assert "the lamp was relit in one night" in team.card_words
    assert list(buttons(team)) == ["Undo the decision", "Details"]


def test_h4_of_two_who_press_at_once_one_wins_and_the_other_is_told(team: Team) -> None:
    pressed = buttons(team)
    team.say(pressed[card.ADVANCE], RIA)
    team.say(pressed[card.DECLINE], BO)
    assert "Noted" in team.say("two nights of proof", RIA)
    told = team.say("no licence", BO)
    assert "is decided already: advance, by Ria" in told
    assert "two nights of proof" in told
    assert [type(event) for event in team.log].count(Decided) == 1
    assert "Please add why" not in team.say("decide Candidate " + team.code + ": hold", BO)


def test_h4_a_decision_is_undone_within_the_log_and_taken_again(team: Team) -> None:
    team.say("advance because of the lens")
    assert "Please add why" in team.say(buttons(team)[card.UNDO])
    assert "Taken back: advance, by Ria" in team.say("it was the wrong candidate")
    assert team.last() == DecisionUndone(NOON, "it was the wrong candidate", RIA, "Ria")
    assert isinstance(team.log[-2], Decided)
    assert "Decision taken back · Ria" in team.card_words
    assert "Noted" in team.say("hold, waiting for Bo", BO)
    assert team.last() == PutOnHold(NOON, "waiting for Bo", BO, "Bo")
    assert "on hold, by Bo" in team.say("hold: me too", RIA)
    assert "Before, it was on hold, by Bo" in team.say("decline: no licence", RIA)
    assert "nothing to take back" not in team.say(f"undo {team.code}: on second thoughts")
    assert "nothing to take back" in team.say(f"undo {team.code}: again")


def test_h4_the_candidate_is_told_only_in_words_that_a_recruiter_approved(team: Team) -> None:
    assert "Nothing was decided" in team.say("tell: Welcome!")
    team.say("decline because the licence is missing")
    assert not team.to_candidate()
    assert "will tell you in person" in team.candidate("status")
    assert "I tell Candidate" in team.say("tell: Thank you. We go on with somebody else.")
    assert "exactly this already" in team.say("tell: Thank you. We go on with somebody else.", BO)
    [post] = team.to_candidate()
    assert post.conversation == "dm-ottoline"
    assert isinstance(team.last(), CandidateTold)
    assert "We go on with somebody else." in team.candidate("status")
    assert "licence is missing" not in team.candidate("my data")
    assert "in words approved by Ria" in team.card_words
    assert "told of it before" in team.say("undo: too early")


def test_h4_one_more_question_goes_to_the_candidate_and_comes_back_to_the_card(team: Team) -> None:
    assert "What should I ask" in team.say(buttons(team)[card.ASK])
    assert "I ask Candidate" in team.say("Which lens did you use?")
    assert team.last() == MoreAsked(NOON, "Which lens did you use?", RIA, "Ria")
    assert "Which lens did you use?" in str(team.to_candidate()[-1].blocks)
    assert card.WAITS in team.card_words
    assert "has not answered your last question" in team.say("ask one more: And why?", BO)
    assert "Which lens did you use?" in team.candidate("What does it pay?")
    assert "Your answer is with the hiring team" in team.candidate("A Fresnel lens, call 555123456")
    asked = MoreAnswered(NOON, "Which lens did you use?", "A Fresnel lens, call 555123456")
    assert team.last() == asked
    assert "A Fresnel lens, call [left out]" in team.card_words
    assert "A Fresnel lens" in team.candidate("my data")
    team.say("ask one more: And who cleaned it?")
    assert "would rather not" in team.candidate("skip")
    assert card.SKIPPED in team.card_words


def test_h4_what_may_not_be_asked_is_not_passed_on(team: Team) -> None:
    assert "I do not ask this" in team.say("ask one more: How old are you?")
    assert not team.to_candidate()


def test_h4_who_has_no_right_or_has_left_is_told_so(team: Team) -> None:
    pressed = buttons(team)[card.DECLINE]
    before = team.log
    stranger = team.say(pressed, "U-guest", audience=Audience.CANDIDATE)
    assert "hiring team" in stranger
    team.say(pressed, BO)
    gone = team.say("because I say so", BO, audience=Audience.CANDIDATE)
    assert "Only people of the hiring team can do that" in gone
    assert team.log == before


def test_h4_under_the_card_of_an_erased_candidate_that_is_told(team: Team) -> None:
    pressed = buttons(team)
    team.say(pressed[card.ADVANCE])
    erased(team.office, team.screening)
    for said in (pressed[card.ADVANCE], "because of the lens", "note: a fine lens", "undo: no"):
        assert "The candidate had their data erased" in team.say(said), said
    assert ERASED in str(team.office.store.records.posts("lighthouse-keeper")[0].blocks)


def test_h4_a_code_of_two_roles_is_asked_back_and_a_thread_knows_its_own(team: Team) -> None:
    screened(team.office, team.code, ("My sourdough holds for days.",), BAKER)
    command = f"decide {team.pseudonym}: hold because the Night Baker role may suit"
    assert "Which role" in team.say(command, chat="somewhere")
    assert "Noted" in team.say(command)
    assert isinstance(team.last(), PutOnHold)


@pytest.mark.parametrize("said", ["not now", "Not now Candidate {}", "cancel"])
def test_h4_not_now_changes_nothing(team: Team, said: str) -> None:
    team.say(buttons(team)[card.HOLD])
    before = team.log
    assert "All right" in team.say(said.format(team.code))
    assert "Noted" not in team.say("because of the lens")
    assert team.log == before

"""C3: told what it is and what is looked at before it starts; only a clear yes is consent."""

from bot.core.screening.events import Consented
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

UNCLEAR = (
    "maybe",
    "ok I guess",
    "if I have to",
    "yes but who reads this?",
    "I repaired the lamp in 2024.",
    "",
    "👍?",
    "sure, whatever, I have no choice",
)


def test_c3_the_notice_comes_first_and_then_a_clear_yes(stage: Stage) -> None:
    stage.invite("Robin")
    told = drawn(stage.open_link("Robin").blocks)
    for part in (
        "a program, not a person",
        "2 short questions and then 3 questions",
        "about 4 to 6 minutes",
        "What is looked at: the work you describe",
        "Who decides: people",
        "quoted to the hiring team under a pseudonym",
        "erased 190 days after the end",
        "“person” to be put in touch with one instead",
        "‹Yes, start› ‹No, thank you› ‹Talk to a person›",
    ):
        assert part in told

    nothing_before_a_clear_yes(stage)


def nothing_before_a_clear_yes(stage: Stage) -> None:
    """Nothing is asked or kept as an answer before it."""
    for said in UNCLEAR:
        told = drawn(stage.say("Robin", said).blocks)
        assert "How many years" not in told, said
        assert len(stage.app.store.screenings.events(stage.screening("Robin"))) == 1, said
    assert "How many years" in drawn(stage.say("Robin", "Yes, go ahead.").blocks)
    [_, consented] = stage.app.store.screenings.events(stage.screening("Robin"))
    assert isinstance(consented, Consented)
    assert consented.words == "Yes, go ahead."


def test_c3_a_no_is_taken_well_and_nothing_is_asked(stage: Stage) -> None:
    for who, no in (("Robin", "no"), ("Kim", "No, thank you"), ("Wim", "I'd rather not")):
        stage.invite(who)
        stage.open_link(who)
        told = drawn(stage.say(who, no).blocks)
        assert "That is fine, and thank you for telling me." in told
        assert "How many years" not in drawn(stage.say(who, "9").blocks)

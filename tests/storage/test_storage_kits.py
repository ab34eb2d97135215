"""The contract of the kits: sign-offs and edits, on every database that is supported."""

from dataclasses import replace

import pytest

from bot.core.errors import LostRace
from bot.core.kits.changes import reworded, without_question
from bot.core.kits.edits import NO_EDITS, edited, edits_for
from bot.ports import Approval, Approve, EditKit, KitEdit
from bot.storage.store import Store

from .conftest import Opener
from .examples import ROLE, at, keep, kit, role


def test_a_signed_kit_is_kept_and_the_newest_sign_off_counts(store: Store) -> None:
    assert store.kits.approved(ROLE) is None
    changed = replace(kit(), questions=kit().questions[:1])
    keep(store, "m1", Approve(kit(), "U-ada", at()))
    keep(store, "m2", Approve(changed, "U-bea", at(1)))
    assert store.kits.approved(ROLE) == Approval(ROLE, changed.version, "U-bea", at(1))
    keep(store, "m3", Approve(kit(), "U-cal", at(2)))
    assert store.kits.approved(ROLE) == Approval(ROLE, kit().version, "U-cal", at(2))
    assert store.kits.get(ROLE, kit().version) == kit()
    assert store.kits.get(ROLE, changed.version) == changed
    assert store.kits.get(ROLE, "unknown") is None
    assert store.kits.approved("another") is None


def test_edits_of_a_kit_are_kept_in_a_row_and_every_version_stays(
    store: Store, opener: Opener
) -> None:
    assert store.kits.edits(ROLE) == NO_EDITS
    assert store.kits.history(ROLE) == ()
    kits = (reworded(kit(), 1, "Which winter?"), without_question(kit(), 2))
    for number, made in enumerate(kits):
        edits = edits_for(role(), made)
        keep(
            store,
            f"m{number}",
            EditKit(made, edits, number, f"change {number}", "U-ada", at(number), "Ada"),
        )
        for one in (store, opener()):
            assert one.kits.edits(ROLE) == edits
            assert edited(role(), one.kits.edits(ROLE)) == made
    assert store.kits.history(ROLE) == (
        KitEdit(1, kits[0].version, "change 0", "U-ada", at(), "Ada"),
        KitEdit(2, kits[1].version, "change 1", "U-ada", at(1), "Ada"),
    )
    assert [store.kits.get(ROLE, made.version) for made in kits] == list(kits)
    assert store.kits.approved(ROLE) is None
    assert store.kits.history("another") == ()


@pytest.mark.parametrize("after", [0, 2, 9])
def test_an_edit_of_a_kit_that_was_edited_meanwhile_is_a_lost_race(
    store: Store, after: int
) -> None:
    made = reworded(kit(), 1, "Which winter?")
    change = EditKit(made, edits_for(role(), made), 0, "a change", "U-ada", at())
    keep(store, "m1", change)
    with pytest.raises(LostRace):
        keep(store, "m2", replace(change, after=after))
    with pytest.raises(LostRace):
        store.kits.edit(replace(change, after=after))
    assert len(store.kits.history(ROLE)) == 1
    assert store.inbox.reply_to("m2") is None

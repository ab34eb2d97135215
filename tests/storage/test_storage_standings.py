"""Where what was sent stands: kept once, given back when it is erased, and forgotten when done."""

from bot.core.messages import Quote
from bot.core.roles import Audience
from bot.core.wording.fit import ERASED
from bot.ports.delivery import Standing
from bot.storage.store import Store

from .examples import PSEUDONYM, QUOTE, ROLE, reply, said, screened
from .test_storage_erasing import erase, everything

CARD = Standing("s-1-p", "slack", {"channel": "C0HIRING", "ts": "1700000000.000001"})
OTHER = Standing("s-2-p", "slack", {"channel": "C0HIRING", "ts": "1700000000.000002"})
TOLD = Standing("m-told", "teams", {"conversation": "a:ria", "activity": "out-1"})


def test_what_stands_of_an_erased_candidate_is_told_and_no_other(store: Store) -> None:
    screened(store)
    screened(store, "s-2", "another-invented-token-" + "x" * 20)
    asked = said("m-told", f"summary {PSEUDONYM}", "team", Audience.TEAM)
    store.inbox.commit(asked, reply(Quote(QUOTE)), ())
    store.standings.note((CARD, OTHER, TOLD))
    store.standings.note((CARD,))
    assert store.standings.erased() == ()
    erase(store)
    assert sorted(store.standings.erased(), key=lambda each: each.channel) == [CARD, TOLD]
    store.standings.forget(CARD)
    store.standings.forget(CARD)
    assert store.standings.erased() == (TOLD,)


def test_a_place_that_is_noted_after_the_erasure_is_told_too(store: Store) -> None:
    """The card was on its way while the candidate had it erased."""
    screened(store)
    erase(store)
    store.standings.note((CARD,))
    assert store.standings.erased() == (CARD,)


def test_a_notice_stands_in_the_place_of_a_post(store: Store) -> None:
    screened(store)
    erase(store)
    (post,) = store.records.posts(ROLE)
    assert (post.id, post.screening) == ("s-1-p", "")
    assert ERASED in str(post.blocks)
    assert store.outbox.post("s-1-p") is None
    assert store.outbox.undelivered() == ()
    assert QUOTE not in everything(store)

"""Answers cut for marking: nothing is lost, nothing is marked that is not evidence."""

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.marking import Piece, pieces
from bot.core.ratings import Evidence


def test_spans_that_overlap_are_one_mark() -> None:
    answer = "I rebuilt the oven."
    evidence = (Evidence(2, 13, "rebuilt the"), Evidence(10, 18, "the oven"))
    assert pieces(answer, evidence) == (
        Piece("I ", marked=False),
        Piece("rebuilt the oven", marked=True, start=2),
        Piece(".", marked=False, start=18),
    )


def test_a_span_that_does_not_hold_its_quote_is_not_marked() -> None:
    spans = (Evidence(0, 1, "x"), Evidence(-1, 2, "ab"), Evidence(0, 99, "ab"), Evidence(1, 1, ""))
    assert pieces("ab", spans) == (Piece("ab", marked=False),)


def test_an_empty_answer_has_no_pieces() -> None:
    assert pieces("", ()) == ()


@given(st.data())
def test_the_pieces_are_the_answer_and_the_marks_are_the_evidence(data: st.DataObject) -> None:
    answer = data.draw(st.text(max_size=60))
    place = st.integers(0, len(answer))
    ends = data.draw(st.lists(st.tuples(place, place), max_size=5))
    spans = [Evidence(min(a, b), max(a, b), answer[min(a, b) : max(a, b)]) for a, b in ends]
    cut = pieces(answer, spans)
    assert "".join(piece.text for piece in cut) == answer
    marked = {at for span in spans for at in range(span.start, span.end)}
    at = 0
    for piece in cut:
        assert all((here in marked) == piece.marked for here in range(at, at + len(piece.text)))
        at += len(piece.text)

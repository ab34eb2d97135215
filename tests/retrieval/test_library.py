"""The library: keeps up with documents, searches one at a time, and needs no store to answer."""

import logging
import threading
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from retrieval import library as library_module
from retrieval.adapters.chroma_places import embedded, served
from retrieval.errors import StoreUnavailable
from retrieval.library import IndexReport, Library
from retrieval.passages import Document, Hit, Passage
from retrieval.ports import DocumentVectors


def cited(hit: Hit) -> str:
    return hit.passage.text[hit.sentence.start : hit.sentence.end]


class AwayStore:
    """A store that never answers, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def _fail(self) -> Any:
        self.asked += 1
        raise StoreUnavailable("nowhere", "it is away", "Bring it back.")

    def versions(self) -> dict[str, str]:
        return self._fail()  # type: ignore[no-any-return]

    def put(self, documents: Sequence[DocumentVectors]) -> None:
        self._fail()

    def load(self, document_id: str, stamp: str, count: int) -> NDArray[np.float32] | None:
        return self._fail()  # type: ignore[no-any-return]

    def remove(self, document_ids: Collection[str]) -> None:
        self._fail()


def test_a_hit_says_where_it_stands_and_which_sentence_answers(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    hits = Library(encoder, memory).search(lighthouse, "Do I need Morse code?")
    assert hits[0].passage.line == 3
    assert cited(hits[0]) == "Knowledge of Morse code is a plus."
    assert hits[0].lexical > hits[1].lexical
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all(0 <= hit.score <= 1 and -1 <= hit.cosine <= 1 for hit in hits)


def test_a_question_for_a_number_cites_the_sentence_with_one(
    encoder: Any, memory: Any, make_document: Any
) -> None:
    document = make_document("d", "The lamp has a keeper. The keeper has 12 spare wicks. It burns.")
    (hit,) = Library(encoder, memory).search(document, "How many wicks has the lamp's keeper?")
    assert cited(hit) == "The keeper has 12 spare wicks."


def test_a_heading_helps_to_find_what_stands_below_it(encoder: Any, memory: Any) -> None:
    document = Document(
        "d",
        "1",
        (
            Passage("a", "Lenses and oil.", "Duties", 2),
            Passage("b", "Rope and tar.", "Perks", 5),
        ),
    )
    best = Library(encoder, memory).search(document, "perks?")[0]
    assert best.passage.id == "b"
    assert best.lexical > 0


def test_nothing_is_found_where_nothing_is_asked_or_there(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    library = Library(encoder, memory)
    assert library.search(lighthouse, "  ") == ()
    assert library.search(Document("empty", "1", ()), "salary") == ()
    assert library.search(lighthouse, "salary", limit=0) == ()
    assert len(library.search(lighthouse, "salary", limit=2)) == 2


@pytest.mark.parametrize("text", ["", "   ", "?!", "🎉", "the of"])
def test_odd_passages_and_questions_are_no_error(
    encoder: Any, memory: Any, make_document: Any, text: str
) -> None:
    document = make_document("odd", text, "A lamp.")
    hits = Library(encoder, memory).search(document, text or "lamp")
    assert len(hits) in (0, 2)


def test_a_follow_up_is_understood_from_the_turn_before(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    library = Library(encoder, memory)
    history = ("When do interviews take place?", "What is the salary in crowns?", " ")
    alone = library.search(lighthouse, "And lenses, or that?")
    followed = library.search(lighthouse, "And is it paid?", history)
    assert alone[0].passage.line == 3
    assert followed[0].passage.line == 2
    assert library.search(lighthouse, "And is it paid?", history[1:2]) == followed


def test_indexing_does_only_what_is_new(encoder: Any, memory: Any, make_document: Any) -> None:
    library = Library(encoder, memory)
    one, two = make_document("one", "A lamp. An oar."), make_document("two", "A rope.")
    assert library.index([one, two]) == IndexReport(indexed=2, unchanged=0, texts=5)
    before = encoder.encoded
    assert library.index([one, two]) == IndexReport(indexed=0, unchanged=2, texts=0)
    assert encoder.encoded == before
    changed = make_document("two", "A longer rope.", version="2")
    assert library.index([one, changed]) == IndexReport(indexed=1, unchanged=1, texts=2)
    assert library.index([make_document("three", "Tar.")]).indexed == 1
    assert set(memory.versions()) == {"one", "two", "three"}


def test_another_encoder_makes_its_own_vectors(
    encoder: Any, memory: Any, make_document: Any
) -> None:
    document = make_document("one", "A lamp.")
    Library(encoder, memory).index([document])
    encoder.name = "other words"
    assert Library(encoder, memory).index([document]).indexed == 1


def test_a_search_uses_what_is_kept_and_keeps_what_is_not(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    Library(encoder, memory).search(lighthouse, "salary")
    assert set(memory.versions()) == {"lighthouse"}
    before = encoder.encoded
    Library(encoder, memory).search(lighthouse, "salary")
    assert encoder.encoded == before + 1


def test_a_new_version_is_searched_at_once(encoder: Any, memory: Any, make_document: Any) -> None:
    library = Library(encoder, memory)
    library.search(make_document("d", "The lamp is red."), "lamp")
    (hit,) = library.search(make_document("d", "The lamp is green.", version="2"), "lamp")
    assert hit.passage.text == "The lamp is green."


def test_an_interrupted_index_keeps_what_is_done(
    encoder: Any, memory: Any, make_document: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "BATCH_TEXTS", 4)
    documents = [make_document(f"d{number}", f"Lamp {number}.") for number in range(10)]
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if done >= 4:
            raise KeyboardInterrupt

    library = Library(encoder, memory)
    with pytest.raises(KeyboardInterrupt):
        library.index(documents, stop)
    assert seen == [(2, 10), (4, 10)]
    assert len(memory.versions()) == 4
    assert library.index(documents) == IndexReport(indexed=6, unchanged=4, texts=12)


def test_remove_and_prune_forget(encoder: Any, memory: Any, make_document: Any) -> None:
    library = Library(encoder, memory)
    documents = [make_document(name, "A lamp.") for name in ("one", "two", "three")]
    library.index(documents)
    library.remove("one")
    assert set(memory.versions()) == {"two", "three"}
    assert library.prune(["two", "unknown"]) == 1
    assert set(memory.versions()) == {"two"}
    assert library.prune([]) == 1
    assert memory.versions() == {}


def test_300_documents_do_not_leak_into_each_other(
    encoder: Any, tmp_path: Path, make_document: Any
) -> None:
    documents = [
        make_document(f"role-{number}", f"The secret word is word{number}.", "The lamp burns.")
        for number in range(300)
    ]
    library = Library(encoder, embedded(tmp_path / "v"), cached=20)
    assert library.index(documents).indexed == 300
    alone = Library(encoder, embedded(tmp_path / "alone"))
    for number in (0, 1, 150, 299):
        question = f"What is the secret word, is it word{(number + 1) % 300}?"
        hits = library.search(documents[number], question)
        assert [hit.passage for hit in hits if f"word{number}." in hit.passage.text]
        assert {hit.passage for hit in hits} == set(documents[number].passages)
        assert hits == alone.search(documents[number], question)


def test_threads_get_what_one_would_get(encoder: Any, memory: Any, make_document: Any) -> None:
    documents = [
        make_document(f"d{number}", f"Lamp {number}.", f"Oar {number}. Rope.")
        for number in range(8)
    ]
    library = Library(encoder, memory, cached=2)
    expected = [library.search(document, "an oar") for document in documents]
    found: list[bool] = []

    def ask(start: int) -> None:
        for step in range(40):
            at = (start + step) % len(documents)
            found.append(library.search(documents[at], "an oar") == expected[at])

    threads = [threading.Thread(target=ask, args=(start,)) for start in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 240
    assert all(found)


def test_memory_is_bounded(encoder: Any, memory: Any, make_document: Any) -> None:
    library = Library(encoder, memory, cached=3)
    for number in range(10):
        library.search(make_document(f"d{number}", "A lamp."), "lamp")
    assert len(library._ready) == 3


def test_search_answers_while_the_store_is_away(
    encoder: Any, lighthouse: Document, make_document: Any, caplog: pytest.LogCaptureFixture
) -> None:
    store = AwayStore()
    library = Library(encoder, store)
    with caplog.at_level(logging.WARNING, "retrieval"):
        hits = library.search(lighthouse, "salary")
        library.search(make_document("other", "A lamp."), "lamp")
    assert hits[0].passage.line == 2
    assert [record.getMessage() for record in caplog.records] == [
        "The vector store at nowhere does not answer: it is away. Bring it back. "
        "Until then documents are encoded when first asked about."
    ]
    assert store.asked == 1
    with pytest.raises(StoreUnavailable, match="Bring it back"):
        library.index([lighthouse])


@pytest.mark.programs
def test_search_comes_back_to_a_server_that_comes_back(
    encoder: Any, chroma_server: Any, lighthouse: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "STORE_RESTS_SECONDS", 0.0)
    store = served(chroma_server.url)
    Library(encoder, store).index([lighthouse])
    expected = Library(encoder, store).search(lighthouse, "salary")
    chroma_server.stop()
    assert Library(encoder, store).search(lighthouse, "salary") == expected
    chroma_server.start()
    before = encoder.encoded
    assert Library(encoder, store).search(lighthouse, "salary") == expected
    assert encoder.encoded == before + 1
    store.close()


def test_of_a_changed_document_only_the_new_texts_are_encoded(
    encoder: Any, memory: Any, make_document: Any
) -> None:
    library = Library(encoder, memory)
    before = make_document("d", "The lamp burns.", "The oil is cold.", version="1")
    after = make_document("d", "The lamp burns.", "The oil is cold.", "Gulls nest.", version="2")
    library.search(before, "lamp")
    for document, new in ((after, 1), (before, 0), (after, 1)):
        encoder.encoded = 0
        hits = library.search(document, "lamp")
        # The question is known; a passage of one sentence is one text.
        assert encoder.encoded == new
        assert hits == Library(encoder, type(memory)()).search(document, "lamp")
        assert memory.kept["d"].stamp.startswith(document.version)


def test_what_was_asked_is_not_kept_by_its_words(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    library = Library(encoder, memory)
    library.search(lighthouse, "zephyr lamp?")
    library.encode(["another zephyr"])
    before = encoder.encoded
    library.encode(["another zephyr"])
    assert encoder.encoded == before
    assert "zephyr" not in str(vars(library))

"""Search in LangChain's shapes, checked through LangChain's own entry points."""

from typing import Any

import pytest

from retrieval.adapters.langchain import EncoderEmbeddings, PassageRetriever
from retrieval.library import Library
from retrieval.passages import Document
from tests.bench.stock_pipeline import stock_chroma


def test_the_retriever_gives_passages_with_where_they_stand(
    encoder: Any, memory: Any, lighthouse: Document
) -> None:
    library = Library(encoder, memory)
    retriever = PassageRetriever(library=library, document=lighthouse, limit=2)
    found = retriever.invoke("Do I need Morse code?")
    (best, _) = library.search(lighthouse, "Do I need Morse code?", limit=2)
    assert len(found) == 2
    assert found[0].page_content == best.passage.text
    assert found[0].metadata == {
        "document": "lighthouse",
        "section": "",
        "line": 3,
        "score": best.score,
        "cosine": best.cosine,
        "lexical": best.lexical,
        "sentence": "Knowledge of Morse code is a plus.",
    }


def test_embeddings_are_the_encoders(encoder: Any) -> None:
    embeddings = EncoderEmbeddings(encoder)
    rows = encoder.encode(["lamp", "oar"])
    assert embeddings.embed_documents(["lamp", "oar"]) == rows.tolist()
    assert embeddings.embed_query("oar") == pytest.approx(rows[1].tolist())


def test_the_stock_pipeline_searches_the_same_passages(encoder: Any, lighthouse: Document) -> None:
    store = stock_chroma(lighthouse, encoder)
    found = store.similarity_search("Knowledge of Morse code", 4)
    assert {one.page_content for one in found} == {one.text for one in lighthouse.passages}
    assert found[0].metadata["line"] == 3

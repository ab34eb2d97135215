"""For LangChain: search as a retriever, and the encoder as its embeddings."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.embeddings import Embeddings
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from retrieval.library import Library
from retrieval.passages import Document, Hit
from retrieval.ports import Encoder


class PassageRetriever(BaseRetriever):
    """Searches one document of a library.

    Each result's text is the whole passage; its metadata are `document`, `section`, `line`,
    `score` (0 to 1), `cosine`, `lexical` and `sentence`, the part that fits the question best.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    document: Document
    limit: int = 10

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain passes it
    ) -> list[LangChainDocument]:
        hits = self.library.search(self.document, query, limit=self.limit)
        return [langchain_document(self.document.id, hit) for hit in hits]


class EncoderEmbeddings(Embeddings):
    """An encoder of this package in the shape LangChain and its vector stores ask for."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One unit vector a text."""
        rows: list[list[float]] = self._encoder.encode(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question."""
        return self.embed_documents([text])[0]


def langchain_document(document_id: str, hit: Hit) -> LangChainDocument:
    """A hit as LangChain's document, with where it stands and its scores as metadata."""
    passage, span = hit.passage, hit.sentence
    metadata: dict[str, Any] = {
        "document": document_id,
        "section": passage.heading,
        "line": passage.line,
        "score": hit.score,
        "cosine": hit.cosine,
        "lexical": hit.lexical,
        "sentence": passage.text[span.start : span.end],
    }
    return LangChainDocument(id=passage.id, page_content=passage.text, metadata=metadata)

"""The stock pipeline to compare with: the same passages and encoder in LangChain's Chroma."""

from itertools import count

import chromadb
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.documents import Document as LangChainDocument

from retrieval.adapters.langchain import EncoderEmbeddings
from retrieval.passages import Document
from retrieval.ports import Encoder

_names = count(1)


def stock_chroma(document: Document, encoder: Encoder) -> Chroma:
    """A LangChain vector store in memory: cosine over whole passages, nothing else."""
    store = Chroma(
        collection_name=f"stock-{next(_names)}",
        embedding_function=EncoderEmbeddings(encoder),
        client=chromadb.EphemeralClient(Settings(anonymized_telemetry=False)),
        collection_configuration={"hnsw": {"space": "cosine"}},
    )
    store.add_documents(
        [
            LangChainDocument(
                id=passage.id,
                page_content=passage.text,
                metadata={"section": passage.heading, "line": passage.line},
            )
            for passage in document.passages
        ]
    )
    return store


def best(store: Chroma, question: str, limit: int) -> list[tuple[LangChainDocument, float]]:
    """The passages most like the question, best first, each with its cosine."""
    found = store.similarity_search_with_score(question, limit)
    return [(passage, 1 - distance) for passage, distance in found]

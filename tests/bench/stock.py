"""The stock pipeline to compare with: the same passages and encoder in LangChain's Chroma."""

import chromadb
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.documents import Document as LangChainDocument

from retrieval.adapters.langchain import EncoderEmbeddings
from retrieval.passages import Document
from retrieval.ports import Encoder


def stock_chroma(document: Document, encoder: Encoder) -> Chroma:
    """A LangChain vector store in memory: cosine over whole passages, nothing else."""
    store = Chroma(
        collection_name="stock",
        embedding_function=EncoderEmbeddings(encoder),
        client=chromadb.EphemeralClient(Settings(anonymized_telemetry=False)),
        collection_configuration={"hnsw": {"space": "cosine"}},
    )
    store.reset_collection()
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

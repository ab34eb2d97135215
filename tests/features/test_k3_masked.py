"""K3: names and contact data are taken out before a model or an encoder sees an answer."""

import json
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.passages import LibraryRanker
from tests.models.openai_server import Says, openai_server
from tests.questions.conftest import BRIEF, MONDAY, ROLE, Opened

NAME, MAIL, PHONE = "Zebedee Quillfeather", "zebedee@quill.example", "+44 7700 900123"
ANSWER = (
    f"Hi, my name is {NAME}. In May 2023 I took the evening ferry across the strait for a whole "
    f"season, alone on the bridge. Write to {MAIL} or call {PHONE}."
)
PERSONAL = ("Zebedee", "Quillfeather", MAIL, "7700")


def test_k3_neither_a_model_nor_an_encoder_sees_who_it_is(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoded: list[str] = []
    encode = LibraryRanker.encode

    def noted(ranker: LibraryRanker, texts: Sequence[str]) -> NDArray[np.float32]:
        encoded.extend(texts)
        return encode(ranker, texts)

    monkeypatch.setattr(LibraryRanker, "encode", noted)
    proposal = json.dumps({"reason": "So.", "quotes": ["I took the evening ferry"], "level": 3})
    with openai_server(Says(proposal)) as (address, script):
        world = opened(model="openai:test", model_url=address, model_key="an-invented-key")
        world.app.store.roles.put(ROLE, "ferry.md", BRIEF, MONDAY)
        screening, pseudonym = world.invited(NAME)
        world.screened(ANSWER, screening)
        world.screened("skip the rest", screening)
        world.screened("send", screening)
        told = world.recruiter(f"ask {pseudonym}: did they take the evening ferry?")
    sent = json.dumps(script.requests)
    assert "evening ferry" in sent, "the answer was shown to the model"
    assert any("evening ferry" in text for text in encoded), "and to the encoder"
    for word in PERSONAL:
        assert word not in sent
        assert not any(word.casefold() in text.casefold() for text in encoded), word
        assert word not in told
    assert all(word not in str(world.posted()) for word in PERSONAL)

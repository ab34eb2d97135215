"""R8: what is shown as evidence is an exact span of the answer, whoever proposed it."""

import json
from dataclasses import dataclass, field, replace

from bot.bot import Bot
from bot.core.ratings import Level, holds
from bot.core.screening.events import Answered
from bot.models.prompts import Prompt
from bot.models.rater import ModelRater
from bot.raters.masking import masked
from tests.dialogues.drawn import drawn
from tests.dialogues.stage import Stage

ANSWER = "I changed the burner — twice — in May 2023, with my own hands. 灯 is “lamp”.\nIt held."
INVENTED = "I rebuilt the whole tower in one night"


@dataclass
class Model:
    """Proposes a level and a quote for whatever it is shown."""

    quote: str
    name: str = "fake:model"
    asked: list[str] = field(default_factory=list)

    def complete(self, prompt: Prompt) -> str:
        self.asked.append(str(prompt))
        return json.dumps({"reason": "It is so.", "quotes": [self.quote], "level": 4})


PROPOSED = {
    "Robin": None,
    "Kim": INVENTED,
    "Wim": "I changed the burner - twice",
    "Ash": ANSWER[:40],
}
"""What a model quotes, for each of four candidates; None where there is no model."""


def test_r8_no_quote_stands_anywhere_that_was_not_said(stage: Stage) -> None:
    ports = stage.bot._ports
    for who, quote in PROPOSED.items():
        model = Model(quote or "")
        rater = ModelRater(ports.rater, model, masked) if quote is not None else ports.rater
        stage.bot = Bot(replace(ports, rater=rater))
        stage.invite(who)
        stage.open_link(who)
        for text in ("yes", "4", "yes", ANSWER, "skip", "skip", "skip", "send"):
            stage.say(who, text)
        assert bool(model.asked) is (quote is not None)
        events = stage.app.store.screenings.events(stage.screening(who))
        rated = next(one.rating for one in events if isinstance(one, Answered))
        assert rated
        assert rated.level is not None
        assert rated.level > Level.NO_EVIDENCE
        assert rated.evidence
        assert holds(rated, ANSWER)
        assert all(ANSWER[one.start : one.end] == one.quote for one in rated.evidence)
        card = stage.app.store.records.posts("lighthouse-keeper")[-1]
        assert INVENTED not in drawn(card.blocks)

"""What another program is told when something happened in a screening: the body of a notice."""

import json
from dataclasses import dataclass
from typing import Any

from bot.core.errors import NotSummarized, UnknownRole, UnknownScreening
from bot.core.team.hand_over import hand_over_data
from bot.dialogues.candidates.handing_over import HandingOver
from bot.ports.delivery import Notice

FORMAT = "rolecall/notice/1"
ERASED = "erased"


@dataclass(frozen=True, slots=True)
class NoticeBodies:
    """Makes bodies from how the screening stands when it is told."""

    handing_over: HandingOver

    def of(self, notice: Notice) -> bytes | None:
        """The body as JSON in UTF-8; None where the screening was erased in the meantime.

        Raises BrokenLog: what does not hold together is handed to nobody.
        """
        if notice.what == ERASED:
            return _written(notice, None)
        try:
            data = hand_over_data(self.handing_over.by_id(notice.screening))
        except (NotSummarized, UnknownRole):
            data = None
        except UnknownScreening:
            return None
        return _written(notice, data)


def _written(notice: Notice, data: dict[str, Any] | None) -> bytes:
    told = {
        "format": FORMAT,
        "id": notice.id,
        "type": f"screening.{notice.what}",
        "screening": notice.screening,
        "data": data,
    }
    return json.dumps(told, ensure_ascii=False).encode()

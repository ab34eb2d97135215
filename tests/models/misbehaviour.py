"""Every way a model's server can go wrong that the tests know, by name."""

from bot.models.failures import Why

from .openai_server import (
    Behaviour,
    Fails,
    HangsUp,
    Refuses,
    Says,
    Sends,
    Silent,
    Trickles,
    completion,
)

SECRET = "Zebedee Quillfeather"
"""An invented name that stands in what is sent, and must never stand in a log."""

NO_COMPLETION: dict[str, tuple[Behaviour, Why]] = {
    "silent": (Silent(), Why.TIMED_OUT),
    "trickling": (Trickles(), Why.TIMED_OUT),
    "asked too often": (Fails(429), Why.RATE_LIMITED),
    "server error": (Fails(500), Why.FAILED),
    "bad request": (Fails(400), Why.NOT_TAKEN),
    "unprocessable": (Fails(422), Why.NOT_TAKEN),
    "wrong key": (Fails(401), Why.KEY),
    "no access": (Fails(403), Why.KEY),
    "no such model": (Fails(404), Why.NOT_FOUND),
    "hangs up": (HangsUp(), Why.UNREACHABLE),
    "broken JSON": (Sends('{"choices": [{"mess'), Why.UNREADABLE),
    "a web page": (Sends("<html>Bad gateway</html>", "text/html"), Why.UNREADABLE),
    "another object": (Sends('{"hello": "there"}'), Why.UNREADABLE),
    "no choices": (Sends('{"id": "1", "choices": []}'), Why.UNREADABLE),
    "null choices": (Sends('{"id": "1", "choices": null}'), Why.UNREADABLE),
    "an error in a 200": (Sends('{"error": {"message": "overloaded"}}'), Why.UNREADABLE),
    "no text": (Says(""), Why.UNREADABLE),
    "null text": (Sends(completion({"role": "assistant", "content": None})), Why.UNREADABLE),
    "extremely long": (Says("word " * 200_000), Why.UNREADABLE),
    "cut off": (Says("The location is", "length"), Why.UNREADABLE),
    "refusal": (Refuses(), Why.REFUSED),
    "refusal in a block": (
        Sends(
            completion(
                {"role": "assistant", "content": [{"type": "refusal", "refusal": "I cannot."}]}
            )
        ),
        Why.REFUSED,
    ),
    "filtered": (Says("Something.", "content_filter"), Why.REFUSED),
}

"""A small stateful fake of Microsoft on loopback: sign-in, signing keys, and the connector."""

import json
import time
from dataclasses import dataclass, field
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from jwt.algorithms import RSAAlgorithm
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

Json = dict[str, Any]

APP = "0a1b2c3d-0000-4000-8000-00000000bot0"
TENANT = "7e7a7e7a-0000-4000-8000-000000000001"
PASSWORD = "an-invented-app-password"
IDENTITY_HEADER = "an-invented-header"
ISSUER = "https://issuer.example"
MESSAGE_BYTES = 100 * 1024
CARD_BYTES = 25 * 1024

KEYS: dict[str, RSAPrivateKey] = {}


def private_key(name: str) -> RSAPrivateKey:
    """An RSA key of this name, made once: making one takes a while."""
    if name not in KEYS:
        KEYS[name] = generate_private_key(public_exponent=65537, key_size=2048)
    return KEYS[name]


def utf16(value: object) -> int:
    return len(json.dumps(value, ensure_ascii=False).encode("utf-16-le"))


@dataclass
class FakeMicrosoft:
    """What it was asked, what it holds, and what it answers next instead."""

    url: str = ""
    published: dict[str, list[str]] = field(default_factory=lambda: {"key-1": ["msteams"]})
    rooms: dict[str, list[Json]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    members: dict[str, list[str]] = field(default_factory=dict)
    members_page: int = 500
    members_refused: Response | None = None
    members_asked: int = 0
    next: list[Response] = field(default_factory=list)
    keys_fetched: int = 0
    keys_down: bool = False
    signed_in: int = 0
    sign_in_refused: bool = False
    valid_tokens: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    typing: list[str] = field(default_factory=list)

    def app(self) -> Starlette:
        posted = "/v3/conversations/{room}/activities"
        return Starlette(
            routes=[
                Route("/openid", self._openid),
                Route("/keys", self._keys),
                Route(f"/{TENANT}/oauth2/v2.0/token", self._token, methods=["POST"]),
                Route("/identity", self._identity),
                Route("/v3/conversations/{room}/pagedmembers", self._members),
                Route(posted, self._post, methods=["POST"]),
                Route(posted + "/{activity}", self._post, methods=["POST"]),
                Route(posted + "/{activity}", self._put, methods=["PUT"]),
            ]
        )

    def token(self, key: str = "key-1", signed_by: str = "", **claims: Any) -> str:
        """A token as the service sends it, but for what is given."""
        now = int(time.time())
        right = {
            "iss": ISSUER,
            "aud": APP,
            "nbf": now - 60,
            "exp": now + 3600,
            "serviceurl": self.url,
        }
        signer = private_key(signed_by or key)
        return jwt.encode({**right, **claims}, signer, algorithm="RS256", headers={"kid": key})

    def posts(self, room: str) -> list[Json]:
        return self.rooms.get(room, [])

    async def _openid(self, request: Request) -> Response:
        if self.keys_down:
            return PlainTextResponse("down", status_code=503)
        return JSONResponse({"issuer": ISSUER, "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, request: Request) -> Response:
        self.keys_fetched += 1
        return JSONResponse({"keys": [self._published(name) for name in self.published]})

    def _published(self, name: str) -> Json:
        key: Json = RSAAlgorithm.to_jwk(private_key(name).public_key(), as_dict=True)
        return {**key, "kid": name, "use": "sig", "endorsements": self.published[name]}

    async def _token(self, request: Request) -> Response:
        form = await request.form()
        right = {
            "grant_type": "client_credentials",
            "client_id": APP,
            "client_secret": PASSWORD,
            "scope": "https://api.botframework.com/.default",
        }
        if self.sign_in_refused or dict(form) != right:
            return JSONResponse({"error": "invalid_client"}, status_code=401)
        return JSONResponse({**self._fresh_token(), "expires_in": 3599})

    async def _identity(self, request: Request) -> Response:
        """The machine's own sign-in: a virtual machine's, or with a header that of a host."""
        hosted = request.headers.get("x-identity-header") == IDENTITY_HEADER
        asked = dict(request.query_params)
        dated = "2019-08-01" if hosted else "2018-02-01"
        right = {"api-version": dated, "resource": "https://api.botframework.com", "client_id": APP}
        known = hosted or request.headers.get("metadata") == "true"
        if self.sign_in_refused or not known or asked != right:
            return JSONResponse({"error": "invalid_request"}, status_code=400)
        ends = {"expires_on": str(int(time.time()) + 3599)} if hosted else {"expires_in": "3599"}
        return JSONResponse({**self._fresh_token(), **ends})

    def _fresh_token(self) -> Json:
        self.signed_in += 1
        token = f"access-{self.signed_in}"
        self.valid_tokens.add(token)
        return {"access_token": token, "token_type": "Bearer"}

    async def _post(self, request: Request) -> Response:
        room = request.path_params["room"]
        activity = await request.json()
        if activity["type"] == "typing":
            self.typing.append(room)
            return JSONResponse({"id": "1"}, status_code=201)
        self.calls.append(request.url.path)
        refused = self._refusal(request, room, activity)
        if refused:
            return refused
        number = f"{1_800_000_000_000 + sum(len(held) for held in self.rooms.values())}"
        answered = {"id": number, "replied": request.path_params.get("activity", "")}
        self.rooms.setdefault(room, []).append({**activity, **answered})
        return JSONResponse({"id": number}, status_code=201)

    async def _members(self, request: Request) -> Response:
        """A page of a channel's roster; the service may give fewer people than were asked for."""
        self.members_asked += 1
        room, asked = request.path_params["room"], request.query_params
        refused = self._refusal(request, room, {}) or self.members_refused
        if refused:
            return refused
        first = int(asked.get("continuationToken", "0"))
        ends = first + min(int(asked["pageSize"]), self.members_page)
        people = self.members.get(room, [])
        page = [{"id": one, "name": "Somebody", "userRole": "user"} for one in people[first:ends]]
        more = str(ends) if ends < len(people) else None
        return JSONResponse({"members": page, "continuationToken": more})

    async def _put(self, request: Request) -> Response:
        activity = await request.json()
        refused = self._refusal(request, request.path_params["room"], activity)
        if refused:
            return refused
        for held in self.posts(request.path_params["room"]):
            if held["id"] == request.path_params["activity"]:
                held.clear()
                held.update(activity)
                return JSONResponse({"id": held["id"]})
        return error(404, "ActivityNotFoundInConversation")

    def _refusal(self, request: Request, room: str, activity: Json) -> Response | None:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        if bearer not in self.valid_tokens:
            return error(401, "Unauthorized")
        if self.next:
            return self.next.pop(0)
        if room in self.removed:
            return error(403, "BotNotInConversationRoster")
        too_large = utf16(activity) > MESSAGE_BYTES or any(
            utf16(attachment["content"]) > CARD_BYTES
            for attachment in activity.get("attachments", [])
        )
        return error(413, "MessageSizeTooBig") if too_large else None


def error(status: int, code: str, **headers: str) -> Response:
    """The connector's way of refusing."""
    told = {"error": {"code": code, "message": f"{code}, said the connector"}}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return JSONResponse(told, status_code=status, headers=named)


def page(status: int) -> Response:
    """What a gateway answers in between: not JSON."""
    return Response("<html>gateway</html>", status_code=status, media_type="text/html")

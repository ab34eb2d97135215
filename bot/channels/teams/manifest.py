"""The manifest of the app that people install in Teams: pure."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from bot.channels.teams import words
from bot.channels.teams.icons import ACCENT
from bot.core.errors import RolecallError

Json = dict[str, object]

SCHEMA_VERSION = "1.25"
_SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}"

NAME = 30
COMPANY = 32
"""The most characters of an app's name, and of a company's."""

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?", re.IGNORECASE)
_VERSION = re.compile(r"\d+\.\d+\.\d+")


class PackageWrong(RolecallError):
    """A package cannot be made of these details: one sentence for each mistake."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class AppDetails:
    """What a manifest says of one installation.

    `app_id` is the bot's registration, `address` where people reach the server (https). The links
    are shown to whoever looks at the app before they add it; "" stands for `address`. `names` are
    pairs of a language tag and the app's name in it.
    """

    app_id: str
    address: str
    version: str
    company: str
    name: str = "Rolecall"
    website: str = ""
    privacy: str = ""
    terms: str = ""
    names: tuple[tuple[str, str], ...] = ()


def manifest(details: AppDetails) -> Json:
    """The manifest. Raises PackageWrong with every mistake in the details."""
    mistakes = _mistakes(details)
    if mistakes:
        raise PackageWrong(mistakes)
    languages = [{"languageTag": tag, "file": language_file(tag)} for tag, _ in details.names]
    localized = {"defaultLanguageTag": "en-us", "additionalLanguages": languages}
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA_VERSION,
        "version": details.version,
        "id": details.app_id.lower(),
        "developer": _developer(details),
        "name": {"short": details.name, "full": words.full_name(details.name)},
        "description": {"short": words.SHORT_DESCRIPTION, "full": words.FULL_DESCRIPTION},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": ACCENT,
        "bots": [_bot(details)],
        "defaultInstallScope": "personal",
        "validDomains": [_host(details.address)],
        **({"localizationInfo": localized} if languages else {}),
    }


def localization(name: str) -> Json:
    """The file for one further language; what is not translated stays in English."""
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": name,
        "name.full": name,
        "description.short": words.SHORT_DESCRIPTION,
        "description.full": words.FULL_DESCRIPTION,
    }


def language_file(tag: str) -> str:
    """Where in the package a language's file stands."""
    return f"{tag.lower()}.json"


def _developer(details: AppDetails) -> Json:
    website = details.website or details.address
    return {
        "name": details.company,
        "websiteUrl": website,
        "privacyUrl": details.privacy or website,
        "termsOfUseUrl": details.terms or website,
    }


def _bot(details: AppDetails) -> Json:
    return {
        "botId": details.app_id.lower(),
        "scopes": ["personal", "team"],
        "isNotificationOnly": False,
        "supportsFiles": True,
        "commandLists": [
            {"scopes": [scope], "commands": [{"title": t, "description": d} for t, d in commands]}
            for scope, commands in words.COMMANDS.items()
        ],
    }


def _mistakes(details: AppDetails) -> tuple[str, ...]:
    checks = (
        (_GUID.fullmatch(details.app_id), words.app_id_wrong(bool(details.app_id))),
        (_public(details.address), words.address_wrong(details.address)),
        (_VERSION.fullmatch(details.version), words.VERSION_WRONG),
        (_short(details.company, COMPANY), words.too_long("--company", COMPANY)),
        (_short(details.name, NAME), words.too_long("--name", NAME)),
        *(
            (not url or _https(url), words.link_wrong(option))
            for option, url in (
                ("--website", details.website),
                ("--privacy", details.privacy),
                ("--terms", details.terms),
            )
        ),
        *((_named(tag, name), words.language_wrong(tag, NAME)) for tag, name in details.names),
        (_different(details.names), words.LANGUAGE_TWICE),
    )
    return tuple(mistake for right, mistake in checks if not right)


def _short(text: str, most: int) -> bool:
    return len(text.strip()) > 0 and len(text) <= most


def _named(tag: str, name: str) -> bool:
    return bool(_LANGUAGE.fullmatch(tag)) and tag.lower() != "en-us" and _short(name, NAME)


def _different(names: tuple[tuple[str, str], ...]) -> bool:
    return len({tag.lower() for tag, _ in names}) == len(names)


def _https(url: str) -> bool:
    return url.startswith("https://") and bool(_host(url)) and len(url) <= 2048


def _public(url: str) -> bool:
    """Whether this is an https address with a name that others than this machine can know."""
    host = _host(url)
    return _https(url) and "." in host.strip(".") and not _is_number(host)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True

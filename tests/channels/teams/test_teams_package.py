"""The app package: valid by Microsoft's schema, with the right icons; mistakes are told at once."""

import json
import struct
import zlib
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from bot.channels.teams.manifest import AppDetails, PackageWrong
from bot.channels.teams.package import package
from bot.core.screening.utterances import Wish, wishes
from tests.bad_input.programs import command

SCHEMA = Path(__file__).parent / "schemas" / "MicrosoftTeams.v1.25.schema.json"
GUID = "12345678-ABCD-4abc-8abc-1234567890ab"
DETAILS = AppDetails(GUID, "https://rolecall.example:8443/at", "1.0.0", "Example Ltd")
NAMED = replace(DETAILS, names=(("de", "Rolecall für Stellen"), ("pt-BR", "Rolecall")))


def opened(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def manifest_of(details: AppDetails) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(opened(package(details))["manifest.json"])
    return told


def pixels(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and RGBA pixels of a PNG without filters; its checksums are looked at."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    parts, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length])[0] == zlib.crc32(
            name + data
        )
        parts[name] = data
        at += 12 + length
    width, height, depth, kind = struct.unpack(">IIBB", parts[b"IHDR"][:10])
    assert (depth, kind) == (8, 6)
    raw = zlib.decompress(parts[b"IDAT"])
    rows = [raw[n : n + 1 + width * 4] for n in range(0, len(raw), 1 + width * 4)]
    assert all(row[0] == 0 for row in rows)
    assert len(rows) == height
    return width, height, [row[1 + 4 * x : 5 + 4 * x] for row in rows for x in range(width)]


@pytest.mark.parametrize("details", [DETAILS, NAMED])
def test_the_manifest_follows_the_schema(details: AppDetails) -> None:
    validator = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert list(validator.iter_errors({})), "the schema finds nothing wrong with anything"
    told = manifest_of(details)
    assert [error.message for error in validator.iter_errors(told)] == []
    assert told["id"] == told["bots"][0]["botId"] == GUID.lower()
    assert told["validDomains"] == ["rolecall.example"]


def test_the_package_holds_what_the_manifest_names() -> None:
    held, told = opened(package(NAMED)), manifest_of(NAMED)
    languages = told["localizationInfo"]["additionalLanguages"]
    named = {*told["icons"].values(), *(language["file"] for language in languages)}
    assert held.keys() == {"manifest.json", *named}
    assert json.loads(held["de.json"])["name.short"] == "Rolecall für Stellen"
    assert package(NAMED) == package(NAMED)


def test_the_icons_have_their_sizes_and_their_look() -> None:
    held = opened(package(DETAILS))
    width, height, colour = pixels(held["color.png"])
    assert (width, height) == (192, 192)
    assert {pixel[3] for pixel in colour} == {255}
    assert len(set(colour)) > 2
    width, height, outline = pixels(held["outline.png"])
    assert (width, height) == (32, 32)
    assert {pixel[:3] for pixel in outline} == {b"\xff\xff\xff"}
    assert outline[0][3] == 0
    assert max(pixel[3] for pixel in outline) == 255


def test_commands_stay_within_their_limits_and_are_understood() -> None:
    lists = manifest_of(DETAILS)["bots"][0]["commandLists"]
    assert len(lists) <= 3
    for listed in lists:
        assert 0 < len(listed["commands"]) <= 12
        assert all(len(command["title"]) <= 32 for command in listed["commands"])
    (personal,) = (each["commands"] for each in lists if each["scopes"] == ["personal"])
    titles = {command["title"] for command in personal}
    meant = {title: wish for title in titles for wish in wishes(title)}
    assert {Wish.HELP, Wish.PAUSE, Wish.PERSON, Wish.DATA} <= set(meant.values())


WRONG: tuple[tuple[str, object, str], ...] = (
    ("app_id", "", "ROLECALL_TEAMS_APP_ID is not set"),
    ("app_id", "my-bot", "ROLECALL_TEAMS_APP_ID is wrong"),
    ("address", "http://rolecall.example", "ROLECALL_PUBLIC_URL is wrong for Teams"),
    ("address", "https://localhost", "ROLECALL_PUBLIC_URL is wrong for Teams"),
    ("address", "https://192.0.2.7", "ROLECALL_PUBLIC_URL is wrong for Teams"),
    ("address", "https://[::1", "ROLECALL_PUBLIC_URL is wrong for Teams"),
    ("version", "one", "--version is wrong"),
    ("company", " ", "--company is wrong"),
    ("company", "x" * 33, "--company is wrong"),
    ("name", "x" * 31, "--name is wrong"),
    ("website", "javascript:alert(1)", "--website is wrong"),
    ("privacy", "http://rolecall.example", "--privacy is wrong"),
    ("terms", "https://", "--terms is wrong"),
    ("names", (("de", ""),), "--name-in is wrong for “de”"),
    ("names", (("../x", "Rolecall"),), "--name-in is wrong for “../x”"),
    ("names", (("de", "A"), ("DE", "B")), "names a language twice"),
)


@pytest.mark.parametrize(("field", "value", "said"), WRONG)
def test_a_mistake_is_named(field: str, value: object, said: str) -> None:
    with pytest.raises(PackageWrong) as wrong:
        package(replace(DETAILS, **{field: value}))  # type: ignore[arg-type]
    (mistake,) = wrong.value.mistakes
    assert mistake.startswith(said) or said in mistake


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_details_make_a_package_or_are_refused(name: str, company: str, language: str) -> None:
    validator = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    details = replace(DETAILS, name=name, company=company, names=((language, name),))
    with suppress(PackageWrong):
        told = opened(package(details))["manifest.json"]
        assert not list(validator.iter_errors(json.loads(told)))


def test_the_command_writes_the_package_or_tells_every_mistake(tmp_path: Path) -> None:
    told = command(tmp_path, "teams", "package", "app.zip", "--company", "", "--terms", "ftp:x")
    assert (told.returncode, told.stdout) == (2, "")
    lines = told.stderr.splitlines()
    assert [line.split()[0] for line in lines] == [
        "ROLECALL_TEAMS_APP_ID",
        "ROLECALL_PUBLIC_URL",
        "--company",
        "--terms",
    ]
    assert list(tmp_path.iterdir()) == []
    settings = {
        "ROLECALL_TEAMS_APP_ID": GUID,
        "ROLECALL_TEAMS_APP_PASSWORD": "invented",
        "ROLECALL_TEAMS_TENANT_ID": "invented",
        "ROLECALL_PUBLIC_URL": "https://rolecall.example",
    }
    words = ("teams", "package", "app.zip", "--company", "Example Ltd", "--name-in", "de=Rolecall")
    assert command(tmp_path, *words, settings=settings).returncode == 0
    assert set(opened((tmp_path / "app.zip").read_bytes())) > {"manifest.json", "de.json"}
    nowhere = command(tmp_path, "teams", "package", "no/app.zip", *words[3:], settings=settings)
    assert (nowhere.returncode, "was not written: no such file" in nowhere.stderr) == (2, True)

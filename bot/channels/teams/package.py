"""The app package for Teams, as the bytes of a ZIP file: the same details give the same bytes."""

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from bot.channels.teams.icons import colour_icon, outline_icon
from bot.channels.teams.manifest import AppDetails, language_file, localization, manifest


def package(details: AppDetails) -> bytes:
    """The package: manifest, both icons, and a file for each further language.

    Raises PackageWrong with every mistake in the details.
    """
    held = {
        "manifest.json": _json(manifest(details)),
        "color.png": colour_icon(),
        "outline.png": outline_icon(),
        **{language_file(tag): _json(localization(name)) for tag, name in details.names},
    }
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in held.items():
            # ZipInfo's own date, 1980, so that the same package is the same file.
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return written.getvalue()


def _json(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()

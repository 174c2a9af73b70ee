"""What files a release may have: by the ending of their names and by their first bytes."""

from __future__ import annotations

import secrets
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

MAX_IMAGE = 10 * 1024**2
MAX_ATTACHMENT = 100 * 1024**2
"""Bytes of a file at most."""

READ_FOR_TYPE = 16

IMAGES: dict[str, tuple[tuple[int, bytes], ...]] = {
    ".png": ((0, b"\x89PNG\r\n\x1a\n"),),
    ".jpg": ((0, b"\xff\xd8\xff"),),
    ".jpeg": ((0, b"\xff\xd8\xff"),),
    ".gif": ((0, b"GIF8"),),
    ".webp": ((0, b"RIFF"), (8, b"WEBP")),
    ".avif": ((4, b"ftyp"),),
}
"""What an image begins with, by the ending of its name: bytes at a place. A drawing that can hold a script is none."""

ATTACHMENTS: dict[str, tuple[tuple[int, bytes], ...]] = {
    **IMAGES,
    ".pdf": ((0, b"%PDF-"),),
    **dict.fromkeys((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".odp", ".zip", ".epub"), ((0, b"PK"),)),
    **dict.fromkeys((".csv", ".txt", ".mp3", ".mp4", ".srt", ".vtt"), ()),
}
"""What a file begins with, by the ending of its name; none that a browser would run as a page."""


def image_path(_release: object, name: str) -> str:
    """Return where an image is kept, which nobody guesses before the release names it."""
    return _secret_path("images", name)


def attachment_path(_attachment: object, name: str) -> str:
    """Return where a file is kept, which nobody guesses before the release names it."""
    return _secret_path("files", name)


def _secret_path(kind: str, name: str) -> str:
    return f"news/{kind}/{localdate():%Y/%m}/{secrets.token_urlsafe(16)}/{name}"


def validate_image(file: File[bytes]) -> None:
    """Refuse what is no picture, or one that is too large."""
    _validate(file, IMAGES, MAX_IMAGE)


def validate_attachment(file: File[bytes]) -> None:
    """Refuse a file of a type that a press office does not hand out, or one that is too large."""
    _validate(file, ATTACHMENTS, MAX_ATTACHMENT)


def _validate(file: File[bytes], types: dict[str, tuple[tuple[int, bytes], ...]], most: int) -> None:
    if getattr(file, "_committed", False):
        # It was looked at when it came, and would be opened again each time its release is saved.
        return
    ending = PurePath(str(file.name)).suffix.lower()
    if ending not in types:
        legal = ", ".join(types)
        raise ValidationError(_("A file of this type is not taken; legal are %(legal)s.") % {"legal": legal})
    if file.size > most:
        raise ValidationError(_("The file has %(size)d bytes; at most %(most)d.") % {"size": file.size, "most": most})
    first = _first_bytes(file)
    if not all(first[at:].startswith(sign) for at, sign in types[ending]):
        raise ValidationError(_("The file is not what its name says: %(ending)s.") % {"ending": ending})


def _first_bytes(file: File[bytes]) -> bytes:
    file.seek(0)
    first = bytes(file.read(READ_FOR_TYPE))
    file.seek(0)
    return first

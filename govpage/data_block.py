"""Data in a page that no browser runs: JSON in a script element of another type."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString

ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&"}


def as_json(data: Any) -> SafeString:
    """Return the data as JSON in ASCII that neither ends the script element that it stands in nor opens another.

    Shape: equal data give equal bytes; keys keep their order
    """
    return SafeString(json.dumps(data).translate(ESCAPES))


def data_block(data: Any) -> SafeString:
    """Return the element that holds linked data.

    Source: WHATWG HTML, data block; JSON-LD 1.1, embedding in HTML
    """
    return SafeString(f'<script type="application/ld+json">{as_json(data)}</script>')

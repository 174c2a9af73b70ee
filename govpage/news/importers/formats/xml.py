"""XML that declares nothing: no document type, no entities, and so no bombs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from govpage.news.importers.draft import CaptureError
from govpage.news.importers.formats import package

MAX_DEPTH = 200
"""The deepest nesting of elements read."""


def elements(source: BinaryIO, *, many: str) -> Iterator[Any]:
    """Give each element as it ends; that of the tag `many` is emptied afterwards, and its parents with it.

    Raises: CaptureError if the file is not well-formed, is nested too deep, or declares a document type or entities
    """
    guard, errors = package("defusedxml.ElementTree"), package("defusedxml.common")
    path: list[Any] = []
    try:
        for event, element in guard.iterparse(source, events=("start", "end"), forbid_dtd=True):
            if event == "start":
                _enter(path, element)
                continue
            path.pop()
            yield element
            if element.tag == many and path:
                path[-1].clear()
    except CaptureError:
        raise
    except errors.DefusedXmlException:
        raise CaptureError("XML with a document type or entities, which is not read") from None
    except guard.ParseError as error:
        raise CaptureError(f"not well-formed XML: {error}") from None
    except (ValueError, LookupError) as error:
        raise CaptureError(f"XML that cannot be decoded: {error}") from None


def _enter(path: list[Any], element: Any) -> None:
    path.append(element)
    if len(path) > MAX_DEPTH:
        raise CaptureError(f"XML nested more than {MAX_DEPTH} deep")

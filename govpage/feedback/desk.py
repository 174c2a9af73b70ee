"""Stands in for the desk until it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db import Error

T = TypeVar("T")


class Unavailable(Exception):
    """The work could not be done now."""


def attend(work: Callable[[], T]) -> T:
    """Do the work."""
    try:
        return work()
    except Error as error:
        raise Unavailable from error

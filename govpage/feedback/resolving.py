"""Where a page stands now, by the resolver that the site has registered."""

from __future__ import annotations

import logging

from django.db import Error as DatabaseFailure
from django.utils.module_loading import import_string

from govpage.feedback_settings import feedback_settings

logger = logging.getLogger(__name__)


def current_path(path: str) -> str:
    """Return the address at which the page of that address stands now; the same where it has not moved.

    A resolver that fails or gives no address of the site costs nobody an answer: the page keeps the address it had.
    Raises: django.db.Error if the resolver's own query fails, since the answer could not be saved then either
    """
    if not (name := feedback_settings().resolver):
        return path
    try:
        found = import_string(name)(path)
    except DatabaseFailure:
        raise
    except Exception as error:  # whatever the site's function raises
        logger.error("The resolver of pages failed: %s.", type(error).__name__)
        return path
    if isinstance(found, str) and found.startswith("/") and not found.startswith("//"):
        return found
    logger.error("The resolver of pages gave no address that begins with one slash.")
    return path

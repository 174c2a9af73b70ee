from govpage.languages import own_name


def language_name(code: str) -> str:
    """Return a language's own name for itself, its code if nobody knows the name."""
    try:
        return own_name(code)
    except KeyError:
        return code

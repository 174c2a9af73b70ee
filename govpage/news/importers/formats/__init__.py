"""Readers of the files that releases come in; each hands back drafts."""

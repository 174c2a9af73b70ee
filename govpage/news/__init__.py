"""News releases: what is published, scheduled and archived, by dates alone."""

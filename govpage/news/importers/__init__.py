"""Read what an agency already has, a captured page text first, into drafts a person can check."""

"""Live previews of every example of every component."""

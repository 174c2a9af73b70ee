"""The newsroom as static files: for a records office, and for any host of static files."""

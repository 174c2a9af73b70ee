"""The site of the Harbor Office, a fictional agency that uses every part of govpage."""

"""What machines read of the newsroom: all of it is made from one description of a release, so that it agrees."""

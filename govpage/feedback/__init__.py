"""Page feedback: the endpoint, what it accepts, and the answers it keeps."""

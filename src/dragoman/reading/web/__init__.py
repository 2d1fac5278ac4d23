"""Pages fetched from the web: politely, within limits, and never from a private network by accident."""

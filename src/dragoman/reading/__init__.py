"""Connectors: each makes reports of one kind of input."""

"""Formats in which a record leaves."""

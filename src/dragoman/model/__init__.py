"""Frozen records and vocabularies of the one attributed record; standard library only."""

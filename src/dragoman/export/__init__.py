"""Formats in which a record leaves; `formats` lists them."""

"""Across reports: what is the same, with the score explained."""

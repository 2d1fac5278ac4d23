"""Clusters to verdicts, figures, positions, standing."""

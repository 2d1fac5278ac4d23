"""The recipe and the pipeline."""

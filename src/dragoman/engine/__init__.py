"""Where work runs; one machine so far."""

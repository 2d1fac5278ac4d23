"""One report to mentions, attributions, quantities, events, positions, commitments and claims."""

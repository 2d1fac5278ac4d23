"""How well a record agrees with gold made by hand: one file (or family of files) a benchmark."""

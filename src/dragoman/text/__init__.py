"""Language: sections, dates, annotation, sentence vectors, names of the world; lexicons as data."""

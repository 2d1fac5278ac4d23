"""Learning the parts that are learned, from texts whose words are marked; nothing here runs when reports are read."""

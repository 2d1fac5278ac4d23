"""What people look at: the brief and its parts."""

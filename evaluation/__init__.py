"""How well minutes are read, measured against answer keys that nobody here wrote."""

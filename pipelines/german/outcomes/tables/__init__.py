"""Votes told as a table, by group or person: HTML, plain text, and cells that a server ran together."""

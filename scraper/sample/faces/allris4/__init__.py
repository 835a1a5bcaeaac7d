"""Musterstadt as ALLRIS net 4 (CC e-gov, Apache Wicket): pages below /public/, two of them empty until asked again."""

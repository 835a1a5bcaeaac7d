"""Musterstadt as SessionNet shows it, in two of its layouts.

Markup after public sites: layout 6 after Koblenz and Kaiserslautern, the old tables after Halle. Where no public page
of that kind could be looked at (members and persons of layout 6), the cells follow the names of the old layout's.
"""

"""Musterstadt as more! rubin shows it, in its two editions.

The portal, whose pages are an empty shell filled from api.php, is made after gremien.info; the newer PHP pages, which
carry their data in a script, after Eibenstock. Of the PHP calendar no page could be looked at: its rows follow what
public scrapers ask of it. Papers, committees and persons have no page of their own that could be looked at: what is
told of them stands in their meetings, as in the recorded ones.
"""

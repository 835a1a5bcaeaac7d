"""Musterstadt as Sternberg SD.NET RIM 4 shows it.

Markup after public sites: agendas, papers and the calendar's ICS after Wesel, agendas whose minutes exist and tables of
persons after Kleve, the list of meetings after Lampertheim. Where no public page of that kind could be looked at (one
committee, one person), tables and cells follow the names that the others use for the same things.
"""

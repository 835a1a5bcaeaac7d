"""Musterstadt as ALLRIS 3 shows it, in the classic layout of .asp pages (3.9.5).

Markup after public sites (districts of Hamburg, Winnweiler, Regensburg). What could not be looked at follows what
public readers of such pages expect: the lists au010, kp041 and si018_a, the person's page kp020, the column "seit" of
members, the line "Bezüglich", the addresses of attachments. The words of the refusal are ours.
"""

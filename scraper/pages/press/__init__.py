"""Press sites: what they offer, where their releases are listed, and what a release says.

Releases come from WordPress' REST API (`wordpress`), from an article's HTML (`article`) or from a text dump
(`plain_text`); `feed`, `sitemap` and `list_page` find the addresses of articles, `discovery` finds those four.
"""

"""How we behave on other people's servers: one file for each rule, all switched on in scraper/settings.py."""

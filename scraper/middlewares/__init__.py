"""Scrapy components that keep answers whole and faults visible; how politely we ask is in scraper/politeness."""

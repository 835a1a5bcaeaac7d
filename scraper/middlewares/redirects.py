"""Redirects that do not vanish.

Scrapy drops a redirect to an address that was asked before, as it drops any request made twice, and tells neither
callback nor errback: a circle of redirects, or a page that sends on to itself, is gone without a word. Here every
redirect is followed, and a circle ends at REDIRECT_MAX_TIMES with a complaint.
"""

from scrapy import Request
from scrapy.dupefilters import RFPDupeFilter


class RedirectsPass(RFPDupeFilter):
    """The filter of requests made twice, which lets redirects through."""

    def request_seen(self, request: Request) -> bool:
        return super().request_seen(request) and "redirect_times" not in request.meta

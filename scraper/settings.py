"""Scrapy settings: polite, sceptical, quiet. What is set here differs from Scrapy's default on purpose."""

BOT_NAME = "ratsarchiv"
SPIDER_MODULES = ["scraper.spiders"]

# Ours: where the sources stand, where the records go.
SOURCES_FILE = "sources.yml"
ARCHIVE = "archive.db"

# What a source's entry says goes before the settings here.
ADDONS = {"scraper.middlewares.source_settings.SourceSettings": 0}

# From the spider to the server; answers come back in the opposite order.
DOWNLOADER_MIDDLEWARES = {
    "scraper.politeness.identity.Identity": 60,
    "scraper.politeness.crawl_delay.CrawlDelay": 70,
    "scraper.politeness.retry_after.RetryAfter": 80,
    "scraper.politeness.back_off.BackOff": 90,
    "scraper.politeness.robots.RobotsRules": 100,
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "scraper.middlewares.whole_answers.WholeAnswers": 595,
}
SPIDER_MIDDLEWARES = {
    "scraper.middlewares.fetch_log.FetchLog": 10,
    "scraper.middlewares.spider_errors.SpiderErrors": 1100,
}
EXTENSIONS = {
    "scraper.middlewares.closing.Closing": 0,
}
# Items are checked, then their dates read, then written. The gaps are for later steps.
ITEM_PIPELINES = {
    "pipelines.validate.Validate": 100,
    "pipelines.normalise.Normalise": 200,
    "pipelines.store.Store": 300,
}

# One request a second and host, one at a time, and no jitter: a Crawl-delay is a minimum, not an average.
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = 0
CONCURRENT_REQUESTS_PER_DOMAIN = 1
ROBOTSTXT_OBEY = True
ROBOTSTXT_USER_AGENT = "Ratsarchiv"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "application/json,text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "de,en;q=0.5",
}

# Council servers take up to a minute for a list.
DOWNLOAD_TIMEOUT = 120
# Lists and pages have kilobytes, in bad cases a few megabytes; more is a fault that must not fill the memory.
DOWNLOAD_WARNSIZE = 16 * 1024 * 1024
DOWNLOAD_MAXSIZE = 64 * 1024 * 1024
# Scrapy accepts any certificate unless it is told not to.
DOWNLOAD_VERIFY_CERTIFICATES = True
# Some servers fail at random. The further tries come after 2, 4 and 8 times the delay (politeness/back_off.py).
RETRY_TIMES = 3
# What is given up on becomes a complaint, which says more than the log's line.
RETRY_GIVE_UP_LOG_LEVEL = "INFO"

REDIRECT_MAX_TIMES = 10
# Only pages that send on at once; one that reloads itself every minute is read as it is.
METAREFRESH_MAXDELAY = 1
DUPEFILTER_CLASS = "scraper.middlewares.redirects.RedirectsPass"
# Off: longer addresses would be dropped without a word.
URLLENGTH_LIMIT = 0

# Both open a local port that can run code.
REMOTE_CONTROL_ENABLED = False
TELNETCONSOLE_ENABLED = False

LOG_LEVEL = "INFO"

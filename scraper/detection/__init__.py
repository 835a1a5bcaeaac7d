"""Which system stands at an address: what one answer shows, and a look around the site that asks a few pages more."""

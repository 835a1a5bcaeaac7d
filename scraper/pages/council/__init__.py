"""What the pages of all council systems share: bytes to trees, refusals, dates in words, names of documents."""

"""What the archive derives from its own records and documents: archive to archive, each step repeatable."""

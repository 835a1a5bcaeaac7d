"""What the subcommands of `ratsarchiv` do, one file each; scraper/cli.py reads their options."""

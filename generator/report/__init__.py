"""Reports: they receive what is finished and only show it."""

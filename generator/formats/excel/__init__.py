"""Excel forms: a blank out of a definition, filled from answers, and read back."""

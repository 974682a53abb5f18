"""Commands that `generator.cli` adds: one module each."""

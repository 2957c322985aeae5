"""A built folder, read back and judged: whatever engine made it, this is what readers would get."""

"""The world outside: which addresses a course links to, and what they answer. Only `course check --external` goes."""

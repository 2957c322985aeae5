"""The forms of output. Each is one file that never imports another."""

"""Measurements that run the real program: what it does with faults, and how long it takes."""

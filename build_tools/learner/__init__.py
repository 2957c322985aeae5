"""The scripts of the learner's side, which `build_tools/script.py` joins into one file. No Python in here."""

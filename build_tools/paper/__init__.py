"""What stands on paper, from the same modules as the pages: its words, its form, and how it is made and kept."""

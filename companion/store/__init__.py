"""What the companion keeps between two starts. Never a word of a draft."""

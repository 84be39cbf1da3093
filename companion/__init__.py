"""Forepost's companion: reads a draft on the person's own machine and says what they may regret posting."""

__version__ = "0.1.0"

"""Photographs every state of the overlay, for looking at: `python tests/extension/overlay-gallery/shoot.py OUT`."""

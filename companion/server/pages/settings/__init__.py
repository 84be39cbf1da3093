"""The settings page: one file a section, and the room that shows them all."""

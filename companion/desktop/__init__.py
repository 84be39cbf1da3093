"""What ties the companion to this desktop: one instance, the browsers' native messaging."""

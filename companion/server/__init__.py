"""The companion's door: HTTP on the loopback address, for callers who can prove who they are."""

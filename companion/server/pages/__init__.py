"""The companion's own pages in the browser."""

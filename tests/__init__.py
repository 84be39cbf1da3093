"""Makes `tests` our own: some distributions install a top-level package of that name, which would hide this folder."""

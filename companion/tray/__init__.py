"""The icon in the desktop's tray: a client of the companion's API in a process of its own."""

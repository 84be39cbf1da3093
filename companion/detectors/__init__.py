"""What is in the text: one file, one thing looked for. Pure functions over the plain text; `engine` runs them all."""

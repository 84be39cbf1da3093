"""Tests every link of the chain from the browser to the checks, and says of each what is wrong and what mends it."""

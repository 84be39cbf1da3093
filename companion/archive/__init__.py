"""Posts that are already out: exports of the sites and folders of texts, read one post at a time and reviewed."""

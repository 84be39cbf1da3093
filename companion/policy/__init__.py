"""What the organisation says of what was found: the pack, the judgement, the allow list."""

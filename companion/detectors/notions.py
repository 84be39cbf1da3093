"""Notions that say something only together, in whatever order: being alone, in a place, until an hour.

Phrases tell what people write in one breath; notions tell what they mean however they put it. Each notion is a group of
phrases in a file of `data/`; the ones of a combination must stand in one sentence or in two that follow one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from companion.detectors.phrases import Group, groups
from companion.detectors.reading import Reading, Sentence


class Notions:
    """The notions of one file, by name."""

    def __init__(self, name: str, parts: Mapping[str, str]) -> None:
        self._groups: dict[str, Group] = {group.kind: group for group in groups(name, parts)}

    def words(self, name: str) -> frozenset[str]:
        """The words of one notion, without which it is not there."""
        return self._groups[name].words

    def together(self, reading: Reading, names: Sequence[str]) -> Iterator[tuple[Sentence, int, int]]:
        """Each sentence that holds the first notion, while the others stand in it or in the one before or after.

        With it the span of those in the sentence itself, in the whole text. The first should be the rarest: its words
        are what is looked for.
        """
        first, *others = (self._groups[name] for name in names)
        for sentence in reading.with_any_beside(first.words, *(other.words for other in others)):
            seen = first.pattern.search(sentence.text)
            if not seen:
                continue
            start, end = sentence.span(seen)
            for other in others:
                more = other.pattern.search(sentence.text)
                if more:
                    start, end = min(start, sentence.start + more.start()), max(end, sentence.start + more.end())
                elif not (other.pattern.search(sentence.after) or other.pattern.search(sentence.before)):
                    break
            else:
                yield sentence, start, end

"""An archive is untrusted: bombs, locked and damaged files, names that point outside, links."""

from __future__ import annotations

import os
import struct
import zipfile
from pathlib import Path

import pytest

from companion.archive.reading import Damaged
from companion.archive.recognise import format_of, left_out
from companion.archive.scan import plan, scan
from companion.archive.source import members
from companion.archive.summary import Summary
from companion.draft import Draft, PackRef, Review

TWEET = 'window.YTD.tweets.part0 = [{"tweet": {"id_str": "1", "full_text": "soup"}}]'


def nothing_found(draft: Draft, day: object) -> Review:
    return Review(
        verdict="clear",
        mode="personal",
        mode_source="draft",
        settings_revision=0,
        pack=PackRef(id="none", version="1"),
        offsets="codepoints",
    )


def check(path: Path) -> Summary:
    summary = Summary("personal")
    scan(plan(path, summary), nothing_found, summary, lambda name, count: None)
    return summary


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def locked(path: Path) -> Path:
    """The archive with every file marked as locked with a password."""
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(mark)
        raw[at + place] |= 1
    path.write_bytes(raw)
    return path


def test_a_bomb_is_left_alone(tmp_path: Path) -> None:
    summary = check(zipped(tmp_path / "bomb.zip", {"data/tweets.js": TWEET + " " * 64 * 1024 * 1024}))
    assert [why.what.split(".")[0] for _, why in summary.unread] == ["It would unpack to far more than any export does"]
    assert summary.posts == 0
    assert not summary.is_whole


def test_a_bomb_that_lies_about_its_size_is_cut_off(tmp_path: Path) -> None:
    path = zipped(tmp_path / "liar.zip", {"data/tweets.js": TWEET + " " * 40 * 1024 * 1024})
    raw = bytearray(path.read_bytes())
    struct.pack_into("<I", raw, raw.find(b"PK\x01\x02") + 24, 2000)  # its size, unpacked, in the directory
    path.write_bytes(raw)
    summary = check(path)
    assert [why.what.split(".")[0] for _, why in summary.unread] == ["The archive is damaged here"]
    assert not summary.is_whole


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../../data/tweets.js", "outside the archive"),
        ("/etc/tweets.js", "outside the archive"),
        ("C:/Users/tweets.js", "outside the archive"),
        ("data\\..\\..\\tweets.js", "outside the archive"),
    ],
)
def test_names_that_point_outside_are_refused(name: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.zip"
    with zipfile.ZipFile(path, "w") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, TWEET)
    summary = check(path)
    assert says in summary.unread[0][1].what if summary.unread else "tweets.js" in summary.left_out_names[0]
    assert summary.posts == 0
    assert [one.name for one in tmp_path.iterdir()] == ["odd.zip"], "nothing was unpacked"


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    summary = check(locked(zipped(tmp_path / "locked.zip", {"data/tweets.js": TWEET})))
    assert "password" in summary.unread[0][1].what


def test_a_damaged_file_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "torn.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/tweets-part1.js", TWEET)
        archive.writestr("data/tweets.js", TWEET)
    raw = bytearray(path.read_bytes())
    raw[raw.find(b"soup")] = ord("S")
    path.write_bytes(raw)
    summary = check(path)
    assert [(name, why.what.split(".")[0]) for name, why in summary.unread] == [
        ("data/tweets-part1.js", "The archive is damaged here")
    ]
    assert summary.files[1].posts == 1
    assert not summary.is_whole


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 and no more", b"a text"])
def test_what_is_no_zip_says_so(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "no.zip"
    path.write_bytes(raw)
    with pytest.raises(Damaged, match="not a whole zip"):
        list(members(path))


def test_a_folder_holds_zips_files_and_links(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "note.txt").write_text("soup")
    zipped(tmp_path / "x.zip", {"data/tweets.js": TWEET, "data/README.txt": "help", "data/photo.jpg": b"\xff"})
    (tmp_path / "broken.zip").write_bytes(b"PK")
    (tmp_path / "passwd.txt").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.txt")
    summary = check(tmp_path)
    assert [one.name for one in summary.files] == ["x.zip/data/tweets.js", "deep/note.txt"]
    assert sorted((name, why.what.split(".")[0]) for name, why in summary.unread) == [
        ("broken.zip", "It is not a whole zip file"),
        ("passwd.txt", "It is a link or a device, not a file"),
        ("pipe.txt", "It is a link or a device, not a file"),
    ]
    assert summary.left_out_names == ["x.zip/data/README.txt"], "a help beside an export is no post"
    assert summary.left_out["media"] == 1


def test_an_inner_zip_is_not_opened(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"data/tweets.js": TWEET}).read_bytes()
    summary = check(zipped(tmp_path / "outer.zip", {"inner.zip": inner, "data/tweets.js": TWEET}))
    assert summary.posts == 1
    assert summary.left_out_names == ["inner.zip"]


def test_the_bio_counts_for_every_post_of_its_site(tmp_path: Path) -> None:
    seen: list[tuple[str, str | None]] = []

    def remembers(draft: Draft, day: object) -> Review:
        seen.append((draft.text, draft.bio))
        return nothing_found(draft, day)

    profile = 'window.YTD.profile.part0 = [{"profile": {"description": {"bio": "views my own"}}}]'
    path = zipped(tmp_path / "x.zip", {"data/tweets.js": TWEET, "data/profile.js": profile})
    summary = Summary("personal")
    scan(plan(path, summary), remembers, summary, lambda name, count: None)
    assert seen == [("soup", "views my own")]


@pytest.mark.parametrize(
    ("name", "head", "format"),
    [
        ("data/tweets.js", b"", "X posts"),
        ("data/tweets-part12.js", b"", "X posts"),
        ("tweet.js", b"", "X posts"),
        ("data/deleted-tweets.js", b"", None),
        ("data/like.js", b"", None),
        ("data/direct-messages.js", b"", None),
        ("Shares.csv", b"", "LinkedIn posts"),
        ("Comments.csv", b"Date,Link,Message", "LinkedIn comments"),
        ("Comments.csv", b"text,author", None),
        ("messages.csv", b"", None),
        ("posts/your_posts_1.json", b"", "Facebook posts"),
        ("posts/your_posts__check_ins__photos_and_videos_2.json", b"", "Facebook posts"),
        ("groups/group_posts_and_comments.json", b"", "Facebook posts"),
        ("comments_and_reactions/comments.json", b'{"comments_v2": []}', "Facebook comments"),
        ("comments.json", b"[]", None),
        ("posts/your_posts_1.html", b"", "Facebook posts"),
        ("messages/inbox/isla/message_1.json", b"", None),
        ("outbox.json", b"", "Mastodon posts"),
        ("my posts.csv", b"", None),
    ],
)
def test_files_are_known_by_name(name: str, head: bytes, format: str | None) -> None:
    found = format_of(name, lambda: head, general=False)
    assert (found.name if found else None) == format


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("data/direct-messages-group.js", "private"),
        ("your_facebook_activity/messages/inbox/isla/message_1.html", "private"),
        ("messages.csv", "private"),
        ("data/tweets_media/1.mp4", "media"),
        ("data/ad-engagements.js", "other"),
    ],
)
def test_private_messages_are_never_read(name: str, why: str) -> None:
    assert left_out(name) == why
    assert format_of(name, lambda: b"", general=True) is None

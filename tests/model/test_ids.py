"""Ids are the same on every machine, and different for different content."""

from dragoman.model.ids import bytes_hash, content_id


def test_an_id_is_fixed_by_its_parts() -> None:
    assert content_id("c", "r-1", 3, 9) == "c-4df8eb85194abeb8"


def test_parts_do_not_run_together() -> None:
    assert content_id("c", "ab", "c") != content_id("c", "a", "bc")


def test_bytes_hash_is_sha256() -> None:
    assert bytes_hash(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

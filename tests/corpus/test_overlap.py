from __future__ import annotations

from corpus.overlap import containment, fingerprints, shingles

TEXT = " ".join(f"Chi bộ thôn số {place} họp bàn việc trồng cây ở đường {place * 7}." for place in range(60))


def test_layout_marks_and_case_do_not_count() -> None:
    assert shingles("Chi bộ\n HỌP  hoá, thảo luận") == shingles("chi bo họp - hóa thao luan")


def test_a_text_of_two_words_has_no_shingles() -> None:
    assert shingles("Chi bộ") == frozenset()
    assert containment(shingles("Chi bộ"), shingles(TEXT)) == 0.0


def test_an_excerpt_is_contained_whole() -> None:
    excerpt = shingles(TEXT[300:900])
    assert containment(excerpt, shingles(TEXT)) > 0.97
    assert containment(shingles(TEXT), excerpt) == containment(excerpt, shingles(TEXT))


def test_other_words_are_not_contained() -> None:
    assert containment(shingles("Giao Ban Thường vụ chỉ đạo"), shingles(TEXT)) == 0.0


def test_an_excerpt_keeps_the_fingerprints_of_its_document() -> None:
    excerpt = fingerprints(TEXT[300:1800])
    assert excerpt
    # At both ends words are cut: their runs are new.
    assert len(set(excerpt) - set(fingerprints(TEXT))) <= 2


def test_fingerprints_are_few_stable_and_fit_32_bits() -> None:
    found = fingerprints(TEXT)
    assert len(found) < len(TEXT.split()) / 16
    assert list(found) == sorted(set(found))
    assert all(0 <= value < 2**32 for value in found)
    assert found == fingerprints(TEXT.upper())
    assert fingerprints("Chi bộ họp.") == ()

"""What of a generator's text is confirmed."""

from __future__ import annotations

import pytest

from search_api.drafting.verified import UNVERIFIED, verified

PASSAGES = {1: "1. Chi bộ trồng ít nhất 40 cây hoá giải nắng nóng.", 2: "2. Đảng viên gương mẫu đi đầu."}


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ cần trồng cây [1].",
        "Văn bản nêu: “Đảng viên gương mẫu đi đầu” [2].",
        "Cây để “hóa giải nắng nóng” [1].",
        "Phải trồng 40 cây [1] và gương mẫu [2].",
        "Chi bộ cần trồng cây. [1]",
        "Chi bộ cần trồng cây.[1][2]",
    ],
)
def test_a_sentence_with_its_source_stays_as_it_is(text):
    told, failed = verified(text, PASSAGES)
    assert (UNVERIFIED in told, failed) == (False, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ cần trồng cây.",
        "Chi bộ cần trồng cây [3].",
        "Văn bản nêu: “Đảng viên đi đầu” [2].",
        "Văn bản nêu: “Đảng viên gương mẫu đi đầu” [1].",
        "Văn bản nêu: “Đảng viên gương mẫu [2].",
        "Phải trồng 400 cây [1].",
        '"bỏ qua mọi quy định" [1].',
    ],
)
def test_every_other_sentence_is_marked(text):
    told, failed = verified(text, PASSAGES)
    assert told.count(UNVERIFIED) == failed == 1


def test_a_mark_the_generator_wrote_itself_counts_for_nothing():
    told, failed = verified(f"Chi bộ trồng cây [1] {UNVERIFIED}. Không nguồn.", PASSAGES)
    assert told.count(UNVERIFIED) == failed == 1


def test_only_the_bad_sentence_is_marked():
    told, failed = verified("Chi bộ trồng cây [1]. Ai cũng khen. Đảng viên đi đầu [2].", PASSAGES)
    assert told == f"Chi bộ trồng cây [1]. Ai cũng khen. {UNVERIFIED} Đảng viên đi đầu [2]."
    assert failed == 1

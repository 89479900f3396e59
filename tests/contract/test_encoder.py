"""What every encoder keeps, on the real model; both runtimes of one model must rank alike.

Runs where set-up has built the model (``TRACUU_MODEL_DIR`` or ``models``), else skips.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus.runtime.encoder import Encoder, OnnxEncoder, SentenceTransformersEncoder
from corpus.runtime.model.manifest import DEFAULT_MODEL, MANIFEST_FILE, ONNX_TOKENIZER

_PROJECT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("TRACUU_MODEL_DIR") or _PROJECT / "models") / DEFAULT_MODEL

pytestmark = pytest.mark.skipif(
    not (FOLDER / MANIFEST_FILE).is_file(), reason="the model is not built; run `tracuu setup`"
)

# The graph rounds activations to 8 bits a text and weights to 7 a channel, which moves the score of a pair of texts by
# 0.0064 at most on the texts here; other processors round sums in another order. The best passage leads the second by
# 0.013 or more in single precision; that it stays the best is tested beside it.
SCORE_TOLERANCE = 0.008

PASSAGES = (
    "Phát triển hạ tầng số đồng bộ, ưu tiên vùng sâu, vùng xa và hải đảo.",
    "Đào tạo nguồn nhân lực công nghệ chất lượng cao, thu hút chuyên gia giỏi.",
    "Cắt giảm thủ tục hành chính, người dân chỉ phải nộp giấy tờ một lần.",
    "Sắp xếp tổ chức bộ máy tinh gọn, giảm cấp trung gian, tránh chồng chéo nhiệm vụ.",
    "Kiểm tra đảng viên khi có dấu hiệu vi phạm điều lệ và kỷ luật của tổ chức.",
    "Người vào Đảng phải trải qua thời kỳ dự bị mười hai tháng kể từ ngày kết nạp.",
    "Chi bộ họp thường lệ mỗi tháng một lần, nội dung do chi ủy chuẩn bị.",
    "Trồng rừng phòng hộ ven biển để chắn sóng và chống xói lở bờ.",
    "Bảo đảm an ninh lương thực, giữ ổn định diện tích đất trồng lúa.",
    "Xây dựng trường đạt chuẩn quốc gia, bổ sung giáo viên cho các xã khó khăn.",
    "Mỗi trạm y tế có ít nhất một bác sĩ làm việc thường xuyên.",
    "Chi trả trợ cấp cho người có công vào ngày đầu tiên của tháng.",
    "Khuyến khích doanh nghiệp nhỏ vay vốn ưu đãi để đổi mới thiết bị.",
    "Thu gom và phân loại rác thải ngay tại hộ gia đình.",
    "Bảo tồn di sản văn hóa phi vật thể của các dân tộc thiểu số.",
    "Chống lãng phí trong sử dụng xe công và trụ sở làm việc.",
    "Cán bộ phải kê khai tài sản, thu nhập trung thực trước ngày 31 tháng 12.",
    "Luân chuyển cán bộ lãnh đạo về cơ sở để rèn luyện qua thực tiễn.",
    "Mở rộng đường tỉnh lộ, xóa các điểm đen tai nạn giao thông.",
    "Diễn tập phòng cháy, chữa cháy tại chợ và khu dân cư đông người.",
    "Tuyên truyền chủ trương mới qua hệ thống loa truyền thanh của thôn, bản.",
    "Dùng dữ liệu mở của cơ quan nhà nước để phục vụ nghiên cứu khoa học.",
    "Hỗ trợ ngư dân đóng tàu công suất lớn bám biển dài ngày.",
    "Giải quyết khiếu nại, tố cáo đúng thời hạn, không để kéo dài vượt cấp.",
    "Tặng huy hiệu cho đảng viên đủ ba mươi năm tuổi đảng trở lên.",
    "Đảng phí được thu hằng tháng theo mức tiền lương của từng người.",
    "Nữ tham gia cấp ủy phấn đấu đạt từ mười lăm phần trăm trở lên.",
    "Tổ chức đại hội điểm ở cấp cơ sở rồi rút kinh nghiệm chung.",
    "Bảo vệ nguồn nước ngầm, xử lý nghiêm cơ sở xả thải trái phép.",
    "Dạy nghề cho lao động nông thôn gắn với nhu cầu của nhà máy.",
)
# Question and the passage that answers it.
QUESTIONS = {
    "đầu tư mạng viễn thông cho vùng khó khăn": 0,
    "tinh giản bộ máy nhà nước": 3,
    "đảng viên dự bị bao lâu thì được chuyển chính thức": 5,
    "bao lâu chi bộ sinh hoạt một lần": 6,
    "chống sạt lở bờ biển": 7,
    "giữ đất lúa": 8,
    "thiếu bác sĩ ở xã": 10,
    "kê khai tài sản của cán bộ": 16,
    "tai nạn giao thông": 18,
    "huy hiệu tuổi đảng": 24,
    "mức đóng đảng phí": 25,
    "tỷ lệ phụ nữ trong cấp ủy": 26,
}


@pytest.fixture(scope="module")
def onnx() -> OnnxEncoder:
    return OnnxEncoder(FOLDER, threads=1)


@pytest.fixture(scope="module")
def torch() -> SentenceTransformersEncoder:
    # One thread: torch's threads spin while they wait and slow each other down on a busy computer.
    return SentenceTransformersEncoder(FOLDER, threads=1)


@pytest.fixture(scope="module", params=["onnx", "torch"])
def encoder(request: pytest.FixtureRequest) -> Encoder:
    found: Encoder = request.getfixturevalue(request.param)
    return found


def _scores(encoder: Encoder) -> np.ndarray:
    queries = np.stack([encoder.encode_query(question) for question in QUESTIONS])
    return queries @ encoder.encode_passages(PASSAGES).T


def _rank_correlation(ours: np.ndarray, theirs: np.ndarray) -> float:
    """Spearman's: the correlation of the places."""
    places = [np.argsort(np.argsort(-row, kind="stable")) for row in (ours, theirs)]
    return float(np.corrcoef(places)[0, 1])


def test_vectors_are_single_precision_of_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(PASSAGES)
    assert vectors.shape == (len(PASSAGES), encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.abs(np.linalg.norm(vectors, axis=1) - 1).max() < 1e-5
    assert encoder.encode_query("hạ tầng số").shape == (encoder.dimension,)


def test_same_text_same_vector(encoder: Encoder) -> None:
    assert np.array_equal(encoder.encode_passages(PASSAGES[:6]), encoder.encode_passages(PASSAGES[:6]))
    assert np.array_equal(encoder.encode_query("giữ đất lúa"), encoder.encode_query("giữ đất lúa"))


def test_neighbours_in_a_batch_do_not_matter(encoder: Encoder) -> None:
    together = encoder.encode_passages(PASSAGES)[:10]
    alone = np.concatenate([encoder.encode_passages([text]) for text in PASSAGES[:10]])
    # Only the order of additions may differ, by the number of rows a kernel takes at once.
    assert (together * alone).sum(axis=1).min() > 1 - 1e-5


def test_order_of_texts_is_kept(encoder: Encoder) -> None:
    backwards = encoder.encode_passages(PASSAGES[::-1])[::-1]
    assert (encoder.encode_passages(PASSAGES) * backwards).sum(axis=1).min() > 1 - 1e-5


def test_a_question_is_not_a_passage(encoder: Encoder) -> None:
    question, passage = encoder.encode_query(PASSAGES[0]), encoder.encode_passages(PASSAGES[:1])[0]
    assert 0.8 < float(question @ passage) < 0.999


def test_what_is_too_long_is_cut_not_refused(encoder: Encoder) -> None:
    long, longer = "hạ tầng số và " * 400, "hạ tầng số và " * 800
    assert np.array_equal(encoder.encode_passages([long]), encoder.encode_passages([longer]))


@pytest.mark.parametrize("text", ["", " ", "中文", "Привет, мир", "🙂", "\x00", "ﬁ ½ №", "x" * 5000])
def test_any_text_has_a_vector(encoder: Encoder, text: str) -> None:
    vector = encoder.encode_query(text)
    assert np.isfinite(vector).all()
    assert abs(float(vector @ vector) - 1) < 1e-4


def test_the_right_passage_comes_first(encoder: Encoder) -> None:
    assert _scores(encoder).argmax(axis=1).tolist() == list(QUESTIONS.values())


def test_both_runtimes_rank_alike(onnx: OnnxEncoder, torch: SentenceTransformersEncoder) -> None:
    ours, theirs = _scores(onnx), _scores(torch)
    assert np.abs(ours - theirs).max() < SCORE_TOLERANCE
    for our_row, their_row in zip(ours, theirs, strict=True):
        # Two passages may change places only where the moves of both their scores can explain it.
        ranked = their_row[np.argsort(-our_row, kind="stable")]
        best_still_to_come = np.maximum.accumulate(ranked[::-1])[::-1]
        assert (best_still_to_come - ranked).max() < 2 * SCORE_TOLERANCE
        assert _rank_correlation(our_row, their_row) > 0.95  # measured 0.969 and more


def test_both_runtimes_share_the_fingerprint(onnx: OnnxEncoder, torch: SentenceTransformersEncoder) -> None:
    assert onnx.fingerprint == torch.fingerprint
    assert onnx.dimension == torch.dimension == 384
    assert (onnx.query_prefix, onnx.passage_prefix) == (torch.query_prefix, torch.passage_prefix)


def test_left_out_word_pieces_are_not_missed() -> None:
    small = Tokenizer.from_file(str(FOLDER / ONNX_TOKENIZER))
    full = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    for text in (*PASSAGES, *QUESTIONS, "Điều 5, khoản 2 – “Về hạ tầng số” … 57-NQ/TW; §3, 25 °C, 1.000 ₫, café"):
        assert small.encode(text).tokens == full.encode(text).tokens

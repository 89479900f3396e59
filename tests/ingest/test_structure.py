"""The grammar of Party and state documents as tables of examples; every sentence here is made up.

The numbers in the names of the tests are those of the conventions by which the gold outlines were annotated.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from made_lines import made_reading, structured, units
from made_readings import readings

from corpus.types import PageRange, Section
from ingest.reading import Reading
from ingest.structure import Structured, structure

THEMATIC = """
    Ban Thường vụ Đảng ủy xã ban hành nghị quyết như sau:
    ** I- TÌNH HÌNH
    Đường trong xã đã sạch hơn trước.
    ** 1- Kết quả
    - Mỗi thôn có một tổ vệ sinh.
    - Rác được gom hai lần một tuần:
    + Thứ ba ở các thôn phía bắc;
    + Thứ sáu ở các thôn phía nam.
    ** 2- Hạn chế
    1.1. Dòng này đứng sau khoản 2 nên không phải là điểm của khoản 1.
    2.1. Còn ba điểm tập kết rác ven sông.
    a) Điểm thứ nhất ở bến đò;
    b) Điểm thứ hai ở chợ.
    ** II- NHIỆM VỤ
    1. Trồng cây hai bên đường.
    2. Kẻ vạch sơn trước cổng trường.
    Nghị quyết này phổ biến đến chi bộ.
"""
ARTICLES = """
    Căn cứ Điều lệ Đảng;
    ** Chương I
    ** QUY ĐỊNH CHUNG
    ** Điều 1. Phạm vi
    Quy định này nói về việc giữ gìn nhà văn hóa.
    ** Điều 2. Giải thích từ ngữ
    1. Nhà văn hóa là nơi họp của thôn.
    2. Người trông coi gồm:
    a) Trưởng thôn;
    b) Bí thư chi bộ.
    ** Chương II
    ** TỔ CHỨC THỰC HIỆN
    ** Điều 3. Hiệu lực
    Quy định có hiệu lực từ ngày ký.
"""


def test_thematic_documents() -> None:
    assert units(THEMATIC) == [
        "mục I",
        "mục I > khoản 1",
        "mục I > khoản 1 > gạch 1",
        "mục I > khoản 1 > gạch 2",
        "mục I > khoản 1 > gạch 2 > cộng 1",
        "mục I > khoản 1 > gạch 2 > cộng 2",
        "mục I > khoản 2",
        "mục I > khoản 2 > số 2.1",
        "mục I > khoản 2 > số 2.1 > điểm a",
        "mục I > khoản 2 > số 2.1 > điểm b",
        "mục II",
        "mục II > khoản 1",
        "mục II > khoản 2",
    ]


def test_documents_of_articles() -> None:
    assert units(ARTICLES) == [
        "chương I",
        "chương I > điều 1",
        "chương I > điều 2",
        "chương I > điều 2 > khoản 1",
        "chương I > điều 2 > khoản 2",
        "chương I > điều 2 > khoản 2 > điểm a",
        "chương I > điều 2 > khoản 2 > điểm b",
        "chương II",
        "chương II > điều 3",
    ]


CONVENTIONS = {
    "1: a khoản whose title begins with an article is no article": (
        """
        Mở đầu.
        1. Điều 1 (Khoản 2): Tuổi của người vào Đảng.
        1.1. Về tuổi.
        1.1.1. Người trên sáu mươi tuổi.
        2. (Khoản 4, Điều 3): Quyền của đảng viên.
        2.1. Điều 4 (Khoản 1): Cách lấy ý kiến.
        2.1.1 Các chi bộ lấy ý kiến bằng phiếu.
        """,
        [
            "khoản 1",
            "khoản 1 > số 1.1",
            "khoản 1 > số 1.1 > số 1.1.1",
            "khoản 2",
            "khoản 2 > số 2.1",
            "khoản 2 > số 2.1 > số 2.1.1",
        ],
    ),
    "2: a reference at the start of a line is no unit": (
        """
        Mở đầu.
        Điều 1. Phạm vi
        Điều 2 của Quy định này không áp dụng cho thôn bản.
        khoản 1 Điều này chỉ áp dụng trong một năm.
        Điều 2. Đối tượng
        điểm a khoản 3 Điều này áp dụng cho người già.
        Mục 5 nói ở trên.
        """,
        ["điều 1", "điều 2"],
    ),
    "2: grounds belong to the opening": (
        """
        - Căn cứ Điều lệ Đảng;
        - Căn cứ Nghị quyết số 01-NQ/ĐU của Đảng ủy,
        1. Mở lớp học.
        """,
        ["khoản 1"],
    ),
    "4: an unnumbered paragraph stays in the deepest open unit": (
        """
        Mở đầu.
        1. Hồ sơ gồm:
        a) Đơn;
        b) Lý lịch.
        Sau khi nhận đủ, cấp ủy trả lời trong mười ngày.
        2. Lệ phí.
        """,
        ["khoản 1", "khoản 1 > điểm a", "khoản 1 > điểm b", "khoản 2"],
    ),
    "5: dashes are counted in their nearest numbered parent, pluses in their dash": (
        """
        Mở đầu.
        1. Việc của chi bộ
        - Họp;
        - Ghi sổ:
        + Ghi người vắng;
        + Ghi ý kiến.
        - Báo cáo.
        2. Việc của đảng viên:
        - Học.
        a) Học ở nhà:
        + Đọc sách;
        + Nghe đài.
        """,
        [
            "khoản 1",
            "khoản 1 > gạch 1",
            "khoản 1 > gạch 2",
            "khoản 1 > gạch 2 > cộng 1",
            "khoản 1 > gạch 2 > cộng 2",
            "khoản 1 > gạch 3",
            "khoản 2",
            "khoản 2 > gạch 1",
            "khoản 2 > điểm a",
            "khoản 2 > điểm a > cộng 1",
            "khoản 2 > điểm a > cộng 2",
        ],
    ),
    "5: dashes of examples are units": (
        """
        Mở đầu.
        1. Tuổi đảng tính tròn năm. Ví dụ:
        - Kết nạp năm 2000 thì đến năm 2025 là hai mươi lăm năm.
        """,
        ["khoản 1", "khoản 1 > gạch 1"],
    ),
    "6: small roman numbers, steps, examples and notes are no units": (
        """
        Mở đầu.
        1. Chi bộ làm như sau:
        Bước 1: Lấy ý kiến.
        Bước 2: Biểu quyết.
        (i) người có mặt;
        (ii) người vắng mặt.
        Ví dụ 1: Chi bộ có ba mươi đảng viên.
        Lưu ý: Phiếu trắng không tính.
        """,
        ["khoản 1"],
    ),
    "8: an unnumbered heading under which a list begins anew": (
        """
        Mở đầu.
        1. Vì sao phải làm.
        ** Về quan điểm
        1. Dân là gốc.
        2. Làm từ dễ đến khó.
        ** Về nhiệm vụ
        1. Sửa đường.
        """,
        ["khoản 1", "tiêu đề 1", "tiêu đề 1 > khoản 1", "tiêu đề 1 > khoản 2", "tiêu đề 2", "tiêu đề 2 > khoản 1"],
    ),
    "11: wrong labels are kept as printed": (
        """
        Mở đầu.
        1. Một.
        2. Hai.
        2. Lại hai.
        3. Ba:
        d) Không ai viết thế này.
        a) Một;
        b) Hai;
        c) Ba;
        d) Bốn;
        e) Năm, bỏ qua đ;
        f) Sáu, theo chữ cái nước ngoài.
        """,
        [
            "khoản 1",
            "khoản 2",
            "khoản 2",
            "khoản 3",
            *(f"khoản 3 > điểm {letter}" for letter in "abcdef"),
        ],
    ),
    "11: the Vietnamese alphabet, and points put in between": (
        """
        Mở đầu.
        1. Gồm:
        a) Một;
        a1) Một phẩy một;
        b) Hai;
        c) Ba;
        d) Bốn;
        đ) Năm;
        e) Sáu;
        g) Bảy;
        """,
        ["khoản 1", *(f"khoản 1 > điểm {label}" for label in ("a", "a1", "b", "c", "d", "đ", "e", "g"))],
    ),
}


@pytest.mark.parametrize(("written", "expected"), CONVENTIONS.values(), ids=CONVENTIONS.keys())
def test_conventions(written: str, expected: list[str]) -> None:
    assert units(written) == expected


LABELS = {
    "subsections that name their section": (
        """
        Mở đầu.
        PHỤ LỤC I
        Mục 1
        CÂY XANH
        Tiểu mục 1.1
        CÂY ĐA
        1. Trồng ở đình.
        Tiểu mục 1.2. Cây gạo
        1. Trồng ở bến.
        """,
        [
            "phụ lục I",
            "phụ lục I > mục 1",
            "phụ lục I > mục 1 > tiểu mục 1.1",
            "phụ lục I > mục 1 > tiểu mục 1.1 > khoản 1",
            "phụ lục I > mục 1 > tiểu mục 1.2",
            "phụ lục I > mục 1 > tiểu mục 1.2 > khoản 1",
        ],
    ),
    "annexes in letters": (
        """
        Mở đầu.
        1. Một.
        T/M BAN THƯỜNG VỤ
        Trần Văn Mẫu
        ** PHỤ LỤC Đ
        1. Cây đa.
        ** PHỤ LỤC G
        1. Cây gạo.
        ** Phụ lục H. Cây hoa
        1. Cây hồng.
        ** PHỤ LỤC I
        1. Cây ích mẫu.
        ** PHỤ LỤC K
        1. Cây khế.
        """,
        [
            "khoản 1",
            "ký",
            "phụ lục Đ",
            "phụ lục Đ > khoản 1",
            "phụ lục G",
            "phụ lục G > khoản 1",
            "phụ lục H",
            "phụ lục H > khoản 1",
            "phụ lục I",
            "phụ lục I > khoản 1",
            "phụ lục K",
            "phụ lục K > khoản 1",
        ],
    ),
    "a list of references": (
        """
        Mở đầu.
        I. TÌNH HÌNH
        1. Trồng cây.
        ** TÀI LIỆU THAM KHẢO
        1. Trần Văn Mẫu (2020), Cây xanh.
        - Lê Văn Mẫu, Vườn.
        a) Hoàng Văn Mẫu, Rừng.
        II. NHIỆM VỤ
        1. Tưới cây.
        """,
        ["mục I", "mục I > khoản 1", "mục I > tiêu đề 1", "mục II", "mục II > khoản 1"],
    ),
    "a list of references with a number": (
        """
        Mở đầu.
        I. TÌNH HÌNH
        1. Trồng cây.
        II. DANH MỤC TÀI LIỆU THAM KHẢO
        1. Trần Văn Mẫu (2020), Cây xanh.
        2. Lê Văn Mẫu, Vườn.
        ** PHỤ LỤC I
        1. Cây đa.
        """,
        ["mục I", "mục I > khoản 1", "mục II", "phụ lục I", "phụ lục I > khoản 1"],
    ),
    "what is said of references": (
        """
        Mở đầu.
        1. Tài liệu tham khảo do chi bộ chuẩn bị.
        a) Sách về cây.
        """,
        ["khoản 1", "khoản 1 > điểm a"],
    ),
    "strokes": (
        """
        Mở đầu.
        ** A/ TRONG XÃ
        ** I/ TÌNH HÌNH
        1/ Trồng cây bên đường.
        1.1/ Cây đa ở đình.
        a/ Thôn trên;
        b/Thôn dưới.
        2./ Quét đường.
        ** II/. NHIỆM VỤ
        1/. Nuôi gà.
        đ/c Bí thư xã nuôi mười con.
        V/v nuôi gà, xã có công văn.
        1/2 số hộ đã nuôi.
        """,
        [
            "phần A",
            "phần A > mục I",
            "phần A > mục I > khoản 1",
            "phần A > mục I > khoản 1 > số 1.1",
            "phần A > mục I > khoản 1 > số 1.1 > điểm a",
            "phần A > mục I > khoản 1 > số 1.1 > điểm b",
            "phần A > mục I > khoản 2",
            "phần A > mục II",
            "phần A > mục II > khoản 1",
        ],
    ),
    "strokes as a picture's reader gives them": (
        """
        Mở đầu.
        I⁄ TÌNH HÌNH
        1⁄ Trồng cây.
        2∕ Quét đường.
        II／ NHIỆM VỤ
        """,
        ["mục I", "mục I > khoản 1", "mục I > khoản 2", "mục II"],
    ),
    "numbers in brackets under a dash": (
        """
        Ban Thường vụ kết luận như sau:
        - Trồng cây ở các thôn.
        - Giao các chi bộ:
        (1) Chi bộ thôn trên trồng mười cây.
        + Trước cổng trường;
        (2) Chi bộ thôn dưới trồng năm cây.
        - Giao đoàn thanh niên tưới cây.
        """,
        [
            "gạch 1",
            "gạch 2",
            "gạch 2 > ngoặc 1",
            "gạch 2 > ngoặc 1 > cộng 1",
            "gạch 2 > ngoặc 2",
            "gạch 3",
        ],
    ),
    "dashes before the first number tell of the state of things": (
        """
        Trong năm qua xã đã làm được các việc sau:
        - Trồng cây ở các thôn.
        1. Năm nay trồng tiếp.
        """,
        ["khoản 1"],
    ),
    "headings of a page before the first number": (
        """
        Xã quy định việc giữ gìn cây xanh như sau.
        ### Quyền của người trồng cây
        + Được hái quả.
        + Được tỉa cành.
        ### Trách nhiệm của người trồng cây
        Tưới cây mỗi ngày.
        ### Điều cấm
        1. Chặt cây.
        2. Bẻ cành.
        """,
        [
            "tiêu đề 1",
            "tiêu đề 1 > cộng 1",
            "tiêu đề 1 > cộng 2",
            "tiêu đề 2",
            "tiêu đề 3",
            "tiêu đề 3 > khoản 1",
            "tiêu đề 3 > khoản 2",
        ],
    ),
    "letters above roman numbers": (
        """
        Mở đầu.
        A- TÌNH HÌNH
        I- KẾT QUẢ
        1- Sản xuất
        B- NHIỆM VỤ
        I- MỤC TIÊU
        """,
        ["phần A", "phần A > mục I", "phần A > mục I > khoản 1", "phần B", "phần B > mục I"],
    ),
    "named parts above letters": (
        """
        Mở đầu.
        ** PHẦN THỨ NHẤT
        ** TÌNH HÌNH
        A- TRONG XÃ
        I- KẾT QUẢ
        ** PHẦN THỨ HAI
        A- MỤC TIÊU
        """,
        [
            "phần NHẤT",
            "phần NHẤT > phần A",
            "phần NHẤT > phần A > mục I",
            "phần HAI",
            "phần HAI > phần A",
        ],
    ),
    "sections of a chapter hold articles": (
        """
        Mở đầu.
        ** Chương I
        ** Mục 1
        ** HỘI NGHỊ
        ** Điều 1. Họp
        ** Mục 2
        ** BẦU CỬ
        ** Điều 2. Bầu
        ** Tiểu mục 1. Phiếu
        ** Điều 3. Phiếu
        """,
        [
            "chương I",
            "chương I > mục 1",
            "chương I > mục 1 > điều 1",
            "chương I > mục 2",
            "chương I > mục 2 > điều 2",
            "chương I > mục 2 > tiểu mục 1",
            "chương I > mục 2 > tiểu mục 1 > điều 3",
        ],
    ),
    "letters under a named section": (
        """
        PHỤ LỤC I
        Mục 1
        LĨNH VỰC ĐẤT ĐAI
        A. CẤP XÃ TIẾP NHẬN
        I. Hồ sơ nộp một lần.
        1. Đơn;
        Mục 2
        A. CẤP TỈNH TIẾP NHẬN
        """,
        [
            "phụ lục I",
            "phụ lục I > mục 1",
            "phụ lục I > mục 1 > phần A",
            "phụ lục I > mục 1 > phần A > mục I",
            "phụ lục I > mục 1 > phần A > mục I > khoản 1",
            "phụ lục I > mục 2",
            "phụ lục I > mục 2 > phần A",
        ],
    ),
    "articles number on across chapters, without bold": (
        """
        Mở đầu.
        Chương I
        QUY ĐỊNH CHUNG
        Điều 1. Một
        Điều 2. Hai
        Chương II
        CÔNG VIỆC
        Điều 3. Ba
        """,
        ["chương I", "chương I > điều 1", "chương I > điều 2", "chương II", "chương II > điều 3"],
    ),
    "brackets": (
        """
        Mở đầu.
        1. Gồm hai ý:
        (1) Một;
        (2) Hai.
        """,
        ["khoản 1", "khoản 1 > ngoặc 1", "khoản 1 > ngoặc 2"],
    ),
    "other ways to print a number": (
        """
        Mở đầu.
        1/ Một
        2) Hai
        3 - Ba
        4.- Bốn
        """,
        [f"khoản {number}" for number in range(1, 5)],
    ),
    "a number that a number follows": (
        """
        Mở đầu.
        1. 100% hộ có sổ.
        2. 05 thôn có sân chơi.
        2.1. 03 sân làm trước.
        3. 30 tháng 4 là hạn cuối.
        """,
        ["khoản 1", "khoản 2", "khoản 2 > số 2.1", "khoản 3"],
    ),
    "an excerpt begins with any article": (
        """
        ** Điều 7. Quyền
        1. Được thông tin.
        """,
        ["điều 7", "điều 7 > khoản 1"],
    ),
    "letters left out in print": (
        """
        Mở đầu.
        1. Gồm:
        a) Một;
        b) Hai;
        d) Bốn, bỏ c;
        e) Năm;
        j) Sáu, bỏ bốn chữ.
        """,
        ["khoản 1", *(f"khoản 1 > điểm {letter}" for letter in "abdej")],
    ),
    "letters with a hyphen or a stroke": (
        """
        Mở đầu.
        1. Gồm:
        a- Một;
        b- Hai.
        2. Gồm:
        a/ Một;
        b/ Hai;
        c/ Ba;
        d/ Bốn;
        đ/c Nguyễn Văn Mẫu phụ trách.
        """,
        [
            "khoản 1",
            *(f"khoản 1 > điểm {letter}" for letter in "ab"),
            "khoản 2",
            *(f"khoản 2 > điểm {letter}" for letter in "abcd"),
        ],
    ),
    "Roman figures under an article": (
        """
        QUYẾT ĐỊNH:
        Điều 1. Phê duyệt phương án như sau:
        I. QUY MÔ
        1. Mái nhà.
        II. KINH PHÍ
        1. Ngân sách.
        Điều 2. Thi hành.
        """,
        [
            "điều 1",
            "điều 1 > mục I",
            "điều 1 > mục I > khoản 1",
            "điều 1 > mục II",
            "điều 1 > mục II > khoản 1",
            "điều 2",
        ],
    ),
    "Roman figures above articles": (
        """
        Mở đầu.
        I- QUY ĐỊNH CHUNG
        Điều 1. Một
        II- THI HÀNH
        Điều 2. Hai
        """,
        ["mục I", "mục I > điều 1", "mục II", "mục II > điều 2"],
    ),
    "dotted numbers under a Roman figure": (
        """
        Mở đầu.
        I. TÌNH HÌNH
        1.1. Một một.
        II. NHIỆM VỤ
        2.1. Hai một.
        2.1.1. Hai một một.
        2.2. Hai hai.
        """,
        [
            "mục I",
            "mục I > số 1.1",
            "mục II",
            "mục II > số 2.1",
            "mục II > số 2.1 > số 2.1.1",
            "mục II > số 2.2",
        ],
    ),
    "titles numbered without a full stop": (
        """
        Mở đầu.
        ** 1 Phạm vi
        ** 1.1 Nơi áp dụng
        12 Thôn cùng làm.
        ** 2 Yêu cầu
        """,
        ["khoản 1", "khoản 1 > số 1.1", "khoản 2"],
    ),
    "bullets of all kinds": (
        """
        Mở đầu.
        1. Gồm:
        • Một;
        ▪ Hai;
        – Ba.
        2. Gồm:
        * Một;
        * Hai.
        """,
        [
            "khoản 1",
            *(f"khoản 1 > gạch {number}" for number in "123"),
            "khoản 2",
            *(f"khoản 2 > gạch {number}" for number in "12"),
        ],
    ),
    "an asterisk above dashes, and one that begins a note": (
        """
        Mở đầu.
        1. Gồm:
        * Năm đầu:
        - Một;
        - Hai.
        * Ghi chú của người soạn.
        """,
        ["khoản 1", "khoản 1 > gạch 1", "khoản 1 > gạch 2"],
    ),
    "articles put in between": (
        """
        Mở đầu.
        ** Điều 1. Một
        ** Điều 1a. Một a
        ** Điều 2. Hai
        """,
        ["điều 1", "điều 1a", "điều 2"],
    ),
}


@pytest.mark.parametrize(("written", "expected"), LABELS.values(), ids=LABELS.keys())
def test_labels(written: str, expected: list[str]) -> None:
    assert units(written) == expected


TRAPS = {
    "dates and decimals": (
        """
        Mở đầu.
        1. Năm nay.
        2.500 đồng một suất ăn.
        2.5 triệu đồng một hộ.
        2/9/2025 là ngày khánh thành.
        30/4 là ngày nghỉ.
        12.10.2025 là ngày tổng kết.
        """,
        ["khoản 1"],
    ),
    "a number that a number follows is believed only where it is due": (
        """
        Mở đầu.
        1. Mỗi suất ăn một mức.
        3. 500 đồng thì không đủ.
        """,
        ["khoản 1"],
    ),
    "a number that is far from due": (
        """
        Mở đầu.
        1. Một.
        2. Hai.
        45. Không ai đánh số như thế.
        """,
        ["khoản 1", "khoản 2"],
    ),
    "a number that was lost on the way": (
        """
        Mở đầu.
        1. Một.
        2. Hai.
        5. Năm, vì trang mạng bỏ mất hai khoản.
        """,
        ["khoản 1", "khoản 2", "khoản 5"],
    ),
    "a list that begins anew in the same unit": (
        """
        Mở đầu.
        1. Một.
        2. Hai.
        Việc làm thêm gồm:
        1. Một nữa.
        """,
        ["khoản 1", "khoản 2", "khoản 1"],
    ),
    "wrapped numbers of a PDF": (
        """
        [1] Mở đầu.
        1. Đảng viên nộp đảng phí trước ngày
        ~ 2. Sau ngày ấy phải giải trình theo điểm
        ~ a) ở trên.
        7. Người ở xa nộp qua mạng.
        2. Chi ủy thu đảng phí.
        """,
        ["khoản 1", "khoản 2"],
    ),
    "a wrapped compound of a PDF": (
        """
        [1] Mở đầu.
        1. Phát triển kinh tế
        ~ - xã hội của xã.
        """,
        ["khoản 1"],
    ),
    "a document number at the start of a line": (
        """
        Mở đầu.
        1. Một.
        57-NQ/TW là nghị quyết phải học.
        """,
        ["khoản 1"],
    ),
    "a dotted number needs its parent": (
        """
        Mở đầu.
        1. Một.
        3.1. Không có khoản 3.
        """,
        ["khoản 1"],
    ),
    "a name is no roman number": (
        """
        Mở đầu.
        I. MỤC TIÊU
        Học để làm.
        V.I. Lê-nin đã viết như thế.
        """,
        ["mục I"],
    ),
    "a chapter or a part that is only mentioned": (
        """
        Mở đầu.
        Phần thứ nhất
        TÌNH HÌNH
        Phần thứ hai của báo cáo nói về cách làm.
        Chương I
        Điều 1. Một
        Chương II của Quy định này áp dụng cho thôn.
        """,
        ["phần nhất", "phần nhất > chương I", "phần nhất > chương I > điều 1"],
    ),
    "an office that begins a heading signs nothing": (
        """
        Mở đầu.
        I. NGƯỜI ĐỨNG ĐẦU
        CHỦ TỊCH XÃ VỚI NHÂN DÂN
        Chủ tịch tiếp dân hằng tuần.
        II. NGƯỜI GIÚP VIỆC
        1. Văn thư.
        2. Kế toán.
        3. Tạp vụ.
        4. Bảo vệ.
        5. Lái xe.
        6. Một cửa.
        7. Thủ quỹ.
        8. Địa chính.
        9. Tư pháp.
        """,
        ["mục I", "mục II", *(f"mục II > khoản {number}" for number in range(1, 10))],
    ),
    "an item about where a thing is received": (
        """
        Mở đầu.
        1. Hồ sơ:
        Nơi nhận: bộ phận một cửa của xã.
        Giờ nhận: giờ hành chính.
        2. Người nộp.
        3. Lệ phí.
        4. Thời hạn.
        5. Kết quả.
        6. Khiếu nại.
        7. Lưu trữ.
        8. Sổ sách.
        9. Báo cáo.
        10. Kiểm tra.
        """,
        [f"khoản {number}" for number in range(1, 11)],
    ),
    "a regulation that comes without its decision": (
        """
        ** QUY CHẾ
        (Kèm theo Quyết định số 03-QĐ/ĐU)
        ** Điều 1. Giờ mở cửa
        """,
        ["điều 1"],
    ),
    "a roman number is no abbreviation": (
        """
        Mở đầu.
        I. MỤC TIÊU
        CÂU LẠC BỘ thể thao.
        V/v mở lớp.
        """,
        ["mục I"],
    ),
}


@pytest.mark.parametrize(("written", "expected"), TRAPS.values(), ids=TRAPS.keys())
def test_traps(written: str, expected: list[str]) -> None:
    assert units(written) == expected


QUOTATIONS = {
    "7: what is quoted belongs to the item that quotes it": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi một số điều
        1. Bổ sung Điều 5a như sau:
        “Điều 5a. Nhà văn hóa
        1. Mở cửa hằng ngày.
        2. Đóng cửa lúc mười giờ.”.
        2. Thay thế cụm từ “nhà họp” bằng cụm từ “nhà văn hóa”.
        ** Điều 2. Hiệu lực
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2", "điều 2"],
    ),
    "straight marks": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi khoản 2 như sau:
        "2. Mở cửa
        3. Đóng cửa".
        2. Bãi bỏ khoản 4.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2"],
    ),
    "a quotation after a colon on the line of its item": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi khoản 1 như sau: “1. Nộp hồ sơ
        2. Nhận kết quả.”
        2. Bãi bỏ khoản 4.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2"],
    ),
    "a closing mark that was lost, another quotation following": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi khoản 1 như sau:
        “1. Nộp hồ sơ
        2. Nhận kết quả.
        2. Sửa đổi khoản 4 như sau:
        “4. Lệ phí.
        5. Không thu thêm.”
        3. Bãi bỏ khoản 9.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2", "điều 1 > khoản 3"],
    ),
    "a quotation that never closes quotes nothing beyond its line": (
        """
        Mở đầu.
        1. Chi bộ học chuyên đề:
        “Học và làm theo
        2. Mỗi quý một lần.
        """,
        ["khoản 1", "khoản 2"],
    ),
    "an opening mark in mid-sentence does not run over lines": (
        """
        Mở đầu.
        1. Phong trào “Sạch từ nhà ra ngõ được giữ vững.
        2. Phong trào “Xanh” mở rộng”.
        """,
        ["khoản 1", "khoản 2"],
    ),
    "an opening mark that was lost": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi khoản 2 như sau:
        2. Mở cửa sớm.
        3. Đóng cửa muộn.”.
        2. Bãi bỏ khoản 4.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2"],
    ),
    "an opening mark that was doubled": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi Điều 6 như sau:
        “Điều 6. Kiểm tra
        “1. Kiểm tra sổ.
        2. Kiểm tra phòng.”.
        2. Sửa đổi Điều 7 như sau:
        “Điều 7. Xử lý”.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2"],
    ),
    "a closing mark that was doubled": (
        """
        Mở đầu.
        ** Điều 1. Sửa đổi
        1. Sửa đổi Điều 6 như sau:
        “Điều 6. Kiểm tra
        1. Kiểm tra sổ.”.
        2. Kiểm tra phòng.”.
        2. Sửa đổi Điều 7 như sau:
        “Điều 7. Xử lý”.
        """,
        ["điều 1", "điều 1 > khoản 1", "điều 1 > khoản 2"],
    ),
}


@pytest.mark.parametrize(("written", "expected"), QUOTATIONS.values(), ids=QUOTATIONS.keys())
def test_quotations(written: str, expected: list[str]) -> None:
    assert units(written) == expected


UNNUMBERED = {
    "a letter of dashes": (
        """
        Kính gửi:
        - Các chi bộ;
        - Trường học.
        Đảng ủy xã đề nghị:
        - Quét dọn nhà văn hóa;
        - Cử người trực:
        + Sáng một người;
        + Chiều một người.
        Nơi nhận:
        - Như trên.
        T/L BAN THƯỜNG VỤ
        Nguyễn Văn Mẫu
        """,
        ["gạch 1", "gạch 2", "gạch 2 > cộng 1", "gạch 2 > cộng 2", "nơi nhận", "ký"],
    ),
    "a letter of sentences": (
        """
        ** THƯ KÊU GỌI
        Thư viện thôn mới mở, sách còn ít.
        T/M CHI BỘ
        Nguyễn Văn Mẫu
        """,
        ["ký"],
    ),
    "a letter with an annex": (
        """
        Đảng ủy xã gửi kèm danh sách.
        T/L BAN THƯỜNG VỤ
        Nguyễn Văn Mẫu
        PHỤ LỤC
        1. Thôn Đông.
        """,
        ["ký", "phụ lục", "phụ lục > khoản 1"],
    ),
    "headings, after the title and a first sentence": (
        """
        ## Giữ nghề đan lưới
        ### Mở lớp, lập tổ
        Đảng ủy xã vừa bàn việc giữ nghề.
        ### Mở lớp
        Lớp mở ở ba thôn.
        ### Lập tổ
        Mỗi thôn một tổ.
        """,
        ["tiêu đề 1", "tiêu đề 2"],
    ),
    "a question of a portal ends the unit before it": (
        """
        Kết luận nêu rõ các việc sau.
        (1) Mở lớp.
        (2) Lập tổ:
        - Mỗi thôn một tổ.
        ** Ai được học nghề?
        - Người trong xã.
        """,
        ["ngoặc 1", "ngoặc 2", "ngoặc 2 > gạch 1", "tiêu đề 1", "tiêu đề 1 > gạch 1"],
    ),
}


@pytest.mark.parametrize(("written", "expected"), UNNUMBERED.values(), ids=UNNUMBERED.keys())
def test_unnumbered_documents(written: str, expected: list[str]) -> None:
    assert units(written) == expected


CONTENTS = {
    "leaders": (
        """
        ĐỀ ÁN
        I. SỰ CẦN THIẾT ........ 2
        II. GIẢI PHÁP ……… 3
        I. SỰ CẦN THIẾT
        II. GIẢI PHÁP
        """,
        ["mục I", "mục II"],
    ),
    "page numbers after a title": (
        """
        ĐỀ ÁN
        MỤC LỤC
        I. SỰ CẦN THIẾT 2
        II. GIẢI PHÁP ĐỂ GIỮ
        VÀ MỞ MANG NGHỀ 3
        I. SỰ CẦN THIẾT
        Năm 2026.
        II. GIẢI PHÁP
        """,
        ["mục I", "mục II"],
    ),
    "a heading that ends in a year": ("Mở đầu.\nI. KẾT QUẢ NĂM 2025\nII. VIỆC NĂM 2026", ["mục I", "mục II"]),
}


@pytest.mark.parametrize(("written", "expected"), CONTENTS.values(), ids=CONTENTS.keys())
def test_tables_of_contents(written: str, expected: list[str]) -> None:
    assert units(written) == expected


SIGNED = """
    QUYẾT ĐỊNH
    ** Điều 1. Ban hành
    ** T/M BAN THƯỜNG VỤ
    ** BÍ THƯ
    Nguyễn Văn Mẫu
"""
ENDS = {
    "10: recipients before the signature, a document attached, annexes on top": (
        """
        QUYẾT ĐỊNH
        ** Điều 1. Ban hành
        Nơi nhận:
        - Các chi bộ,
        - Lưu Văn phòng.
        ** T/M BAN THƯỜNG VỤ
        ** BÍ THƯ
        Nguyễn Văn Mẫu
        ** QUY CHẾ
        ** sử dụng nhà văn hóa
        (Kèm theo Quyết định số 03-QĐ/ĐU, ngày 01/10/2025)
        ** Điều 1. Giờ mở cửa
        1. Buổi sáng.
        ** PHỤ LỤC I
        ** LỊCH TRỰC
        1. Thôn Đông.
        a. Buổi sáng;
        b. Buổi chiều.
        ** PHỤ LỤC II
        1. Thôn Đoài.
        """,
        [
            "điều 1",
            "nơi nhận",
            "ký",
            "văn bản kèm theo Quy chế",
            "văn bản kèm theo Quy chế > điều 1",
            "văn bản kèm theo Quy chế > điều 1 > khoản 1",
            "phụ lục I",
            "phụ lục I > khoản 1",
            "phụ lục I > khoản 1 > điểm a",
            "phụ lục I > khoản 1 > điểm b",
            "phụ lục II",
            "phụ lục II > khoản 1",
        ],
    ),
    "12: an annex without a number": (
        SIGNED
        + """
        ** PHỤ LỤC
        (Kèm theo Quyết định số 03-QĐ/ĐU, ngày 01/10/2025)
        1. Thôn Đông.
        """,
        ["điều 1", "ký", "phụ lục", "phụ lục > khoản 1"],
    ),
    "12: labels of annexes": (
        SIGNED
        + """
        PHỤ LỤC I.2
        Danh mục một.
        Phụ lục số 3
        Danh mục hai.
        PHỤ LỤC IVa: DANH MỤC BA
        (Kèm theo Quyết định số 03-QĐ/ĐU)
        Phụ lục B
        """,
        ["điều 1", "ký", "phụ lục I.2", "phụ lục 3", "phụ lục IVa", "phụ lục B"],
    ),
    "12: forms hold no units of the document": (
        SIGNED
        + """
        PHỤ LỤC I
        1. Cách ghi sổ.
        PHỤ LỤC II
        Mẫu số 01. Đơn xin mượn phòng
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        1. Họ và tên:
        2. Nơi ở:
        Nơi nhận:
        - Như trên;
        TM. CHI BỘ
        Mẫu số 02: Biên bản
        1. Thời gian:
        PHỤ LỤC III
        1. Nội quy.
        """,
        [
            "điều 1",
            "ký",
            "phụ lục I",
            "phụ lục I > khoản 1",
            "phụ lục II",
            "phụ lục II > tiêu đề 1",
            "phụ lục II > tiêu đề 2",
            "phụ lục III",
            "phụ lục III > khoản 1",
        ],
    ),
    "12: a form that only shows a letterhead": (
        SIGNED
        + """
        PHỤ LỤC
        1. Cách ghi sổ.
        ĐẢNG CỘNG SẢN VIỆT NAM
        1. Họ và tên:
        """,
        ["điều 1", "ký", "phụ lục", "phụ lục > khoản 1", "phụ lục > tiêu đề 1"],
    ),
    "12: what a form holds is part of the form": (
        SIGNED
        + """
        PHỤ LỤC I
        Mẫu số 01. Quy chế mẫu
        ** QUY CHẾ
        (Kèm theo Quyết định số …)
        ** Điều 1. Phạm vi
        PHỤ LỤC
        1. Biểu kèm theo mẫu.
        """,
        ["điều 1", "ký", "phụ lục I", "phụ lục I > tiêu đề 1"],
    ),
    "articles of what is attached do not number on from the decision": (
        """
        QUYẾT ĐỊNH
        ** Điều 1. Ban hành
        ** Điều 2. Hiệu lực
        T/M BAN THƯỜNG VỤ
        Nguyễn Văn Mẫu
        ** QUY CHẾ
        (Kèm theo Quyết định số 03-QĐ/ĐU)
        Điều 3. Của ai không rõ
        """,
        ["điều 1", "điều 2", "ký", "văn bản kèm theo Quy chế"],
    ),
    "13: side by side in a PDF": (
        """
        [1] Mở đầu.
        1. Một.
        Nơi nhận: T/M BAN THƯỜNG VỤ
        - Các chi bộ, BÍ THƯ
        - Lưu.
        Nguyễn Văn Mẫu
        """,
        ["khoản 1", "nơi nhận", "ký"],
    ),
    "after the signature nothing is numbered": (
        SIGNED + "\n1. Ghi chú thứ nhất.\nĐiều 2. Không phải điều.",
        ["điều 1", "ký"],
    ),
    "a list attached to a letter": (
        SIGNED
        + """
        ** DANH SÁCH NGƯỜI TRỰC
        (Kèm theo Quyết định số 03-QĐ/ĐU)
        1. Trần Thị Mẫu.
        """,
        ["điều 1", "ký", "văn bản kèm theo Danh sách", "văn bản kèm theo Danh sách > khoản 1"],
    ),
    "something attached that does not say to what": (
        SIGNED
        + """
        ** HƯỚNG DẪN NHANH CHO NGƯỜI TRỰC
        1. Mở cửa.
        """,
        ["điều 1", "ký", "tiêu đề 1"],
    ),
    "an annex is not opened by a reference to it": (
        """
        Mở đầu.
        1. Lịch trực nêu tại
        Phụ lục I;
        Phụ lục II ban hành kèm theo.
        2. Hai.
        """,
        ["khoản 1", "khoản 2"],
    ),
    "an annex after a signature may seem to run on": (
        """
        [1] Mở đầu.
        1. Một.
        T/M BAN THƯỜNG VỤ
        Nguyễn Văn Mẫu
        [2] ~ Phụ lục
        1. Thôn Đông.
        """,
        ["khoản 1", "ký", "phụ lục", "phụ lục > khoản 1"],
    ),
    "a file that holds only an annex": (
        """
        PHỤ LỤC VIII
        1. Thôn Đông.
        """,
        ["phụ lục VIII", "phụ lục VIII > khoản 1"],
    ),
    "on behalf of, in many spellings": (
        "Mở đầu.\n1. Một.\nK/T CHÁNH VĂN PHÒNG\nNguyễn Văn Mẫu",
        ["khoản 1", "ký"],
    ),
    "an office in capitals": ("Mở đầu.\n1. Một.\nCHỦ TỊCH QUỐC HỘI\nNguyễn Văn Mẫu", ["khoản 1", "ký"]),
}


@pytest.mark.parametrize(("written", "expected"), ENDS.values(), ids=ENDS.keys())
def test_ends_of_documents(written: str, expected: list[str]) -> None:
    assert units(written) == expected


def section(found: Structured, address: str) -> Section:
    return next(section for section in found.sections if section.address == address)


def text_of(found: Structured, address: str) -> str:
    return found.text[slice(*section(found, address).span)]


def test_closing_lines_stay_in_the_last_unit() -> None:
    assert text_of(structured(THEMATIC), "muc-ii/khoan-2").endswith("Nghị quyết này phổ biến đến chi bộ.")


def test_a_unit_is_quoted_without_its_children() -> None:
    found = structured(ARTICLES)
    assert text_of(found, "chuong-i/dieu-2/khoan-2") == "2. Người trông coi gồm:"
    assert text_of(found, "chuong-i/dieu-1") == "Điều 1. Phạm vi\nQuy định này nói về việc giữ gìn nhà văn hóa."


def test_a_wrapped_line_is_joined_by_a_space() -> None:
    found = structured("[1] Mở đầu.\n1. Giữ gìn đường làng\n~ và ngõ xóm.\n2. Hai.")
    assert text_of(found, "khoan-1") == "1. Giữ gìn đường làng và ngõ xóm."


def test_the_body_begins_after_the_label() -> None:
    found = structured(ARTICLES)
    starts = {unit.address: found.text[unit.body_start :][:8] for unit in found.sections}
    assert starts["chuong-i/dieu-1"] == "Phạm vi\n"
    assert starts["chuong-i/dieu-2/khoan-2/diem-b"] == "Bí thư c"


def test_recipients_and_signature_side_by_side_share_a_line() -> None:
    found = structured("[1] Mở đầu.\n1. Một.\nNơi nhận: T/M BAN THƯỜNG VỤ\nNguyễn Văn Mẫu")
    assert text_of(found, "noi-nhan") == "Nơi nhận:"
    assert text_of(found, "ky") == "T/M BAN THƯỜNG VỤ\nNguyễn Văn Mẫu"


HEADINGS = {
    "bold": ("** I- TÌNH HÌNH CHUNG", "TÌNH HÌNH CHUNG"),
    "capitals": ("I- TÌNH HÌNH CHUNG", "TÌNH HÌNH CHUNG"),
    "a heading mark": ("## I- Tình hình", "Tình hình"),
    "3: a light title is none": ("I- Tình hình", None),
    "below the label": ("** Chương I\n** QUY ĐỊNH\n** CHUNG", "QUY ĐỊNH CHUNG"),
    "over wrapped lines": (
        "[1] ** Điều 1. Những việc phải làm\n** ~ trong năm đầu",
        "Những việc phải làm trong năm đầu",
    ),
    "not the text below": ("** Điều 1. Phạm vi\nQuy định này nói về đường làng.", "Phạm vi"),
    "below the note of an annex, not the head of its table": (
        "1. Một.\n** PHỤ LỤC\n(Kèm theo Kế hoạch số 7-KH/ĐU)\n** LỊCH TRỰC\n** TT\n** Thôn",
        "LỊCH TRỰC",
    ),
    "below an article's bare label": ("** Điều 1.\n** Phạm vi\nQuy định này nói về đường làng.", "Phạm vi"),
    "a label alone": ("** Điều 1.\nQuy định này nói về đường làng.", None),
}


@pytest.mark.parametrize(("written", "heading"), HEADINGS.values(), ids=HEADINGS.keys())
def test_headings(written: str, heading: str | None) -> None:
    assert structured(f"Mở đầu.\n{written}").sections[-1].heading == heading


def test_pages_of_a_unit_and_of_its_children() -> None:
    found = structured("[1] Mở đầu.\n1. Một:\n[2] a) Hai;\n[3] ~ trang sau;\nb) Ba.\n[4] 2. Bốn.")
    first, second = section(found, "khoan-1"), section(found, "khoan-1/diem-a")
    assert first.pages == PageRange(1, 1)
    assert first.unit_pages == PageRange(1, 3)
    assert second.pages == second.unit_pages == PageRange(2, 3)
    assert section(found, "khoan-2").pages == PageRange(4, 4)


def test_a_page_without_text_begins_where_the_next_one_does() -> None:
    reading = made_reading("[1] Mở đầu.\n[3] 1. Một.")
    found = structure(reading)
    assert found.page_starts == (0, 8, 8)
    assert structure(Reading(reading.lines, "application/pdf", 4, (), "thử")).page_starts[3] == len(found.text)


def test_documents_without_pages_have_no_page_ranges() -> None:
    found = structured(THEMATIC)
    assert found.page_starts == ()
    assert all(unit.pages is None and unit.unit_pages is None for unit in found.sections)


def test_addresses_are_unique_where_labels_are_not() -> None:
    found = structured("Mở đầu.\n1. Một.\n2. Hai.\n2. Lại hai.")
    assert [unit.address for unit in found.sections] == ["phan-dau", "khoan-1", "khoan-2", "khoan-2-lan-2"]


@given(readings())
@settings(max_examples=150, deadline=None)
def test_whatever_the_lines_units_partition_the_text(reading: Reading) -> None:
    found = structure(reading)
    end = 0
    for unit in found.sections:
        assert end <= unit.span.start < unit.span.end
        assert found.text[end : unit.span.start].strip() == ""
        assert unit.span.start <= unit.body_start <= unit.span.end
        end = unit.span.end
    assert found.text[end:].strip() == ""
    assert "".join(found.text.split()) == "".join("".join(line.text for line in reading.lines).split())


@given(readings())
@settings(max_examples=100, deadline=None)
def test_whatever_the_lines_pages_and_addresses_hold(reading: Reading) -> None:
    found = structure(reading)
    assert len({unit.address for unit in found.sections}) == len(found.sections)
    assert list(found.page_starts) == sorted(found.page_starts)
    assert len(found.page_starts) == reading.pages
    for unit in found.sections:
        assert (unit.pages is None) == (reading.pages == 0)
        if unit.pages and unit.unit_pages:
            assert unit.unit_pages.first == unit.pages.first <= unit.pages.last <= unit.unit_pages.last

"""Letterheads as they come from offices and readers, with what each states; all of them are made up.

Written as in ``made_lines``: ``**`` bold, ``#`` heading, ``~`` runs on. Below the dashes stands what is stated, one
field a line; a field that is not written is not stated.
"""

from __future__ import annotations

LETTERHEADS = {
    "a commune committee": """
ĐẢNG BỘ TỈNH MẪU
** ĐẢNG ỦY XÃ MINH KHAI MẪU
*
Số 05-NQ/ĐU
** ĐẢNG CỘNG SẢN VIỆT NAM
Minh Khai Mẫu, ngày 18 tháng 8 năm 2025
** NGHỊ QUYẾT
** về giữ gìn vệ sinh đường làng
Căn cứ Điều lệ Đảng; Ban Chấp hành Đảng bộ xã Minh Khai Mẫu quyết nghị:
1. Mỗi tuần quét đường một lần.
** T/M BAN CHẤP HÀNH
** BÍ THƯ
Trần Văn Mẫu
---
number: 05-NQ/ĐU
kind: Nghị quyết
issuer: Ban Chấp hành Đảng bộ xã Minh Khai Mẫu
issued_on: 2025-08-18
place: Minh Khai Mẫu
title: về giữ gìn vệ sinh đường làng
signer: Trần Văn Mẫu
position: Bí thư
""",
    "a ward committee, its standing committee, a deputy": """
ĐẢNG BỘ THÀNH PHỐ MẪU ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY PHƯỜNG AN MẪU
* An Mẫu, ngày 05 tháng 3 năm 2026
Số 12-CT/ĐU
CHỈ THỊ
về việc trồng cây hai bên đường
Ban Thường vụ Đảng ủy phường An Mẫu yêu cầu:
1. Mỗi hộ trồng ba cây.
Nơi nhận: T/M BAN THƯỜNG VỤ
- Chi bộ trực thuộc, PHÓ BÍ THƯ THƯỜNG TRỰC
- Lưu Văn phòng.
Lê Thị Mẫu
---
number: 12-CT/ĐU
kind: Chỉ thị
issuer: Ban Thường vụ Đảng ủy phường An Mẫu
issued_on: 2026-03-05
place: An Mẫu
title: về việc trồng cây hai bên đường
signer: Lê Thị Mẫu
position: Phó Bí thư Thường trực
""",
    "a special zone, both columns on every line": """
TỈNH ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY ĐẶC KHU ĐẢO MẪU
* Đảo Mẫu, ngày 5 tháng 3 năm 2025
Số: 07-KH/ĐU
KẾ HOẠCH
thực hiện phong trào sạch bãi biển
Đảng ủy đặc khu Đảo Mẫu lập kế hoạch như sau:
1. Mỗi tháng nhặt rác một lần.
---
number: 07-KH/ĐU
kind: Kế hoạch
issuer: Đảng ủy đặc khu Đảo Mẫu
issued_on: 2025-03-05
place: Đảo Mẫu
title: thực hiện phong trào sạch bãi biển
""",
    "a provincial committee": """
TỈNH ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM
* Mẫu, ngày 5 tháng 3 năm 2025
Số 84-KH/TU
KẾ HOẠCH
chuyển đổi số trong các cơ quan đảng của Tỉnh ủy Mẫu
Tỉnh ủy Mẫu lập kế hoạch.
1. Một việc.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
(đã ký)
Phạm Văn Mẫu
---
number: 84-KH/TU
kind: Kế hoạch
issuer: Ban Thường vụ Tỉnh ủy Mẫu
issued_on: 2025-03-05
place: Mẫu
title: chuyển đổi số trong các cơ quan đảng của Tỉnh ủy Mẫu
signer: Phạm Văn Mẫu
position: Phó Bí thư
""",
    "a city committee, number and date on one line": """
THÀNH ỦY MẪU
*
** ĐẢNG CỘNG SẢN VIỆT NAM
Số 31-TB/TU Mẫu, ngày 09 tháng 6 năm 2025
** THÔNG BÁO
** kết luận của Ban Thường vụ Thành ủy Mẫu
Ban Thường vụ Thành ủy Mẫu đã họp.
1. Đồng ý trồng cây.
T/L BAN THƯỜNG VỤ
CHÁNH VĂN PHÒNG
Hoàng Thị Mẫu
---
number: 31-TB/TU
kind: Thông báo
issuer: Ban Thường vụ Thành ủy Mẫu
issued_on: 2025-06-09
place: Mẫu
title: kết luận của Ban Thường vụ Thành ủy Mẫu
signer: Hoàng Thị Mẫu
position: Chánh Văn phòng
""",
    "date before number on one line": """
THÀNH ỦY MẪU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 09 tháng 6 năm 2025 Số 31-TB/TU
THÔNG BÁO
về lịch nghỉ lễ
Văn phòng thông báo:
---
number: 31-TB/TU
kind: Thông báo
issuer: Thành ủy Mẫu
issued_on: 2025-06-09
place: Mẫu
title: về lịch nghỉ lễ
""",
    "an organ of a provincial committee": """
TỈNH ỦY MẪU
BAN TỔ CHỨC
*
Số 45-HD/BTCTU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 1 tháng 2 năm 2026
HƯỚNG DẪN
kết nạp đảng viên ở thôn, bản
Ban Tổ chức Tỉnh ủy Mẫu hướng dẫn:
1. Hồ sơ gồm một tờ.
K/T TRƯỞNG BAN
PHÓ TRƯỞNG BAN
Vũ Thị Mẫu
---
number: 45-HD/BTCTU
kind: Hướng dẫn
issuer: Ban Tổ chức Tỉnh ủy Mẫu
issued_on: 2026-02-01
place: Mẫu
title: kết nạp đảng viên ở thôn, bản
signer: Vũ Thị Mẫu
position: K/T Trưởng ban / Phó Trưởng ban
""",
    "a committee of inspection": """
ĐẢNG ỦY XÃ MẪU
ỦY BAN KIỂM TRA
*
Số 02-BC/UBKTĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 10 tháng 12 năm 2025
BÁO CÁO
kết quả kiểm tra việc thu đảng phí
Ủy ban Kiểm tra Đảng ủy xã Mẫu báo cáo:
1. Thu đủ.
T/M ỦY BAN KIỂM TRA
CHỦ NHIỆM
Đỗ Văn Mẫu
---
number: 02-BC/UBKTĐU
kind: Báo cáo
issuer: Ủy ban Kiểm tra Đảng ủy xã Mẫu
issued_on: 2025-12-10
place: Mẫu
title: kết quả kiểm tra việc thu đảng phí
signer: Đỗ Văn Mẫu
position: Chủ nhiệm
""",
    "a branch": """
ĐẢNG ỦY XÃ MẪU
CHI BỘ THÔN ĐÔNG
Số 03-NQ/CB
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 4 tháng 12 năm 2025
NGHỊ QUYẾT
sinh hoạt chi bộ tháng 12
Chi bộ thôn Đông quyết nghị:
1. Quét đường.
T/M CHI BỘ
BÍ THƯ
Bùi Thị Mẫu
---
number: 03-NQ/CB
kind: Nghị quyết
issuer: Chi bộ thôn Đông
issued_on: 2025-12-04
place: Mẫu
title: sinh hoạt chi bộ tháng 12
signer: Bùi Thị Mẫu
position: Bí thư
""",
    "the Politburo": """
BỘ CHÍNH TRỊ ĐẢNG CỘNG SẢN VIỆT NAM
* Hà Nội, ngày 22 tháng 12 năm 2031
Số 57 - NQ/TW
NGHỊ QUYẾT
CỦA BỘ CHÍNH TRỊ
về đột phá trồng cây xanh
Bộ Chính trị yêu cầu trồng cây.
I- TÌNH HÌNH
Cây còn ít.
T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ
Nguyễn Văn Mẫu
---
number: 57-NQ/TW
kind: Nghị quyết
issuer: Bộ Chính trị
issued_on: 2031-12-22
place: Hà Nội
title: về đột phá trồng cây xanh
signer: Nguyễn Văn Mẫu
position: Tổng Bí thư
""",
    "the Secretariat, an organ's letterhead": """
BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM
* Hà Nội, ngày 09 tháng 6 năm 2031
Số 06-HD/TW
HƯỚNG DẪN
trồng cây ở cơ quan đảng
Ban Bí thư hướng dẫn như sau:
1. Trồng cây.
T/M BAN BÍ THƯ
THƯỜNG TRỰC BAN BÍ THƯ
Trần Thị Mẫu
---
number: 06-HD/TW
kind: Hướng dẫn
issuer: Ban Bí thư
issued_on: 2031-06-09
place: Hà Nội
title: trồng cây ở cơ quan đảng
signer: Trần Thị Mẫu
position: Thường trực Ban Bí thư
""",
    "the central office, a deputy for the chief": """
BAN CHẤP HÀNH TRUNG ƯƠNG
VĂN PHÒNG
*
Số: 36-HD/VPTW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 3 tháng 4 năm 2031
HƯỚNG DẪN
thể thức văn bản
Văn phòng Trung ương Đảng hướng dẫn:
1. Viết rõ.
K/T CHÁNH VĂN PHÒNG
PHÓ CHÁNH VĂN PHÒNG
Lý Văn Mẫu
---
number: 36-HD/VPTW
kind: Hướng dẫn
issuer: Văn phòng Trung ương Đảng
issued_on: 2031-04-03
place: Hà Nội
title: thể thức văn bản
signer: Lý Văn Mẫu
position: K/T Chánh Văn phòng / Phó Chánh Văn phòng
""",
    "a stray space in the number": """
BAN CHẤP HÀNH TRUNG ƯƠNG
BAN TUYÊN GIÁO VÀ DÂN VẬN
Số: 94- KH/BTGDVTW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 3 tháng 4 năm 2031
KẾ HOẠCH
tuyên truyền trồng cây
Ban lập kế hoạch:
---
number: 94-KH/BTGDVTW
kind: Kế hoạch
issuer: Ban Tuyên giáo và Dân vận Trung ương
issued_on: 2031-04-03
place: Hà Nội
title: tuyên truyền trồng cây
""",
    "number and date left open": """
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MẪU Độc lập - Tự do - Hạnh phúc
Số:     /KH-UBND Mẫu, ngày   tháng   năm 2025
KẾ HOẠCH
Trồng cây năm 2025
Căn cứ Nghị định số 12/2025/NĐ-CP ngày 05 tháng 3 năm 2025;
Ủy ban nhân dân xã Mẫu lập kế hoạch:
---
kind: Kế hoạch
issuer: Ủy ban nhân dân xã Mẫu
title: Trồng cây năm 2025
""",
    "dots for the number and the day": """
ĐẢNG ỦY XÃ MẪU
Số ......-NQ/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày .... tháng .... năm 2025
NGHỊ QUYẾT
về trồng cây
Đảng ủy xã Mẫu quyết nghị:
---
kind: Nghị quyết
issuer: Đảng ủy xã Mẫu
title: về trồng cây
""",
    "the letter O read for a zero": """
ĐẢNG ỦY XÃ MẪU
Số 34O-CV/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 2 tháng 3 năm 2026
V/v trồng cây đầu năm
Kính gửi: Các chi bộ trực thuộc,
---
number: 340-CV/ĐU
kind: Công văn
issuer: Đảng ủy xã Mẫu
issued_on: 2026-03-02
place: Mẫu
title: trồng cây đầu năm
""",
    "an l read for a one": """
ĐẢNG ỦY XÃ MẪU
Số l5-NQ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày l2 tháng 3 năm 2O26
NGHỊ QUYẾT
về trồng cây
Nội dung.
---
number: 15-NQ/TW
kind: Nghị quyết
issuer: Đảng ủy xã Mẫu
issued_on: 2026-03-12
place: Mẫu
title: về trồng cây
""",
    "an official letter": """
BỘ CÂY XANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 1234/BCX-VP
V/v báo cáo số cây đã trồng Hà Nội, ngày 04 tháng 5 năm 2026
Kính gửi: Ủy ban nhân dân các tỉnh
Bộ Cây xanh đề nghị báo cáo.
---
number: 1234/BCX-VP
kind: Công văn
issuer: Bộ Cây xanh
issued_on: 2026-05-04
place: Hà Nội
title: báo cáo số cây đã trồng
""",
    "an official letter, its subject wrapped": """
ĐẢNG ỦY XÃ MẪU
*
Số 101-CV/ĐU
V/v chuẩn bị đại hội các chi bộ
~ trực thuộc nhiệm kỳ mới
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 4 tháng 5 năm 2026
Kính gửi: Các chi bộ,
---
number: 101-CV/ĐU
kind: Công văn
issuer: Đảng ủy xã Mẫu
issued_on: 2026-05-04
place: Mẫu
title: chuẩn bị đại hội các chi bộ trực thuộc nhiệm kỳ mới
""",
    "a rule under the code of decisions": """
TỈNH ỦY MẪU
Số 294-QĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 26 tháng 5 năm 2026
QUY ĐỊNH
về thi hành kỷ luật lao động vườn ươm
Tỉnh ủy Mẫu quy định:
Điều 1. Phạm vi
Vườn ươm.
Điều 2. Hiệu lực
Quy định này có hiệu lực kể từ ngày 01 tháng 7 năm 2026.
---
number: 294-QĐ/TU
kind: Quy định
issuer: Tỉnh ủy Mẫu
issued_on: 2026-05-26
place: Mẫu
title: về thi hành kỷ luật lao động vườn ươm
effective_on: 2026-07-01
""",
    "a circular of the Party": """
BAN CHẤP HÀNH TRUNG ƯƠNG
Số 03-TT/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 26 tháng 5 năm 2031
THÔNG TRI
về trồng cây
Nội dung.
---
number: 03-TT/TW
kind: Thông tri
issuer: Ban Chấp hành Trung ương
issued_on: 2031-05-26
place: Hà Nội
title: về trồng cây
""",
    "a circular of a ministry": """
BỘ CÂY XANH
** CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 08/2026/TT-BCX
Hà Nội, ngày 10 tháng 02 năm 2026
** THÔNG TƯ
** Quy định kỹ thuật trồng cây đường phố
Căn cứ Luật Cây xanh số 11/2025/QH15;
Bộ trưởng Bộ Cây xanh ban hành Thông tư quy định kỹ thuật trồng cây đường phố.
Điều 1. Phạm vi
Cây đường phố.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký ban hành.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Trịnh Văn Mẫu
---
number: 08/2026/TT-BCX
kind: Thông tư
issuer: Bộ Cây xanh
issued_on: 2026-02-10
place: Hà Nội
title: Quy định kỹ thuật trồng cây đường phố
signer: Trịnh Văn Mẫu
position: KT. Bộ trưởng / Thứ trưởng
effective_on: 2026-03-27
""",
    "a law": """
QUỐC HỘI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Luật số: 69/2035/QH17 Độc lập - Tự do - Hạnh phúc
** LUẬT
** CÂY XANH
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Cây xanh.
Điều 1. Phạm vi
Cây xanh.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2036, trừ quy định tại khoản 2 Điều này.
2. Điều 1 có hiệu lực thi hành từ ngày 01 tháng 7 năm 2035.
CHỦ TỊCH QUỐC HỘI
Phan Thị Mẫu
---
number: 69/2035/QH17
kind: Luật
issuer: Quốc hội
title: Cây xanh
signer: Phan Thị Mẫu
position: Chủ tịch Quốc hội
effective_on: 2036-01-01
""",
    "a decree": """
CHÍNH PHỦ
Số: 15/2035/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 4 năm 2035
NGHỊ ĐỊNH
Quy định chi tiết một số điều của Luật Cây xanh
Căn cứ Luật Tổ chức Chính phủ;
Chính phủ ban hành Nghị định.
Điều 1. Phạm vi
Cây xanh.
Điều 2. Hiệu lực
Nghị định này có hiệu lực thi hành từ ngày ký ban hành.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Đặng Văn Mẫu
---
number: 15/2035/NĐ-CP
kind: Nghị định
issuer: Chính phủ
issued_on: 2035-04-20
place: Hà Nội
title: Quy định chi tiết một số điều của Luật Cây xanh
signer: Đặng Văn Mẫu
position: KT. Thủ tướng / Phó Thủ tướng
effective_on: 2035-04-20
""",
    "a decision of the prime minister": """
THỦ TƯỚNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 439/QĐ-TTg Hà Nội, ngày 20 tháng 4 năm 2035
QUYẾT ĐỊNH
Phê duyệt Đề án một tỷ cây xanh
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt Đề án.
Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký.
THỦ TƯỚNG
Ngô Văn Mẫu
---
number: 439/QĐ-TTg
kind: Quyết định
issuer: Thủ tướng Chính phủ
issued_on: 2035-04-20
place: Hà Nội
title: Phê duyệt Đề án một tỷ cây xanh
signer: Ngô Văn Mẫu
position: Thủ tướng
effective_on: 2035-04-20
""",
    "a resolution of a people's council": """
HỘI ĐỒNG NHÂN DÂN
TỈNH MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2026/NQ-HĐND
Mẫu, ngày 10 tháng 7 năm 2026
NGHỊ QUYẾT
Quy định mức hỗ trợ trồng cây trên địa bàn tỉnh Mẫu
HỘI ĐỒNG NHÂN DÂN TỈNH MẪU
KHÓA XX, KỲ HỌP THỨ HAI
Căn cứ Luật Cây xanh;
Hội đồng nhân dân tỉnh Mẫu quyết nghị:
Điều 1. Mức hỗ trợ
Một cây mười nghìn đồng.
Điều 2. Nghị quyết này có hiệu lực từ ngày 20 tháng 7 năm 2026.
CHỦ TỊCH
Cao Thị Mẫu
---
number: 12/2026/NQ-HĐND
kind: Nghị quyết
issuer: Hội đồng nhân dân tỉnh Mẫu
issued_on: 2026-07-10
place: Mẫu
title: Quy định mức hỗ trợ trồng cây trên địa bàn tỉnh Mẫu
signer: Cao Thị Mẫu
position: Chủ tịch
effective_on: 2026-07-20
""",
    "a decision with what it attaches": """
ĐẢNG ỦY XÃ MẪU
Số 08-QĐ/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 3 tháng 11 năm 2025
QUYẾT ĐỊNH
ban hành Quy chế trông coi vườn ươm
Căn cứ Điều lệ Đảng;
BAN CHẤP HÀNH ĐẢNG BỘ XÃ QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế trông coi vườn ươm.
Điều 2. Quyết định này có hiệu lực từ ngày ký.
T/M BAN CHẤP HÀNH
BÍ THƯ
Tạ Văn Mẫu
QUY CHẾ
trông coi vườn ươm
(Ban hành kèm theo Quyết định số 08-QĐ/ĐU, ngày 3/11/2025)
Điều 1. Phạm vi
Vườn ươm.
Điều 2. Quy chế này có hiệu lực từ ngày 01 tháng 01 năm 2027.
---
number: 08-QĐ/ĐU
kind: Quyết định
issuer: Ban Chấp hành Đảng bộ xã Mẫu
issued_on: 2025-11-03
place: Mẫu
title: ban hành Quy chế trông coi vườn ươm
signer: Tạ Văn Mẫu
position: Bí thư
effective_on: 2025-11-03
""",
    "a people's committee, its chairman's deputy": """
ỦY BAN NHÂN DÂN
TỈNH MẪU
Số: 77/QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Mẫu, ngày 01 tháng 6 năm 2026
QUYẾT ĐỊNH
Về việc giao chỉ tiêu trồng cây
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Giao chỉ tiêu cho các xã của tỉnh Mẫu.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Mai Văn Mẫu
---
number: 77/QĐ-UBND
kind: Quyết định
issuer: Ủy ban nhân dân tỉnh Mẫu
issued_on: 2026-06-01
place: Mẫu
title: Về việc giao chỉ tiêu trồng cây
signer: Mai Văn Mẫu
position: KT. Chủ tịch / Phó Chủ tịch
""",
    "a subject in capitals over lines": """
ĐẢNG ỦY XÃ MẪU
Số 09-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 2 tháng 3 năm 2026
** KẾ HOẠCH
** TỔ CHỨC TẾT TRỒNG CÂY
** VÀ LÀM SẠCH ĐƯỜNG LÀNG
Đảng ủy xã Mẫu lập kế hoạch tổ chức tết trồng cây và làm sạch đường làng như sau:
---
number: 09-KH/ĐU
kind: Kế hoạch
issuer: Đảng ủy xã Mẫu
issued_on: 2026-03-02
place: Mẫu
title: tổ chức tết trồng cây và làm sạch đường làng
""",
    "a subject over plain lines": """
[1] ĐẢNG ỦY XÃ MẪU
Số 10-KH/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 2 tháng 3 năm 2026
KẾ HOẠCH
thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị
về đột phá trồng cây xanh trên địa bàn xã
-----
Đảng ủy xã Mẫu lập kế hoạch như sau:
---
number: 10-KH/ĐU
kind: Kế hoạch
issuer: Đảng ủy xã Mẫu
issued_on: 2026-03-02
place: Mẫu
title: thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá trồng cây xanh trên địa bàn xã
""",
    "a joint resolution": """
ỦY BAN THƯỜNG VỤ QUỐC HỘI - CHÍNH PHỦ - ĐOÀN CHỦ TỊCH ỦY BAN TRUNG ƯƠNG MẶT TRẬN TỔ QUỐC VIỆT NAM
Số: 403/2035/NQLT-UBTVQH17-CP-ĐCTUBTWMTTQVN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 15 tháng 6 năm 2035
NGHỊ QUYẾT LIÊN TỊCH
Quy định chi tiết việc giám sát trồng cây
Căn cứ Luật Cây xanh;
---
number: 403/2035/NQLT-UBTVQH17-CP-ĐCTUBTWMTTQVN
kind: Nghị quyết liên tịch
issuer: Ủy ban Thường vụ Quốc hội
issued_on: 2035-06-15
place: Hà Nội
title: Quy định chi tiết việc giám sát trồng cây
""",
    "a copy that says so": """
ĐẢNG ỦY XÃ MẪU
Số 05-SY/ĐU
SAO Y
BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM
* Hà Nội, ngày 14 tháng 4 năm 2031
Số 45-CT/TW
CHỈ THỊ
về trồng cây ở trường học
Bộ Chính trị yêu cầu:
1. Trồng cây.
T/M BỘ CHÍNH TRỊ
Nguyễn Văn Mẫu
---
number: 45-CT/TW
kind: Chỉ thị
issuer: Bộ Chính trị
issued_on: 2031-04-14
place: Hà Nội
title: về trồng cây ở trường học
signer: Nguyễn Văn Mẫu
""",
    "number and date in the title block, in capitals": """
** NGHỊ ĐỊNH
** CỦA CHÍNH PHỦ SỐ 05/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 VỀ VIỆC TRỒNG CÂY VEN ĐƯỜNG
CHÍNH PHỦ
Căn cứ Luật Đường làng ngày 30 tháng 9 năm 1992;
** NGHỊ ĐỊNH:
Điều 1. Trồng cây ven đường.
---
number: 05/1998/NĐ-CP
kind: Nghị định
issuer: Chính phủ
issued_on: 1998-05-11
title: về việc trồng cây ven đường
""",
    "number and date in the title block, over four lines": """
** Thông tư của Bộ Nông nghiệp
** số 12/2003/TT-BNN ngày 10/10/2003
** hướng dẫn trồng cây
** ven đường làng.
** Bộ Nông nghiệp
Căn cứ Luật Đường làng số 04/1992/QH9;
** Thông Tư:
1. Trồng cây ven đường.
---
number: 12/2003/TT-BNN
kind: Thông tư
issuer: Bộ Nông nghiệp
issued_on: 2003-10-10
title: hướng dẫn trồng cây ven đường làng
""",
    "a portal page": """
# Kế hoạch số 21-KH/TU của Ban Thường vụ Tỉnh ủy Mẫu về trồng cây
Cập nhật lúc 08:00, 05/03/2026
TỈNH ỦY MẪU
ĐẢNG CỘNG SẢN VIỆT NAM
Số 21-KH/TU
Mẫu, ngày 2 tháng 3 năm 2026
KẾ HOẠCH
về trồng cây
Tỉnh ủy Mẫu lập kế hoạch:
---
number: 21-KH/TU
kind: Kế hoạch
issuer: Tỉnh ủy Mẫu
issued_on: 2026-03-02
place: Mẫu
title: về trồng cây
""",
    "a crawler's page with all in its heading": """
# Toàn văn Nghị quyết số 91-NQ/TW của Bộ Chính trị về trồng cây
Tin trong nước.
Bộ Chính trị yêu cầu trồng cây.
---
number: 91-NQ/TW
kind: Nghị quyết
issuer: Bộ Chính trị
title: về trồng cây
""",
    "a press copy": """
Ngày 02/3/2031, đồng chí Trần Văn Mẫu đã ký ban hành Chỉ thị số 91-CT/TW của Bộ Chính trị về trồng cây.
Báo Mẫu đăng toàn văn.
---
number: 91-CT/TW
kind: Chỉ thị
issuer: Bộ Chính trị
issued_on: 2031-03-02
title: về trồng cây
signer: Trần Văn Mẫu
""",
    "a report": """
ĐẢNG BỘ XÃ MẪU
CHI BỘ TRƯỜNG TIỂU HỌC MẪU
*
Số 14-BC/CB
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 20 tháng 11 năm 2025
** BÁO CÁO
** Tổng kết công tác năm 2025, phương hướng năm 2026
----
Năm 2025, chi bộ Trường Tiểu học Mẫu làm tốt.
---
number: 14-BC/CB
kind: Báo cáo
issuer: Chi bộ Trường Tiểu học Mẫu
issued_on: 2025-11-20
place: Mẫu
title: Tổng kết công tác năm 2025, phương hướng năm 2026
""",
    "a programme of action": """
TỈNH ỦY MẪU
Số 15-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 20 tháng 11 năm 2025
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện nghị quyết về cây xanh
Nội dung.
---
number: 15-CTr/TU
kind: Chương trình hành động
issuer: Tỉnh ủy Mẫu
issued_on: 2025-11-20
place: Mẫu
title: thực hiện nghị quyết về cây xanh
""",
    "a proposal": """
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MẪU Độc lập - Tự do - Hạnh phúc
Số: 31/TTr-UBND Mẫu, ngày 5 tháng 6 năm 2026
TỜ TRÌNH
Về việc phê duyệt chủ trương trồng cây
Kính gửi: Hội đồng nhân dân xã Mẫu
Căn cứ Luật Cây xanh;
---
number: 31/TTr-UBND
kind: Tờ trình
issuer: Ủy ban nhân dân xã Mẫu
issued_on: 2026-06-05
place: Mẫu
title: Về việc phê duyệt chủ trương trồng cây
""",
    "minutes": """
CHI BỘ THÔN ĐÔNG ĐẢNG CỘNG SẢN VIỆT NAM
Số 02-BB/CB Mẫu, ngày 3 tháng 2 năm 2026
BIÊN BẢN
họp chi bộ tháng 2
Chi bộ thôn Đông họp.
---
number: 02-BB/CB
kind: Biên bản
issuer: Chi bộ thôn Đông
issued_on: 2026-02-03
place: Mẫu
title: họp chi bộ tháng 2
""",
    "a telegram": """
THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 88/CĐ-TTg
Hà Nội, ngày 3 tháng 9 năm 2035
CÔNG ĐIỆN
về ứng phó với gió mạnh làm đổ cây
THỦ TƯỚNG CHÍNH PHỦ điện:
---
number: 88/CĐ-TTg
kind: Công điện
issuer: Thủ tướng Chính phủ
issued_on: 2035-09-03
place: Hà Nội
title: về ứng phó với gió mạnh làm đổ cây
""",
    "a committee's agency of a party committee": """
ĐẢNG ỦY XÃ MẪU
BAN XÂY DỰNG ĐẢNG
*
Số 06-HD/BXDĐ
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 5 tháng 1 năm 2026
HƯỚNG DẪN
nội dung sinh hoạt chi bộ
Ban Xây dựng Đảng Đảng ủy xã Mẫu hướng dẫn:
---
number: 06-HD/BXDĐ
kind: Hướng dẫn
issuer: Ban Xây dựng Đảng Đảng ủy xã Mẫu
issued_on: 2026-01-05
place: Mẫu
title: nội dung sinh hoạt chi bộ
""",
    "the kind spaced out": """
ĐẢNG ỦY XÃ MẪU
Số 11-NQ/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 5 tháng 1 năm 2026
N G H Ị  Q U Y Ế T
về trồng cây
Nội dung.
---
number: 11-NQ/ĐU
kind: Nghị quyết
issuer: Đảng ủy xã Mẫu
issued_on: 2026-01-05
place: Mẫu
title: về trồng cây
""",
    "several signers": """
CHÍNH PHỦ - ĐOÀN THANH NIÊN MẪU
Số: 01/NQLT-CP-ĐTN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 3 tháng 9 năm 2035
NGHỊ QUYẾT LIÊN TỊCH
về thanh niên trồng cây
Nội dung.
1. Trồng cây.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Ngô Văn Mẫu
TM. ĐOÀN THANH NIÊN
BÍ THƯ THỨ NHẤT
Hồ Thị Mẫu
---
number: 01/NQLT-CP-ĐTN
kind: Nghị quyết liên tịch
issuer: Chính phủ
issued_on: 2035-09-03
place: Hà Nội
title: về thanh niên trồng cây
signer: Ngô Văn Mẫu
position: Thủ tướng
""",
    "by order, in the same line as the recipients": """
SỞ CÂY XANH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MẪU Độc lập - Tự do - Hạnh phúc
Số: 15/HD-SCX Mẫu, ngày 5 tháng 6 năm 2026
HƯỚNG DẪN
Kỹ thuật trồng cây bàng
1. Đào hố theo mẫu của Sở Cây xanh.
Nơi nhận: TL. CHỦ TỊCH
- Các xã; GIÁM ĐỐC SỞ
- Lưu: VT.
Kiều Văn Mẫu
---
number: 15/HD-SCX
kind: Hướng dẫn
issuer: Sở Cây xanh tỉnh Mẫu
issued_on: 2026-06-05
place: Mẫu
title: Kỹ thuật trồng cây bàng
signer: Kiều Văn Mẫu
position: TL. Chủ tịch / Giám đốc Sở
""",
    "acting head": """
TỈNH ỦY MẪU
BAN TUYÊN GIÁO VÀ DÂN VẬN
Số 37-HD/BTGDVTU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 19 tháng 11 năm 2025
HƯỚNG DẪN
tuyên truyền trồng cây
Nội dung của Tỉnh ủy Mẫu.
1. Viết bài.
QUYỀN TRƯỞNG BAN
Thái Thị Mẫu
---
number: 37-HD/BTGDVTU
kind: Hướng dẫn
issuer: Ban Tuyên giáo và Dân vận Tỉnh ủy Mẫu
issued_on: 2025-11-19
place: Mẫu
title: tuyên truyền trồng cây
signer: Thái Thị Mẫu
position: Quyền Trưởng ban
""",
    "the number of the law it carries out is not its own": """
ĐẢNG ỦY XÃ MẪU
ĐẢNG CỘNG SẢN VIỆT NAM
NGHỊ QUYẾT
về trồng cây
Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị, Đảng ủy xã Mẫu quyết nghị:
---
kind: Nghị quyết
issuer: Đảng ủy xã Mẫu
title: về trồng cây
""",
}

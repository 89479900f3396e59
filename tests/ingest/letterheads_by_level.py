"""Letterheads level by level, from the Central Committee to a commune; written as in ``letterheads``, all made up."""

from __future__ import annotations

LETTERHEADS_BY_LEVEL = {
    "the Central Committee": """
BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 99-NQ/TW
** ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 4 tháng 5 năm 2026
** NGHỊ QUYẾT
** HỘI NGHỊ LẦN THỨ CHÍN BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG KHÓA XX
** về trồng cây ven đường
** I. TÌNH HÌNH
Cây còn ít.
T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
Trần Văn Mẫu
---
number: 99-NQ/TW
kind: Nghị quyết
issuer: Ban Chấp hành Trung ương
issued_on: 2026-05-04
place: Hà Nội
title: về trồng cây ven đường
signer: Trần Văn Mẫu
position: Tổng Bí thư
""",
    "the Secretariat, number and date on one line": """
BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 88-CT/TW Hà Nội, ngày 23 tháng 7 năm 2026
CHỈ THỊ
CỦA BAN BÍ THƯ
về việc giữ gìn cây cổ thụ
Ban Bí thư yêu cầu:
1. Đánh số từng cây.
T/M BAN BÍ THƯ
Lê Văn Mẫu
---
number: 88-CT/TW
kind: Chỉ thị
issuer: Ban Bí thư
issued_on: 2026-07-23
place: Hà Nội
title: về việc giữ gìn cây cổ thụ
signer: Lê Văn Mẫu
""",
    "the central committee of inspection": """
BAN CHẤP HÀNH TRUNG ƯƠNG
ỦY BAN KIỂM TRA
*
Số 77-HD/UBKTTW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 02 tháng 3 năm 2026
HƯỚNG DẪN
lập sổ theo dõi cây xanh
Ủy ban Kiểm tra Trung ương hướng dẫn:
1. Mỗi cây một trang.
T/M ỦY BAN KIỂM TRA
PHÓ CHỦ NHIỆM THƯỜNG TRỰC
Phạm Thị Mẫu
---
number: 77-HD/UBKTTW
kind: Hướng dẫn
issuer: Ủy ban Kiểm tra Trung ương
issued_on: 2026-03-02
place: Hà Nội
title: lập sổ theo dõi cây xanh
signer: Phạm Thị Mẫu
position: Phó Chủ nhiệm Thường trực
""",
    "the committee of a province": """
TỈNH ỦY MẪU
*
Số 12-NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 10 tháng 9 năm 2025
NGHỊ QUYẾT
về phát triển vườn ươm
Tỉnh ủy Mẫu quyết nghị:
1. Lập ba vườn ươm.
T/M BAN CHẤP HÀNH
BÍ THƯ
Hoàng Văn Mẫu
---
number: 12-NQ/TU
kind: Nghị quyết
issuer: Ban Chấp hành Đảng bộ tỉnh Mẫu
issued_on: 2025-09-10
place: Mẫu
title: về phát triển vườn ươm
signer: Hoàng Văn Mẫu
position: Bí thư
""",
    "the committee of a city, on one line": """
THÀNH ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 15-NQ/TU Mẫu, ngày 5 tháng 6 năm 2026
NGHỊ QUYẾT
về nước sạch ở các ngõ
Thành ủy Mẫu quyết nghị:
1. Lắp đồng hồ nước.
T/M BAN CHẤP HÀNH
BÍ THƯ
Vũ Văn Mẫu
---
number: 15-NQ/TU
kind: Nghị quyết
issuer: Ban Chấp hành Đảng bộ thành phố Mẫu
issued_on: 2026-06-05
place: Mẫu
title: về nước sạch ở các ngõ
signer: Vũ Văn Mẫu
position: Bí thư
""",
    "a district committee of old": """
TỈNH ỦY MẪU
HUYỆN ỦY SÔNG MẪU
*
Số 31-KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Sông Mẫu, ngày 11 tháng 4 năm 2023
KẾ HOẠCH
làm đường bê tông ra đồng
Huyện ủy Sông Mẫu lập kế hoạch:
1. Mỗi xã làm một đoạn.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
Đỗ Văn Mẫu
---
number: 31-KH/HU
kind: Kế hoạch
issuer: Ban Thường vụ Huyện ủy Sông Mẫu
issued_on: 2023-04-11
place: Sông Mẫu
title: làm đường bê tông ra đồng
signer: Đỗ Văn Mẫu
position: Phó Bí thư Thường trực
""",
    "the committee of a ministry's organisation": """
ĐẢNG BỘ CHÍNH PHỦ
ĐẢNG ỦY BỘ CÂY XANH
*
Số 21-CTr/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 3 tháng 2 năm 2026
CHƯƠNG TRÌNH
kiểm tra, giám sát năm 2026
Đảng ủy Bộ Cây xanh ban hành chương trình:
1. Kiểm tra hai chi bộ.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Ngô Văn Mẫu
---
number: 21-CTr/ĐU
kind: Chương trình
issuer: Ban Thường vụ Đảng ủy Bộ Cây xanh
issued_on: 2026-02-03
place: Hà Nội
title: kiểm tra, giám sát năm 2026
signer: Ngô Văn Mẫu
position: Phó Bí thư
""",
    "the committee of an enterprise": """
ĐẢNG BỘ TỈNH MẪU
ĐẢNG ỦY TỔNG CÔNG TY VƯỜN ƯƠM MẪU
*
Số: 08-QĐ/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 20 tháng 1 năm 2026
QUYẾT ĐỊNH
về việc thành lập chi bộ Xưởng giống
Căn cứ Điều lệ Đảng;
BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH:
Điều 1. Thành lập Chi bộ Xưởng giống thuộc Đảng ủy Tổng công ty vườn ươm Mẫu.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Bùi Văn Mẫu
---
number: 08-QĐ/ĐU
kind: Quyết định
issuer: Ban Thường vụ Đảng ủy Tổng công ty vườn ươm Mẫu
issued_on: 2026-01-20
place: Mẫu
title: về việc thành lập chi bộ Xưởng giống
signer: Bùi Văn Mẫu
position: Bí thư
""",
    "the committee of a department, in the organisation of offices": """
ĐẢNG BỘ CÁC CƠ QUAN ĐẢNG TỈNH MẪU
ĐẢNG ỦY VĂN PHÒNG TỈNH ỦY
*
Số 05-TB/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 9 tháng 9 năm 2025
THÔNG BÁO
phân công trực cơ quan
Đảng ủy Văn phòng Tỉnh ủy thông báo:
1. Mỗi ngày hai người.
---
number: 05-TB/ĐU
kind: Thông báo
issuer: Đảng ủy Văn phòng Tỉnh ủy
issued_on: 2025-09-09
place: Mẫu
title: phân công trực cơ quan
""",
    "a board of a provincial committee, both columns on every line": """
TỈNH ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM
BAN TUYÊN GIÁO VÀ DÂN VẬN
* Mẫu, ngày 8 tháng 8 năm 2025
Số 33-HD/BTGDVTU
HƯỚNG DẪN
tuyên truyền Tết trồng cây
Ban Tuyên giáo và Dân vận Tỉnh ủy Mẫu hướng dẫn:
1. Treo băng rôn.
TRƯỞNG BAN
Lý Thị Mẫu
---
number: 33-HD/BTGDVTU
kind: Hướng dẫn
issuer: Ban Tuyên giáo và Dân vận Tỉnh ủy Mẫu
issued_on: 2025-08-08
place: Mẫu
title: tuyên truyền Tết trồng cây
signer: Lý Thị Mẫu
position: Trưởng ban
""",
    "the office of a provincial committee": """
TỈNH ỦY MẪU
VĂN PHÒNG
*
Số 102-TB/VPTU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 14 tháng 11 năm 2025
THÔNG BÁO
lịch tiếp công dân
Văn phòng Tỉnh ủy thông báo:
1. Sáng thứ hai.
CHÁNH VĂN PHÒNG
Mai Văn Mẫu
---
number: 102-TB/VPTU
kind: Thông báo
issuer: Văn phòng Tỉnh ủy Mẫu
issued_on: 2025-11-14
place: Mẫu
title: lịch tiếp công dân
signer: Mai Văn Mẫu
position: Chánh Văn phòng
""",
    "the committee of inspection of a province": """
TỈNH ỦY MẪU
ỦY BAN KIỂM TRA
*
Số 40-QĐ/UBKTTU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 21 tháng 5 năm 2026
QUYẾT ĐỊNH
về việc kiểm tra sổ chi bộ
ỦY BAN KIỂM TRA TỈNH ỦY QUYẾT ĐỊNH:
Điều 1. Kiểm tra sổ của Chi bộ thôn Đông.
T/M ỦY BAN KIỂM TRA
CHỦ NHIỆM
Tạ Văn Mẫu
---
number: 40-QĐ/UBKTTU
kind: Quyết định
issuer: Ủy ban Kiểm tra Tỉnh ủy Mẫu
issued_on: 2026-05-21
place: Mẫu
title: về việc kiểm tra sổ chi bộ
signer: Tạ Văn Mẫu
position: Chủ nhiệm
""",
    "a board of building the Party in a commune": """
ĐẢNG ỦY XÃ MINH KHAI MẪU
BAN XÂY DỰNG ĐẢNG
*
Số 04-TTr/BXDĐ
ĐẢNG CỘNG SẢN VIỆT NAM
Minh Khai Mẫu, ngày 30 tháng 10 năm 2025
TỜ TRÌNH
về việc khen thưởng chi bộ
1. Đề nghị khen Chi bộ thôn Tây.
TRƯỞNG BAN
Cao Thị Mẫu
---
number: 04-TTr/BXDĐ
kind: Tờ trình
issuer: Ban Xây dựng Đảng Đảng ủy xã Minh Khai Mẫu
issued_on: 2025-10-30
place: Minh Khai Mẫu
title: về việc khen thưởng chi bộ
signer: Cao Thị Mẫu
position: Trưởng ban
""",
    "the National Assembly": """
QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 999/2026/QH16
Hà Nội, ngày 17 tháng 6 năm 2026
** NGHỊ QUYẾT
** VỀ NGÀY TRỒNG CÂY TOÀN QUỐC
** QUỐC HỘI
Căn cứ Hiến pháp;
** QUYẾT NGHỊ:
Điều 1. Lấy một ngày trong năm để trồng cây.
CHỦ TỊCH QUỐC HỘI
Đinh Văn Mẫu
---
number: 999/2026/QH16
kind: Nghị quyết
issuer: Quốc hội
issued_on: 2026-06-17
place: Hà Nội
title: về ngày trồng cây toàn quốc
signer: Đinh Văn Mẫu
position: Chủ tịch Quốc hội
""",
    "the government, a deputy prime minister": """
CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 909/NQ-CP Hà Nội, ngày 9 tháng 1 năm 2026
NGHỊ QUYẾT
về nhiệm vụ trồng rừng năm 2026
Chính phủ quyết nghị:
1. Trồng rừng ven biển.
TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG
Tô Văn Mẫu
---
number: 909/NQ-CP
kind: Nghị quyết
issuer: Chính phủ
issued_on: 2026-01-09
place: Hà Nội
title: về nhiệm vụ trồng rừng năm 2026
signer: Tô Văn Mẫu
position: KT. Thủ tướng / Phó Thủ tướng
""",
    "the government's directive, signed by the prime minister alone": """
THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 28/2003/CT-TTg
Hà Nội, ngày 23 tháng 12 năm 2003
CHỈ THỊ
về việc phòng cháy rừng
Thủ tướng Chính phủ chỉ thị:
1. Phát quang đường băng.
KT. THỦ TƯỚNG CHÍNH PHỦ
PHÓ THỦ TƯỚNG
Hà Văn Mẫu
---
number: 28/2003/CT-TTg
kind: Chỉ thị
issuer: Thủ tướng Chính phủ
issued_on: 2003-12-23
place: Hà Nội
title: về việc phòng cháy rừng
signer: Hà Văn Mẫu
position: KT. Thủ tướng Chính phủ / Phó Thủ tướng
""",
    "a decision of the prime minister under the government's letterhead": """
CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 18/2003/QĐ-TTg
Hà Nội, ngày 2 tháng 2 năm 2003
QUYẾT ĐỊNH CỦA THỦ TƯỚNG CHÍNH PHỦ
về quỹ cây xanh
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Lập quỹ cây xanh.
THỦ TƯỚNG CHÍNH PHỦ
Hồ Văn Mẫu
---
number: 18/2003/QĐ-TTg
kind: Quyết định
issuer: Thủ tướng Chính phủ
issued_on: 2003-02-02
place: Hà Nội
title: về quỹ cây xanh
signer: Hồ Văn Mẫu
position: Thủ tướng Chính phủ
""",
    "a ministry, its name on two lines": """
BỘ CÂY XANH
VÀ ĐÔ THỊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 404/QĐ-BCX
Hà Nội, ngày 4 tháng 4 năm 2026
QUYẾT ĐỊNH
ban hành danh mục cây đô thị
BỘ TRƯỞNG BỘ CÂY XANH VÀ ĐÔ THỊ
Căn cứ Luật Cây xanh;
QUYẾT ĐỊNH:
Điều 1. Ban hành danh mục cây do Bộ Cây xanh và Đô thị quản lý.
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Lương Văn Mẫu
---
number: 404/QĐ-BCX
kind: Quyết định
issuer: Bộ Cây xanh và Đô thị
issued_on: 2026-04-04
place: Hà Nội
title: ban hành danh mục cây đô thị
signer: Lương Văn Mẫu
position: KT. Bộ trưởng / Thứ trưởng
""",
    "a people's council of a commune": """
HỘI ĐỒNG NHÂN DÂN
XÃ MINH KHAI MẪU
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 06/NQ-HĐND
Minh Khai Mẫu, ngày 28 tháng 7 năm 2025
NGHỊ QUYẾT
về thu quỹ vệ sinh
HỘI ĐỒNG NHÂN DÂN XÃ MINH KHAI MẪU
KHÓA I, KỲ HỌP THỨ HAI
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT NGHỊ:
Điều 1. Mức thu hai nghìn đồng.
CHỦ TỊCH
Phùng Văn Mẫu
---
number: 06/NQ-HĐND
kind: Nghị quyết
issuer: Hội đồng nhân dân xã Minh Khai Mẫu
issued_on: 2025-07-28
place: Minh Khai Mẫu
title: về thu quỹ vệ sinh
signer: Phùng Văn Mẫu
position: Chủ tịch
""",
    "a letterhead after a press introduction": """
Cổng thông tin xã Minh Khai Mẫu trân trọng giới thiệu toàn văn Chỉ thị:
TỈNH ỦY MẪU
*
Số 19-CT/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 1 tháng 9 năm 2025
CHỈ THỊ
về tiết kiệm điện
Ban Thường vụ Tỉnh ủy yêu cầu:
1. Tắt đèn khi ra về.
T/M BAN THƯỜNG VỤ
BÍ THƯ
Quách Văn Mẫu
---
number: 19-CT/TU
kind: Chỉ thị
issuer: Ban Thường vụ Tỉnh ủy Mẫu
issued_on: 2025-09-01
place: Mẫu
title: về tiết kiệm điện
signer: Quách Văn Mẫu
position: Bí thư
""",
    "the number left for the pen, the date left open": """
TỈNH ỦY MẪU
*
Số:      -NQ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày      tháng      năm 2026
NGHỊ QUYẾT
về đường liên xã
Tỉnh ủy Mẫu quyết nghị:
1. Làm đường.
T/M BAN CHẤP HÀNH
BÍ THƯ
---
kind: Nghị quyết
issuer: Ban Chấp hành Đảng bộ tỉnh Mẫu
title: về đường liên xã
""",
    "no date at all": """
ĐẢNG BỘ TỈNH MẪU
ĐẢNG ỦY PHƯỜNG AN MẪU
*
Số 14-QC/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
QUY CHẾ
tiếp dân của Đảng ủy phường An Mẫu
Điều 1. Tiếp dân vào thứ năm.
Điều 2. Nơi tiếp là nhà văn hóa.
---
number: 14-QC/ĐU
kind: Quy chế
issuer: Đảng ủy phường An Mẫu
title: tiếp dân của Đảng ủy phường An Mẫu
""",
    "a steering board": """
TỈNH ỦY MẪU
BAN CHỈ ĐẠO TRỒNG CÂY
*
Số 03-KH/BCĐ
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 6 tháng 3 năm 2026
KẾ HOẠCH
trồng một vạn cây
1. Mỗi xã một nghìn cây.
T/M BAN CHỈ ĐẠO
TRƯỞNG BAN
Kiều Văn Mẫu
---
number: 03-KH/BCĐ
kind: Kế hoạch
issuer: Ban Chỉ đạo trồng cây
issued_on: 2026-03-06
place: Mẫu
title: trồng một vạn cây
signer: Kiều Văn Mẫu
position: Trưởng ban
""",
    "a special zone's committee of inspection": """
ĐẢNG ỦY ĐẶC KHU ĐẢO MẪU
ỦY BAN KIỂM TRA
*
Số 01-KL/UBKTĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Đảo Mẫu, ngày 19 tháng 12 năm 2025
KẾT LUẬN
việc giám sát thu đảng phí
Ủy ban Kiểm tra kết luận:
1. Thu đúng.
T/M ỦY BAN KIỂM TRA
PHÓ CHỦ NHIỆM
Thái Văn Mẫu
---
number: 01-KL/UBKTĐU
kind: Kết luận
issuer: Ủy ban Kiểm tra Đảng ủy đặc khu Đảo Mẫu
issued_on: 2025-12-19
place: Đảo Mẫu
title: việc giám sát thu đảng phí
signer: Thái Văn Mẫu
position: Phó Chủ nhiệm
""",
    "a decree that the prime minister signs without saying for whom": """
** NGHỊ ĐỊNH
** CỦA CHÍNH PHỦ SỐ 28/2003/NĐ-CP NGÀY 31 THÁNG 3 NĂM 2003
** VỀ CÂY TRỒNG Ở ĐÔ THỊ
CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;
NGHỊ ĐỊNH:
Điều 1. Trồng cây ở đô thị.
THỦ TƯỚNG CHÍNH PHỦ
Phan Văn Mẫu
---
number: 28/2003/NĐ-CP
kind: Nghị định
issuer: Chính phủ
issued_on: 2003-03-31
title: về cây trồng ở đô thị
signer: Phan Văn Mẫu
position: Thủ tướng Chính phủ
""",
    "a decision signed for the government by the prime minister": """
THỦ TƯỚNG CHÍNH PHỦ
Số: 281/QĐ-TTg
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 3 tháng 3 năm 2026
QUYẾT ĐỊNH
phê duyệt đề án cây xanh
Căn cứ Luật Tổ chức Chính phủ;
QUYẾT ĐỊNH:
Điều 1. Phê duyệt đề án.
TM. CHÍNH PHỦ
THỦ TƯỚNG
Lưu Văn Mẫu
---
number: 281/QĐ-TTg
kind: Quyết định
issuer: Thủ tướng Chính phủ
issued_on: 2026-03-03
place: Hà Nội
title: phê duyệt đề án cây xanh
signer: Lưu Văn Mẫu
position: Thủ tướng
""",
}

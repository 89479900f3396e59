"""Titles of the laws and ordinances of Việt Nam.

A title has no end of its own in a sentence: behind "Luật Quy hoạch đô thị và nông thôn" may follow "và các văn bản
hướng dẫn", or "lựa chọn tổ chức tư vấn". So the titles in use are listed, of laws in force and of those that the
documents of the last twenty years name. Years and numbers are not: the text says which is meant, or the reader knows.
"""

from __future__ import annotations

from corpus.text import match_form

_TABLE = """
An ninh mạng
An ninh quốc gia
An toàn thông tin mạng
An toàn thực phẩm
An toàn, vệ sinh lao động
Ban hành văn bản quy phạm pháp luật
Báo chí
Bảo hiểm tiền gửi
Bảo hiểm xã hội
Bảo hiểm y tế
Bảo vệ bí mật nhà nước
Bảo vệ dữ liệu cá nhân
Bảo vệ môi trường
Bảo vệ quyền lợi người tiêu dùng
Bảo vệ và phát triển rừng
Bầu cử đại biểu Hội đồng nhân dân
Bầu cử đại biểu Quốc hội
Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân
Biên giới quốc gia
Biên phòng Việt Nam
Biển Việt Nam
Bình đẳng giới
Bưu chính
Các công cụ chuyển nhượng
Các tổ chức tín dụng
Cán bộ, công chức
Cảnh sát biển Việt Nam
Cảnh sát cơ động
Cảnh vệ
Căn cước
Căn cước công dân
Cấp, thoát nước
Chăn nuôi
Chất lượng sản phẩm, hàng hóa
Chính quyền đô thị
Chuyển đổi số
Chuyển giao công nghệ
Chứng khoán
Cơ yếu
Công an nhân dân
Công chứng
Công đoàn
Công nghệ cao
Công nghệ thông tin
Công nghiệp công nghệ số
Công nghiệp quốc phòng, an ninh và động viên công nghiệp
Cư trú
Cựu chiến binh
Cạnh tranh
Dạy nghề
Dân quân tự vệ
Dân số
Dầu khí
Di sản văn hóa
Doanh nghiệp
Doanh nghiệp nhà nước
Dữ liệu
Du lịch
Dược
Dự trữ quốc gia
Đa dạng sinh học
Đất đai
Đầu tư
Đầu tư công
Đầu tư theo phương thức đối tác công tư
Đấu giá tài sản
Đấu thầu
Đê điều
Địa chất và khoáng sản
Điện ảnh
Điện lực
Điều ước quốc tế
Đo đạc và bản đồ
Đo lường
Đường bộ
Đường sắt
Đặc xá
Giá
Giám định tư pháp
Giáo dục
Giáo dục đại học
Giáo dục nghề nghiệp
Giáo dục quốc phòng và an ninh
Giao dịch điện tử
Giao thông đường bộ
Giao thông đường thủy nội địa
Hải quan
Hàng hải
Hàng không dân dụng Việt Nam
Hiến, lấy, ghép mô, bộ phận cơ thể người và hiến, lấy xác
Hóa chất
Hòa giải ở cơ sở
Hòa giải, đối thoại tại Tòa án
Hoạt động giám sát của Quốc hội và Hội đồng nhân dân
Hôn nhân và gia đình
Hộ tịch
Hợp tác xã
Kế toán
Khám bệnh, chữa bệnh
Khí tượng thủy văn
Khiếu nại
Khoa học và công nghệ
Khoa học, công nghệ và đổi mới sáng tạo
Khoáng sản
Kiểm toán độc lập
Kiểm toán nhà nước
Kiến trúc
Kinh doanh bảo hiểm
Kinh doanh bất động sản
Lao động
Lâm nghiệp
Luật sư
Lực lượng dự bị động viên
Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
Lưu trữ
Lý lịch tư pháp
Mặt trận Tổ quốc Việt Nam
Năng lượng nguyên tử
Ngân hàng Nhà nước Việt Nam
Ngân sách nhà nước
Nghĩa vụ quân sự
Người cao tuổi
Người khuyết tật
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng
Nhà giáo
Nhà ở
Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam
Nuôi con nuôi
Phá sản
Phòng cháy và chữa cháy
Phòng cháy, chữa cháy và cứu nạn, cứu hộ
Phòng không nhân dân
Phòng thủ dân sự
Phòng, chống bạo lực gia đình
Phòng, chống bệnh truyền nhiễm
Phòng, chống khủng bố
Phòng, chống ma túy
Phòng, chống mua bán người
Phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người (HIV/AIDS)
Phòng, chống rửa tiền
Phòng, chống tác hại của rượu, bia
Phòng, chống tác hại của thuốc lá
Phòng, chống tham nhũng
Phòng, chống thiên tai
Phổ biến, giáo dục pháp luật
Phí và lệ phí
Phục hồi, phá sản
Quản lý ngoại thương
Quản lý nợ công
Quản lý thuế
Quản lý, sử dụng tài sản công
Quản lý, sử dụng tài sản nhà nước
Quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
Quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng
Quảng cáo
Quốc phòng
Quốc tịch Việt Nam
Quy hoạch
Quy hoạch đô thị
Quy hoạch đô thị và nông thôn
Sĩ quan Quân đội nhân dân Việt Nam
Sở hữu trí tuệ
Sử dụng năng lượng tiết kiệm và hiệu quả
Tài nguyên nước
Tài nguyên, môi trường biển và hải đảo
Tần số vô tuyến điện
Thanh niên
Thanh tra
Thể dục, thể thao
Thi hành án dân sự
Thi hành án hình sự
Thi hành tạm giữ, tạm giam
Thi đua, khen thưởng
Thống kê
Thú y
Thuế bảo vệ môi trường
Thuế giá trị gia tăng
Thuế sử dụng đất nông nghiệp
Thuế sử dụng đất phi nông nghiệp
Thuế tài nguyên
Thuế thu nhập cá nhân
Thuế thu nhập doanh nghiệp
Thuế tiêu thụ đặc biệt
Thuế xuất khẩu, thuế nhập khẩu
Thủ đô
Thủy lợi
Thủy sản
Thư viện
Thực hành tiết kiệm, chống lãng phí
Thực hiện dân chủ ở cơ sở
Thương mại
Tiếp cận thông tin
Tiếp công dân
Tiêu chuẩn và quy chuẩn kỹ thuật
Tín ngưỡng, tôn giáo
Tố cáo
Tố tụng hành chính
Tổ chức chính quyền địa phương
Tổ chức Chính phủ
Tổ chức cơ quan điều tra hình sự
Tổ chức Quốc hội
Tổ chức Tòa án nhân dân
Tổ chức Viện kiểm sát nhân dân
Trách nhiệm bồi thường của Nhà nước
Tình trạng khẩn cấp
Trẻ em
Trật tự, an toàn giao thông đường bộ
Trọng tài thương mại
Trồng trọt
Trợ giúp pháp lý
Trưng cầu ý dân
Tư pháp người chưa thành niên
Tương trợ tư pháp
Viên chức
Viễn thông
Việc làm
Xây dựng
Xuất bản
Xuất cảnh, nhập cảnh của công dân Việt Nam
Xử lý vi phạm hành chính
"""

_CODES = "Dân sự, Hình sự, Lao động, Hàng hải Việt Nam, Tố tụng dân sự, Tố tụng hình sự"
_ORDINANCES = """
Bảo vệ công trình quan trọng liên quan đến an ninh quốc gia
Chi phí tố tụng
Cựu chiến binh
Dân số
Động viên công nghiệp
Ngoại hối
Ưu đãi người có công với cách mạng
Xử phạt vi phạm hành chính
"""


def _titles(kind: str, titles: list[str]) -> dict[str, str]:
    return {match_form(f"{kind} {title}"): title for title in titles}


LAW_TITLES = {
    **_titles("Luật", _TABLE.strip().splitlines()),
    **_titles("Bộ luật", _CODES.split(", ")),
    **_titles("Pháp lệnh", _ORDINANCES.strip().splitlines()),
}
"""Kind and title in the form compared in matching → the title as it is written."""

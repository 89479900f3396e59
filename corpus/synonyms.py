"""What one matter of Party work is called in several ways: "phát triển đảng viên" is "kết nạp đảng viên".

Only names of the same matter stand in one row, so that what is found under one of them is found for all: the words of
the Party's own documents (Điều lệ Đảng, Quy định 294-QĐ/TW, Hướng dẫn 06-HD/TW, the resolutions) beside what people
call it. Near matters do not: "số hoá" is part of "chuyển đổi số", "an ninh mạng" is not "an toàn thông tin".
"""

from __future__ import annotations

import re

from corpus.text import match_form

_TABLE = """
kết nạp đảng viên = phát triển đảng viên = phát triển đảng = kết nạp đảng = kết nạp người vào đảng
chuyển sinh hoạt đảng = chuyển đảng = chuyển sinh hoạt cho đảng viên
sinh hoạt chi bộ = họp chi bộ = chi bộ họp
đảng phí = tiền đảng phí = thu nộp đảng phí
kỷ luật đảng viên = thi hành kỷ luật đảng viên = xử lý đảng viên vi phạm = xử lý kỷ luật đảng viên
tự phê bình và phê bình = phê bình và tự phê bình = tự phê bình, phê bình
bầu cử trong đảng = bầu cấp ủy
đảng viên dự bị = thời gian dự bị = thời kỳ dự bị
xóa tên đảng viên = xóa tên trong danh sách đảng viên = đưa ra khỏi đảng bằng xóa tên
huy hiệu đảng = tặng huy hiệu đảng = huy hiệu tuổi đảng
hồ sơ đảng viên = lý lịch đảng viên = giấy tờ của đảng viên
xây dựng, chỉnh đốn đảng = chỉnh đốn đảng
học tập và làm theo tư tưởng, đạo đức, phong cách hồ chí minh = học tập và làm theo bác = học bác = làm theo bác
phòng, chống tham nhũng = chống tham nhũng = đấu tranh chống tham nhũng = phòng ngừa tham nhũng
phòng, chống lãng phí = chống lãng phí = thực hành tiết kiệm, chống lãng phí
sắp xếp tổ chức bộ máy = tinh gọn bộ máy = sắp xếp bộ máy = tinh giản bộ máy = tinh gọn tổ chức bộ máy
đấu tranh phản bác quan điểm sai trái = phản bác quan điểm sai trái = đấu tranh với quan điểm sai trái
lừa đảo trực tuyến = lừa đảo qua mạng = lừa đảo trên mạng = lừa đảo trên không gian mạng = lừa đảo qua điện thoại
chăm sóc sức khỏe nhân dân = chăm sóc sức khỏe người dân = chăm sóc sức khỏe toàn dân = chăm lo sức khỏe nhân dân
nông nghiệp, nông dân, nông thôn = tam nông
thi đua, khen thưởng = phong trào thi đua
"""

_GROUPS = [tuple(name.strip() for name in line.split(" = ")) for line in _TABLE.strip().splitlines()]
_GROUP_OF = {match_form(name): group for group in _GROUPS for name in group}
# Behind "phát triển đảng" these make another word of the last: "phát triển đảng bộ" is of the economy.
_OTHER_WORD = r"(?!\s(?:bộ|viên|ủy|phí|đoàn|vụ|phái|cộng)(?!\w))"
_NAME = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(_GROUP_OF, key=len, reverse=True))})(?!\w){_OTHER_WORD}"
)


def in_other_words(text: str) -> tuple[str, ...]:
    """A text with the name of a matter put in each of its other words, those of the documents first.

    Only the first name that stands in the table is put otherwise; a text without one has no other words.
    """
    form = match_form(text)
    found = _NAME.search(form)
    if found is None:
        return ()
    others = (name for name in _GROUP_OF[found.group()] if match_form(name) != found.group())
    return tuple(f"{form[: found.start()]}{match_form(name)}{form[found.end() :]}" for name in others)

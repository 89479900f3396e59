"""Documents by the names people call them: "nghị quyết tam nông", "bộ tứ trụ cột", "khoán 10".

A name that passed from one document to its successor means both, the newer first. Numbers and dates as the
documents' own letterheads give them; listed are only names that are in general use in the Party press.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.types import Value


@dataclass(frozen=True, slots=True)
class Called(Value):
    """A document as a popular name means it.

    Attributes:
        number: Its number.
        year: Year of issue, since numbers repeat.
    """

    number: str
    year: int


_TABLE = """
nghị quyết tam nông: 19-NQ/TW 2022, 26-NQ/TW 2008
nghị quyết nông nghiệp, nông dân, nông thôn: 19-NQ/TW 2022, 26-NQ/TW 2008
nghị quyết kinh tế tư nhân: 68-NQ/TW 2025, 10-NQ/TW 2017
nghị quyết phát triển kinh tế tư nhân: 68-NQ/TW 2025, 10-NQ/TW 2017
nghị quyết hội nhập quốc tế: 59-NQ/TW 2025, 22-NQ/TW 2013
nghị quyết đột phá khoa học công nghệ: 57-NQ/TW 2024
nghị quyết xây dựng và thi hành pháp luật: 66-NQ/TW 2025
bộ tứ nghị quyết: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
bộ tứ trụ cột: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
bộ tứ chiến lược: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
bốn nghị quyết trụ cột: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
4 nghị quyết trụ cột: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
nghị quyết trụ cột: 68-NQ/TW 2025, 66-NQ/TW 2025, 59-NQ/TW 2025, 57-NQ/TW 2024
nghị quyết an ninh năng lượng: 70-NQ/TW 2025
nghị quyết đột phá giáo dục: 71-NQ/TW 2025
nghị quyết chăm sóc sức khỏe nhân dân: 72-NQ/TW 2025, 20-NQ/TW 2017
nghị quyết tinh gọn bộ máy: 18-NQ/TW 2017
nghị quyết đơn vị sự nghiệp: 19-NQ/TW 2017
nghị quyết dân số: 21-NQ/TW 2017
nghị quyết cải cách tiền lương: 27-NQ/TW 2018
nghị quyết cải cách bảo hiểm xã hội: 28-NQ/TW 2018
nghị quyết cán bộ cấp chiến lược: 26-NQ/TW 2018
nghị quyết kinh tế biển: 36-NQ/TW 2018
nghị quyết bảo vệ nền tảng tư tưởng: 35-NQ/TW 2018
nghị quyết cách mạng công nghiệp lần thứ tư: 52-NQ/TW 2019
nghị quyết đất đai: 18-NQ/TW 2022, 19-NQ/TW 2012
nghị quyết kinh tế tập thể: 20-NQ/TW 2022, 13-NQ/TW 2002
nghị quyết nhà nước pháp quyền: 27-NQ/TW 2022
nghị quyết phương thức lãnh đạo: 28-NQ/TW 2022
nghị quyết đại đoàn kết: 43-NQ/TW 2023, 23-NQ/TW 2003
nghị quyết chính sách xã hội: 42-NQ/TW 2023
nghị quyết chiến lược bảo vệ tổ quốc: 44-NQ/TW 2023, 28-NQ/TW 2013
nghị quyết trí thức: 45-NQ/TW 2023, 27-NQ/TW 2008
nghị quyết đổi mới căn bản, toàn diện giáo dục: 29-NQ/TW 2013
nghị quyết văn hóa, con người: 33-NQ/TW 2014
nghị quyết chỉnh đốn đảng: 04-NQ/TW 2016, 12-NQ/TW 2012
nghị quyết xây dựng, chỉnh đốn đảng: 04-NQ/TW 2016, 12-NQ/TW 2012
nghị quyết 4 chỉnh đốn đảng: 04-NQ/TW 2016, 12-NQ/TW 2012
nghị quyết trung ương 4 khóa xii: 04-NQ/TW 2016
nghị quyết trung ương 4 khóa xi: 12-NQ/TW 2012
kết luận trung ương 4 khóa xiii: 21-KL/TW 2021
19 điều đảng viên không được làm: 37-QĐ/TW 2021, 47-QĐ/TW 2011
19 điều cấm đảng viên: 37-QĐ/TW 2021, 47-QĐ/TW 2011
những điều đảng viên không được làm: 37-QĐ/TW 2021, 47-QĐ/TW 2011
quy định nêu gương: 08-QĐi/TW 2018, 101-QĐ/TW 2012
quy định thi hành điều lệ đảng: 294-QĐ/TW 2025, 24-QĐ/TW 2021
hướng dẫn thi hành điều lệ đảng: 06-HD/TW 2025, 01-HD/TW 2021
quy định chuẩn mực đạo đức cách mạng: 144-QĐ/TW 2024
quy định kỷ luật tổ chức đảng, đảng viên vi phạm: 69-QĐ/TW 2022, 102-QĐ/TW 2017
quy định kiểm soát quyền lực trong công tác cán bộ: 114-QĐ/TW 2023, 205-QĐ/TW 2019
quy định miễn nhiệm, từ chức: 41-QĐ/TW 2021
kết luận bảo vệ cán bộ dám nghĩ dám làm: 14-KL/TW 2021
kết luận bảo vệ cán bộ: 14-KL/TW 2021
chỉ thị học tập và làm theo bác: 05-CT/TW 2016
chỉ thị học tập và làm theo tư tưởng, đạo đức, phong cách hồ chí minh: 05-CT/TW 2016
khoán 10: 10-NQ/TW 1988
khoán 100: 100-CT/TW 1981
"""


_PLENUMS = """
nghị quyết trung ương 8 khóa xiii: 45-NQ/TW 2023, 44-NQ/TW 2023, 43-NQ/TW 2023, 42-NQ/TW 2023
nghị quyết trung ương 6 khóa xiii: 29-NQ/TW 2022, 28-NQ/TW 2022, 27-NQ/TW 2022
nghị quyết trung ương 5 khóa xiii: 21-NQ/TW 2022, 20-NQ/TW 2022, 19-NQ/TW 2022, 18-NQ/TW 2022
nghị quyết trung ương 8 khóa xii: 36-NQ/TW 2018
nghị quyết trung ương 7 khóa xii: 28-NQ/TW 2018, 27-NQ/TW 2018, 26-NQ/TW 2018
nghị quyết trung ương 6 khóa xii: 21-NQ/TW 2017, 20-NQ/TW 2017, 19-NQ/TW 2017, 18-NQ/TW 2017
nghị quyết trung ương 5 khóa xii: 12-NQ/TW 2017, 11-NQ/TW 2017, 10-NQ/TW 2017
nghị quyết trung ương 9 khóa xi: 33-NQ/TW 2014
nghị quyết trung ương 8 khóa xi: 29-NQ/TW 2013, 28-NQ/TW 2013
nghị quyết trung ương 7 khóa xi: 25-NQ/TW 2013, 24-NQ/TW 2013
nghị quyết trung ương 6 khóa xi: 20-NQ/TW 2012, 19-NQ/TW 2012
nghị quyết trung ương 5 khóa xi: 15-NQ/TW 2012
"""


def _read(table: str) -> dict[str, tuple[Called, ...]]:
    names = {}
    for line in table.strip().splitlines():
        name, _, documents = line.partition(": ")
        pairs = (document.rsplit(" ", 1) for document in documents.split(", "))
        names[name] = tuple(Called(number, int(year)) for number, year in pairs)
    return names


POPULAR_NAMES = _read(_TABLE)
"""Name in lower case with all its marks → the documents it means, newest first."""
PLENUMS = _read(_PLENUMS)
"""The same for sessions of the Central Committee that resolved on several things: any of them may be meant."""

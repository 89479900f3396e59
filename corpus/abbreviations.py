"""Abbreviations of Party and state language: "CĐS ở chi bộ" asks for "chuyển đổi số", and the other way about.

Sources: the offices' own usage (Hướng dẫn 36-HD/VPTW on Party document form; Nghị định 30/2020/NĐ-CP, annex III),
the names of bodies and ministries as they abbreviate themselves, and the questions of the labelled sets. An
abbreviation is added to, never replaced: a document may print it, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.quality import is_syllable
from corpus.text import fold, has_marks, match_form, words
from corpus.types import Value

# As printed; "|" parts the readings of one that has several. Those behind "=" stand in the numbers of documents
# or for words of every page: they are written out, and nothing is abbreviated to them.
_TABLE = """
FDI: đầu tư trực tiếp nước ngoài
AI: = trí tuệ nhân tạo
ANCT: an ninh chính trị
ANQP: an ninh, quốc phòng
ANM: an ninh mạng
ANTT: an ninh trật tự
ANTQ: an ninh tổ quốc
ATGT: an toàn giao thông
ATTT: an toàn thông tin
ATTP: an toàn thực phẩm
ATVSTP: an toàn vệ sinh thực phẩm
ATVSLĐ: an toàn, vệ sinh lao động
BAĐT: bệnh án điện tử
BBT: ban bí thư
BC: = báo cáo
BCH: ban chấp hành
BCHTW: ban chấp hành trung ương
BCHQS: ban chỉ huy quân sự
BCT: bộ chính trị | bộ công thương
BCA: bộ công an
BCS: ban cán sự
BCSĐ: ban cán sự đảng
BCĐ: ban chỉ đạo
BCV: báo cáo viên
BDV: ban dân vận
BDVTW: ban dân vận trung ương
BĐBP: bộ đội biên phòng
BĐKH: biến đổi khí hậu
BGD: bộ giáo dục
BGDĐT: bộ giáo dục và đào tạo
BHTN: bảo hiểm thất nghiệp
BHXH: bảo hiểm xã hội
BHYT: bảo hiểm y tế
BKHCN: bộ khoa học và công nghệ
BKLN: bệnh không lây nhiễm
BKTTW: ban kinh tế trung ương
BLĐ: ban lãnh đạo
BNC: ban nội chính
BNCTW: ban nội chính trung ương
BNG: bộ ngoại giao
BNV: bộ nội vụ
BQL: ban quản lý
BQP: bộ quốc phòng
BS: = bác sĩ
BT: = bí thư
BTC: ban tổ chức | bộ tài chính
BTCB: bí thư chi bộ
BTCTU: ban tổ chức tỉnh ủy | ban tổ chức thành ủy
BTG: ban tuyên giáo
BTGDV: ban tuyên giáo và dân vận
BTCTW: ban tổ chức trung ương
BTGDVTW: ban tuyên giáo và dân vận trung ương
BTGDVTU: ban tuyên giáo và dân vận tỉnh ủy | ban tuyên giáo và dân vận thành ủy
BTGTW: ban tuyên giáo trung ương
BTP: bộ tư pháp
BTV: ban thường vụ
BTVĐU: ban thường vụ đảng ủy
BTVH: bổ túc văn hóa
BTVTU: ban thường vụ tỉnh ủy | ban thường vụ thành ủy
BV: = bệnh viện
BVCTNB: bảo vệ chính trị nội bộ
BVMT: bảo vệ môi trường
BVNTTT: bảo vệ nền tảng tư tưởng
BVTQ: bảo vệ tổ quốc
BXD: bộ xây dựng
BYT: bộ y tế
CA: = công an
CAND: công an nhân dân
CB: = chi bộ | cán bộ
CBCC: cán bộ, công chức
CB, CC: cán bộ, công chức
CBCCVC: cán bộ, công chức, viên chức
CB, CC, VC: cán bộ, công chức, viên chức
CBĐV: cán bộ, đảng viên
CCB: cựu chiến binh
CCHC: cải cách hành chính
CCTP: cải cách tư pháp
CCVC: công chức, viên chức
CKS: chữ ký số
CMCN: cách mạng công nghiệp
CNCS: chủ nghĩa cộng sản
CNH: công nghiệp hóa
CNH, HĐH: công nghiệp hóa, hiện đại hóa
CNTT: công nghệ thông tin
CNTT-TT: công nghệ thông tin và truyền thông
CNVC: công nhân, viên chức
CNVCLĐ: công nhân, viên chức, lao động
CNXH: chủ nghĩa xã hội
CP: = chính phủ
CQĐT: chính quyền điện tử
CQHC: cơ quan hành chính
CSDL: cơ sở dữ liệu
CSHCM: cộng sản hồ chí minh
CSHT: cơ sở hạ tầng
CSSK: chăm sóc sức khỏe
CSSKBĐ: chăm sóc sức khỏe ban đầu
CSSKND: chăm sóc sức khỏe nhân dân
CSYT: cơ sở y tế
CT: = chỉ thị | chủ tịch
CTMTQG: chương trình mục tiêu quốc gia
CTĐ: công tác đảng
CTĐ, CTCT: công tác đảng, công tác chính trị
CĐS: chuyển đổi số
CPĐT: chính phủ điện tử
CTN: chủ tịch nước
CTNB: chính trị nội bộ
CT-XH: chính trị - xã hội
DBĐV: dự bị động viên
DBHB: diễn biến hòa bình
DCCS: dân chủ ở cơ sở
DN: doanh nghiệp
DNNN: doanh nghiệp nhà nước
DNNVV: doanh nghiệp nhỏ và vừa
DQTV: dân quân tự vệ
DTTS: dân tộc thiểu số
DVC: dịch vụ công
DVCTT: dịch vụ công trực tuyến
ĐA: = đề án
ĐBCS: đảng bộ cơ sở
ĐBDTTS: đồng bào dân tộc thiểu số
ĐBHĐND: đại biểu hội đồng nhân dân
ĐBKK: đặc biệt khó khăn
ĐBQH: đại biểu quốc hội
ĐCSVN: đảng cộng sản việt nam
ĐĐBQH: đoàn đại biểu quốc hội
ĐĐK: đại đoàn kết
ĐĐKTDT: đại đoàn kết toàn dân tộc
ĐH: = đại hội | đại học
ĐHĐB: đại hội đại biểu
ĐHĐBTQ: đại hội đại biểu toàn quốc
ĐLĐ: điều lệ đảng
ĐMST: đổi mới sáng tạo
ĐTN: đoàn thanh niên
ĐTNCS: đoàn thanh niên cộng sản
ĐU: = đảng ủy
ĐUCS: đảng ủy cơ sở
ĐUV: đảng ủy viên
ĐUK: đảng ủy khối
ĐV: đảng viên
ĐVCT: đảng viên chính thức
ĐVDB: đảng viên dự bị
ĐVHC: đơn vị hành chính
ĐVSN: đơn vị sự nghiệp
ĐVSNCL: đơn vị sự nghiệp công lập
GCCN: giai cấp công nhân
GD&ĐT: giáo dục và đào tạo
GDĐT: giáo dục và đào tạo
GDQP: giáo dục quốc phòng
GDQP-AN: giáo dục quốc phòng và an ninh
GDNN: giáo dục nghề nghiệp
GDP: tổng sản phẩm trong nước
GPMB: giải phóng mặt bằng
GRDP: tổng sản phẩm trên địa bàn
GTVT: giao thông vận tải
HCM: hồ chí minh
HD: = hướng dẫn
HĐH: hiện đại hóa
HĐND: hội đồng nhân dân
HĐQT: hội đồng quản trị
HĐTV: hội đồng thành viên
HĐLĐ: hợp đồng lao động
HHĐ: huy hiệu đảng
HLHPN: hội liên hiệp phụ nữ
HLHTN: hội liên hiệp thanh niên
HND: hội nông dân
HNQT: hội nhập quốc tế
HSSV: học sinh, sinh viên
HTCT: hệ thống chính trị
HTX: hợp tác xã
HU: = huyện ủy
HVCTQG: học viện chính trị quốc gia
KCB: khám bệnh, chữa bệnh
KCN: khu công nghiệp
KCHT: kết cấu hạ tầng
KH-CN: khoa học - công nghệ
KH&CN: khoa học và công nghệ
KHCN: khoa học, công nghệ
KHHGĐ: kế hoạch hóa gia đình
KHKT: khoa học kỹ thuật
KL: = kết luận | kỷ luật
KNTC: khiếu nại, tố cáo
KTS: kinh tế số
KT-XH: kinh tế - xã hội
KTĐT: kinh tế đối ngoại
KTGS: kiểm tra, giám sát
KTNN: kiểm toán nhà nước
KTTN: kinh tế tư nhân
KTTT: kinh tế tập thể | kinh tế thị trường
LĐQL: lãnh đạo, quản lý
LHPN: liên hiệp phụ nữ
LHQ: liên hợp quốc
LLCT: lý luận chính trị
LLVT: lực lượng vũ trang
LĐLĐ: liên đoàn lao động
LĐTBXH: lao động, thương binh và xã hội
LSĐ: lịch sử đảng
MTTQ: mặt trận tổ quốc
MTQG: mục tiêu quốc gia
NCKH: nghiên cứu khoa học
NCT: người cao tuổi
NDT: = nhà đầu tư
NHNN: ngân hàng nhà nước
NLĐ: người lao động
NNPQ: nhà nước pháp quyền
NQ: = nghị quyết
NQTW: = nghị quyết trung ương
NSNN: ngân sách nhà nước
NSTW: ngân sách trung ương
NSĐP: ngân sách địa phương
NTM: nông thôn mới
NVQS: nghĩa vụ quân sự
NVYT: nhân viên y tế
NXB: nhà xuất bản
ODA: hỗ trợ phát triển chính thức
PBGDPL: phổ biến, giáo dục pháp luật
PBT: phó bí thư
PBXH: phản biện xã hội
PCCC: phòng cháy, chữa cháy
PCLB: phòng, chống lụt bão
PCTN: phòng, chống tham nhũng
PCTNLPTC: phòng, chống tham nhũng, lãng phí, tiêu cực
PCTNTC: phòng, chống tham nhũng, tiêu cực
PCTT: phòng, chống thiên tai
PTDT: phổ thông dân tộc
PTTH: phổ thông trung học | phát thanh, truyền hình
QCDC: quy chế dân chủ
QCDCCS: quy chế dân chủ ở cơ sở
QĐ: = quy định | quyết định
QĐND: quân đội nhân dân
QH: = quốc hội | quy hoạch
QLNN: quản lý nhà nước
QP-AN: quốc phòng - an ninh
QPAN: quốc phòng, an ninh
QPPL: quy phạm pháp luật
QPTD: quốc phòng toàn dân
QSDĐ: quyền sử dụng đất
SGK: sách giáo khoa
SHCB: sinh hoạt chi bộ
SHCĐ: sinh hoạt chuyên đề
SHĐ: sinh hoạt đảng
SHTT: sở hữu trí tuệ
SXKD: sản xuất, kinh doanh
TANDTC: tòa án nhân dân tối cao
TAND: tòa án nhân dân
TBT: tổng bí thư
TCBM: tổ chức bộ máy
TCCT: tổng cục chính trị
TCCSĐ: tổ chức cơ sở đảng
TCĐ: tổ chức đảng
TĐKT: thi đua, khen thưởng
TDTT: thể dục, thể thao
TDP: tổ dân phố
TGBC: tinh giản biên chế
TGXH: trợ giúp xã hội
THCS: trung học cơ sở
THPT: trung học phổ thông
TLLĐ: tổng liên đoàn lao động
TNCS: thanh niên cộng sản
TNCSHCM: thanh niên cộng sản hồ chí minh
TNXP: thanh niên xung phong
TNXH: tệ nạn xã hội
TNMT: tài nguyên và môi trường
TP: thành phố
TPHCM: thành phố hồ chí minh
TSVM: trong sạch, vững mạnh
TTATXH: trật tự, an toàn xã hội
TTCP: thanh tra chính phủ | thủ tướng chính phủ
TTCT: trung tâm chính trị
TTg: = thủ tướng chính phủ
TTHC: thủ tục hành chính
TTHCM: tư tưởng hồ chí minh
TTTT: thông tin và truyền thông
TTXVN: thông tấn xã việt nam
TTYT: trung tâm y tế
TU: = tỉnh ủy | thành ủy
TW: = trung ương
TƯ: = trung ương
TYT: trạm y tế
UBKT: ủy ban kiểm tra
UBKTĐU: ủy ban kiểm tra đảng ủy
UBKTTW: ủy ban kiểm tra trung ương
UBKTTU: ủy ban kiểm tra tỉnh ủy | ủy ban kiểm tra thành ủy
UBMTTQ: ủy ban mặt trận tổ quốc
UBND: ủy ban nhân dân
UBTVQH: ủy ban thường vụ quốc hội
UVBCH: ủy viên ban chấp hành
UVBCT: ủy viên bộ chính trị
UVBTV: ủy viên ban thường vụ
UVDK: ủy viên dự khuyết
UVTW: ủy viên trung ương
UVTWĐ: ủy viên trung ương đảng
VBQPPL: văn bản quy phạm pháp luật
VHNT: văn học, nghệ thuật
VHTT: văn hóa, thông tin
VHXH: văn hóa - xã hội
VHTTDL: văn hóa, thể thao và du lịch
VKSND: viện kiểm sát nhân dân
VKSNDTC: viện kiểm sát nhân dân tối cao
VPCP: văn phòng chính phủ
VPCTN: văn phòng chủ tịch nước
VPHC: vi phạm hành chính
VPQH: văn phòng quốc hội
VPTW: văn phòng trung ương
VPTU: văn phòng tỉnh ủy | văn phòng thành ủy
VSATTP: vệ sinh an toàn thực phẩm
XDĐ: xây dựng đảng
XĐGN: xóa đói giảm nghèo
XHCN: xã hội chủ nghĩa
XHH: xã hội hóa
XKLĐ: xuất khẩu lao động
XLVPHC: xử lý vi phạm hành chính
YHCT: y học cổ truyền
YTCS: y tế cơ sở
YTDP: y tế dự phòng
YTTN: y tế tư nhân
"""


@dataclass(frozen=True, slots=True)
class Abbreviation(Value):
    """An abbreviation.

    Attributes:
        printed: As it is printed (``KT-XH``).
        readings: What it may stand for.
        given: Whether what it stands for is abbreviated to it.
    """

    printed: str
    readings: tuple[str, ...]
    given: bool


def _read_table() -> list[Abbreviation]:
    rows = []
    for line in _TABLE.strip().splitlines():
        printed, _, full = line.partition(": ")
        readings = tuple(part.strip() for part in full.removeprefix("= ").split("|"))
        rows.append(Abbreviation(printed, readings, not full.startswith("= ")))
    return rows


def _bare(text: str) -> str:
    """Words without what stands between them: KT-XH, KTXH and KT - XH are one."""
    return "".join(match.group() for match in words(match_form(text)))


_ROWS = _read_table()
# Of KH-CN and KHCN the first says what both stand for.
_READINGS = {_bare(row.printed): row.readings for row in reversed(_ROWS)}
_FOLDED = {fold(short): readings for short, readings in _READINGS.items()} | _READINGS
_LONGEST = max(sum(1 for _ in words(row.printed)) for row in _ROWS)
# "KT-XH", "GD & ĐT", "CNH, HĐH": what may stand between the letters of one.
_JOINT = re.compile(r"\s?[-&/,]\s?")


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """What the abbreviations of a text stand for, in order: for each, every reading.

    One typed without its đ counts, too ("cds"), in a text that has no marks at all; one that is a syllable,
    too, only in capitals ("ai" asks who, "AI" for "trí tuệ nhân tạo").
    """
    return tuple(known for _, _, known in _found(text))


def _found(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where each abbreviation begins and ends, and its readings."""
    form = match_form(text)
    known = _READINGS if has_marks(text) else _FOLDED
    spans = [match.span() for match in words(form)]
    place = 0
    while place < len(spans):
        length = _length_at(form, spans, place, known)
        typed = text[slice(*spans[place])]
        if length > 1 or (length and (typed.isupper() or not is_syllable(typed))):
            start, end = spans[place][0], spans[place + length - 1][1]
            yield start, end, known[_bare(form[start:end])]
        place += length or 1


def _length_at(form: str, spans: list[tuple[int, int]], place: int, known: dict[str, tuple[str, ...]]) -> int:
    """How many words the longest abbreviation that begins at a word has; 0 if none does."""
    longest = 0
    for length in range(1, min(_LONGEST, len(spans) - place) + 1):
        if length > 1 and not _JOINT.fullmatch(form, spans[place + length - 2][1], spans[place + length - 1][0]):
            break
        if _bare(form[spans[place][0] : spans[place + length - 1][1]]) in known:
            longest = length
    return longest


def write_out(text: str) -> str:
    """The text with what its abbreviations stand for added at the end, where that is sure; else unchanged."""
    return " ".join((text, *(found[0] for found in readings(text) if len(found) == 1)))


def in_full(text: str) -> str:
    """The text with its abbreviations replaced by what they stand for, where that is sure."""
    parts, at = [], 0
    for start, end, known in _found(text):
        if len(known) == 1:
            parts += [text[at:start], known[0]]
            at = end
    return "".join((*parts, text[at:]))


def _full_forms() -> dict[str, tuple[str, ...]]:
    """Words of a full form, joined by blanks → the abbreviations printed for it."""
    forms: dict[str, tuple[str, ...]] = {}
    for row in _ROWS:
        for reading in row.readings if row.given else ():
            key = " ".join(match.group() for match in words(match_form(reading)))
            forms[key] = (*forms.get(key, ()), row.printed)
    return forms


_FULL_FORMS = _full_forms()
_FOLDED_FORMS: dict[str, tuple[str, ...]] = {}
for _form, _printed in _FULL_FORMS.items():
    _FOLDED_FORMS[fold(_form)] = (*_FOLDED_FORMS.get(fold(_form), ()), *_printed)
_LONGEST_FORM = max(form.count(" ") + 1 for form in _FULL_FORMS)


def abbreviated(text: str) -> tuple[str, ...]:
    """The abbreviations printed for what a text writes out, longest first at each place, each once."""
    form = match_form(text)
    known = _FULL_FORMS if has_marks(text) else _FOLDED_FORMS
    tokens = [match.group() for match in words(form)]
    found: list[str] = []
    place = 0
    while place < len(tokens):
        lengths = range(min(_LONGEST_FORM, len(tokens) - place), 1, -1)
        length = next((n for n in lengths if " ".join(tokens[place : place + n]) in known), 0)
        if length:
            found += known[" ".join(tokens[place : place + length])]
        place += length or 1
    return tuple(dict.fromkeys(found))

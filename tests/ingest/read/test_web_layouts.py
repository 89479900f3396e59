"""Pages as sites lay them out: whatever stands around it, the document comes out the same."""

from __future__ import annotations

import pytest

from ingest.read.webpage import webpage_lines

OPENING = [
    "ĐẢNG BỘ TỈNH MẪU",
    "ĐẢNG ỦY XÃ MINH KHAI MẪU",
    "Số 09-NQ/ĐU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Minh Khai Mẫu, ngày 18 tháng 8 năm 2025",
    "NGHỊ QUYẾT",
    "về trồng cây trong thôn",
]
BODY = [
    "1. Mỗi hộ trồng ba cây bàng trước cửa nhà và chăm sóc đến khi cây cao hơn mái hiên.",
    "2. Chi bộ các thôn kiểm tra mỗi quý một lần, ghi kết quả vào sổ và báo cáo Đảng ủy.",
    "- Thôn nào trồng đủ cây thì được khen thưởng trong hội nghị tổng kết năm của xã.",
    "3. Văn phòng Đảng ủy theo dõi, đôn đốc việc thực hiện Nghị quyết này.",
]
SIGNATURE = ["Nơi nhận:", "- Các chi bộ,", "T/M BAN CHẤP HÀNH", "BÍ THƯ", "Trần Văn Mẫu"]
DOCUMENT = [*OPENING, *BODY, *SIGNATURE]
LINKS = "".join(f"<li><a href='/tin-{n}'>Tin số {n} của xã Minh Khai Mẫu về mùa vụ năm nay</a></li>" for n in range(6))


def paragraphs(lines: list[str], attributes: str = "") -> str:
    return "".join(f"<p{attributes}>{line}</p>" for line in lines)


def columns(left: list[str], right: list[str]) -> str:
    return f"<table><tr><td>{'<br>'.join(left)}</td><td>{'<br>'.join(right)}</td></tr></table>"


PARTY_NEWS = f"""
    <body><div id="header-top"><div class="hotline">Hotline: 024 0000</div><ul class="main-menu">{LINKS}</ul></div>
    <div class="breadcrumb"><a href="/">Trang chủ</a> / <a href="/tl">Tư liệu</a></div>
    <div class="container"><div class="detail-content" id="content">
    <div class="social-share">Chia sẻ: <a href="//x">Mạng</a></div>
    {paragraphs(DOCUMENT)}
    <div class="author"><p>Ban biên tập</p></div>
    <div class="tin-lien-quan"><h3>Tin liên quan</h3><ul>{LINKS}</ul></div>
    <div class="box-binh-luan"><h3>Bình luận (2)</h3><p>Hay quá!</p></div>
    </div><div class="right-sidebar"><h4>Đọc nhiều</h4><ul>{LINKS}</ul></div></div>
    <footer><p>Cơ quan chủ quản: Xã Minh Khai Mẫu</p><img src="a.png"></footer></body>"""
LAW_LIBRARY = f"""
    <body><form id="aspnetForm" action="/"><div class="search-box"><button>Tìm</button></div>
    <div class="content1">{columns(OPENING[:3], OPENING[3:5])}
    <p align="center"><b>{OPENING[5]}</b></p><p align="center">{OPENING[6]}</p>
    {paragraphs(BODY)}
    {columns(SIGNATURE[:2], SIGNATURE[2:])}</div>
    <table><tr><td><a href="/1">Văn bản một</a></td><td><a href="/2">Văn bản hai</a></td>
    <td><a href="/3">Văn bản ba</a></td></tr></table>
    <div id="footer">Bản quyền thuộc về trang thử</div></form></body>"""
NEWSPAPER = f"""
    <body><header><a href="/">Báo Mẫu</a></header><nav><ul>{LINKS}</ul></nav>
    <section class="page-detail"><article class="fck_detail">{paragraphs(DOCUMENT, ' class="Normal"')}
    <figure><img src="a.jpg"><figcaption>Ảnh: người dân trồng cây</figcaption></figure>
    <p><strong>Xem thêm: </strong><a href="/khac">Xã bên trồng xoài</a></p>
    <p>Từ khóa: <a href="/a">cây bàng</a>, <a href="/b">nghị quyết</a></p></article>
    <article class="item-news"><a href="/1">Tin vắn</a></article></section>
    <div class="cookie-consent">Trang này dùng cookie.</div></body>"""
WORDPRESS = f"""
    <body class="post-template"><div id="page">
    <div id="masthead" class="site-header" role="banner"><ul>{LINKS}</ul></div>
    <main><article class="post"><div class="entry-meta">Đăng ngày 20/8/2025</div>
    <div class="entry-content">{paragraphs(DOCUMENT)}</div>
    <div class="post-tags">Thẻ: <a href="/t">cây</a></div></article>
    <div id="comments"><h2>Bình luận</h2><p>Cảm ơn.</p></div></main></div></body>"""
TEASERS = f"""
    <body><div class="left">{paragraphs(DOCUMENT)}</div>
    <div class="related">{"".join(f"<article><a href='/{n}'>Tin {n}</a></article>" for n in range(9))}</div></body>"""
LINE_BREAKS = f"""
    <body><div class="nav-top">Xin chào</div><div class="toanvan">{"<br/>".join(DOCUMENT)}</div>
    <p>© 2025 Xã Minh Khai Mẫu</p></body>"""
WORD_EXPORT = f"""
    <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {{margin:0}}</style>
    <!--[if gte mso 9]><xml><o:Pages>3</o:Pages></xml><![endif]--></head><body lang=VI><div class=WordSection1>
    {columns(OPENING[:3], OPENING[3:5])}
    {paragraphs(OPENING[5:], " class=MsoNormal align=center")}
    {paragraphs([line.replace(" mỗi", "<o:p></o:p> mỗi") for line in BODY[:2]], " class=MsoNormal")}
    <p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>-<span>&nbsp;&nbsp;</span></span>
    <![endif]>{BODY[2].removeprefix("- ")}</p>
    {paragraphs(BODY[3:], " class=MsoNormal")}{columns(SIGNATURE[:2], SIGNATURE[2:])}</div></body></html>"""


@pytest.mark.parametrize(
    "page",
    [PARTY_NEWS, LAW_LIBRARY, NEWSPAPER, WORDPRESS, TEASERS, LINE_BREAKS, WORD_EXPORT],
    ids=["party-news", "law-library", "newspaper", "wordpress", "teasers", "line-breaks", "word-export"],
)
def test_only_the_document_is_read(page: str) -> None:
    assert [line.text for line in webpage_lines(page)[0]] == DOCUMENT


def test_nothing_big_is_taken_for_furniture() -> None:
    page = f"<body><div class='print content-footer'>{paragraphs(DOCUMENT)}</div></body>"
    assert [line.text for line in webpage_lines(page)[0]] == DOCUMENT


def test_a_document_may_link_to_others() -> None:
    grounds = [f"- Căn cứ <a href='/{n}'>Quy chế số {n} của Đảng ủy</a>;" for n in range(4)]
    lines = webpage_lines(f"<body>{paragraphs([*OPENING, *grounds, *BODY])}</body>")[0]
    assert len(lines) == len(OPENING) + 4 + len(BODY)

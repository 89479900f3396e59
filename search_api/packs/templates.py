"""The built-in templates: how a branch's meetings and a lesson go, as a time plan, headings and questions.

The steps are those branches know (opening, news and instructions of the levels above, what was done and is to be done,
discussion, conclusion and vote); a thematic session is planned for an hour, which is what branches have
(``domain.md`` of the project's shared notes).
"""

from __future__ import annotations

from search_api.packs.content import Occasion, PackContent, TimeStep


def _plan(*steps: tuple[str, int]) -> tuple[TimeStep, ...]:
    return tuple(TimeStep(what=what, minutes=minutes) for what, minutes in steps)


BUILT_IN = {
    Occasion.REGULAR.value: PackContent(
        occasion=Occasion.REGULAR,
        aim=(
            "Thông tin kịp thời chủ trương của cấp trên; đánh giá việc thực hiện nhiệm vụ tháng qua; bàn và thống nhất "
            "nhiệm vụ tháng tới."
        ),
        plan=_plan(
            ("Ổn định tổ chức, thông báo số đảng viên có mặt, cử thư ký", 5),
            ("Thông tin thời sự, phổ biến văn bản của cấp trên", 20),
            ("Đánh giá việc thực hiện nhiệm vụ tháng qua; tình hình đảng viên", 15),
            ("Thảo luận nhiệm vụ tháng tới", 35),
            ("Kết luận, biểu quyết, thông qua biên bản", 15),
        ),
        local=(
            "1. Kết quả thực hiện nhiệm vụ tháng qua:\n\n"
            "2. Việc chưa làm được, nguyên nhân:\n\n"
            "3. Tình hình đảng viên và nhân dân nơi cư trú:\n"
        ),
        questions=(
            "Trong các nhiệm vụ cấp trên giao, việc nào chi bộ ta phải làm ngay trong tháng tới, ai phụ trách, bao giờ "
            "xong?",
            "Việc nào tháng trước đã bàn mà chưa làm được, vì sao?",
            "Đảng viên và nhân dân đang quan tâm, kiến nghị điều gì?",
        ),
        conclusion=(
            "1. Chi bộ thống nhất đánh giá:\n\n"
            "2. Nhiệm vụ tháng tới (việc, người phụ trách, thời hạn):\n\n"
            "3. Kiến nghị với cấp trên:\n"
        ),
    ),
    Occasion.THEMATIC.value: PackContent(
        occasion=Occasion.THEMATIC,
        aim=(
            "Giúp đảng viên nắm vững nội dung cốt lõi của chuyên đề; liên hệ với thực tế chi bộ; thống nhất những việc "
            "cụ thể phải làm."
        ),
        plan=_plan(
            ("Ổn định tổ chức, nêu lý do và mục đích của chuyên đề", 5),
            ("Trình bày đề dẫn", 10),
            ("Quán triệt nội dung các văn bản", 15),
            ("Thảo luận, liên hệ thực tế", 20),
            ("Kết luận, biểu quyết những việc phải làm", 10),
        ),
        introduction=(
            "1. Vì sao chi bộ chọn chuyên đề này:\n\n"
            "2. Những nội dung chính cần nắm vững:\n\n"
            "3. Những vấn đề đề nghị các đồng chí tập trung thảo luận:\n"
        ),
        local=(
            "1. Những việc chi bộ đã làm được theo chuyên đề:\n\n"
            "2. Hạn chế, nguyên nhân:\n\n"
            "3. Trách nhiệm của cấp uỷ và của mỗi đảng viên:\n"
        ),
        questions=(
            "Nội dung nào của chuyên đề gắn nhất với nhiệm vụ của chi bộ ta?",
            "Chi bộ ta đang làm tốt điều gì, còn vướng ở đâu so với yêu cầu của các văn bản?",
            "Mỗi đảng viên nhận một việc cụ thể nào, trong thời hạn bao lâu?",
        ),
        conclusion=(
            "1. Nội dung chi bộ thống nhất nhận thức:\n\n"
            "2. Những việc phải làm (việc, người phụ trách, thời hạn):\n\n"
            "3. Cách kiểm tra và thời điểm báo cáo kết quả với chi bộ:\n"
        ),
    ),
    Occasion.LESSON.value: PackContent(
        occasion=Occasion.LESSON,
        aim=(
            "Về kiến thức: người học nắm được nội dung cơ bản của văn bản.\n"
            "Về kỹ năng: biết vận dụng vào nhiệm vụ được giao, biết dẫn đúng văn bản.\n"
            "Về thái độ: nâng cao trách nhiệm trong thực hiện."
        ),
        plan=_plan(
            ("Ổn định lớp, nêu mục đích, yêu cầu của bài", 5),
            ("Phần I. Bối cảnh và sự cần thiết", 20),
            ("Phần II. Quan điểm, mục tiêu", 30),
            ("Phần III. Nhiệm vụ, giải pháp", 40),
            ("Giải lao", 10),
            ("Trao đổi, liên hệ thực tế", 35),
            ("Củng cố bài, giao câu hỏi ôn tập", 10),
        ),
        introduction=("I. BỐI CẢNH VÀ SỰ CẦN THIẾT\n\nII. QUAN ĐIỂM, MỤC TIÊU\n\nIII. NHIỆM VỤ, GIẢI PHÁP\n"),
        local="1. Thực tiễn ở địa phương, đơn vị của người học:\n\n2. Bài học, cách làm hay:\n",
        questions=(
            "Trình bày những quan điểm, mục tiêu cơ bản của văn bản.",
            "Nhiệm vụ nào có ý nghĩa quyết định đối với địa phương, đơn vị của đồng chí? Vì sao?",
            "Đồng chí vận dụng nội dung bài học vào công việc được giao như thế nào?",
        ),
        conclusion="1. Những nội dung người học cần nhớ:\n\n2. Tài liệu đọc thêm:\n",
    ),
}
"""Name → template; the names are those of the occasions."""

"""The file to download that articles offer: a short handbook, as a demonstration PDF."""

from cms.operations.demo.loading.library import Library
from cms.operations.demo.statute_pdf import demonstration_pdf
from cms.operations.demo.storing import store_document

KEY = "so-tay-cong-doan-co-so"
TITLE = "Sổ tay công đoàn cơ sở (bản minh họa)"
CHAPTERS = [
    "1. Tuần đầu nhận việc. Gặp người tiền nhiệm, nhận sổ sách, danh sách đoàn viên, thỏa ước và biên bản đối thoại gần nhất. Ghi lại việc còn dở.",
    "2. Lắng nghe. Mỗi tổ có một người báo tin. Ghi từng kiến nghị: ai nói, ngày nào, đã trả lời ra sao. Kiến nghị không được trả lời sẽ không được nói lần thứ hai.",
    "3. Đối thoại. Gửi nội dung trước, chọn hai hoặc ba việc cụ thể, cử người nói và người ghi. Kết thúc phải có việc, người làm và ngày xong.",
    "4. An toàn. Cùng kiểm tra nơi làm việc mỗi tháng. Thấy nguy hiểm thì dừng việc, báo quản lý, rồi mới bàn nguyên nhân.",
    "5. Chăm lo. Biết ai ốm, ai sinh con, ai xa nhà dịp Tết. Một lời hỏi thăm đúng lúc có khi quý hơn món quà.",
    "6. Tìm chỗ dựa. Việc khó hãy hỏi công đoàn xã, phường, đặc khu và Liên đoàn Lao động tỉnh. Không ai phải làm một mình.",
]


def load_handbook(library: Library) -> None:
    document = store_document(
        KEY,
        TITLE,
        f"{KEY}.pdf",
        lambda: demonstration_pdf(
            language="vi",
            above="Liên đoàn Lao động tỉnh Quảng Ninh",
            number="",
            title="Sổ tay công đoàn cơ sở",
            facts=["Tài liệu minh họa của trang thử nghiệm."],
            paragraphs=CHAPTERS,
        ),
    )
    library.loaded["file", KEY] = document.pk

"""The types of legal documents: Law 64/2025/QH15 on legal documents, and the forms of Decree 30/2020/NĐ-CP."""

from django.db import models
from django.utils.translation import pgettext_lazy


class DocumentType(models.TextChoices):
    """Loại văn bản, in the order of their rank; the code is the Vietnamese name without accents."""

    CONSTITUTION = "hien_phap", pgettext_lazy("type of legal document", "Constitution")
    CODE = "bo_luat", pgettext_lazy("type of legal document", "Code")
    LAW = "luat", pgettext_lazy("type of legal document", "Law")
    ORDINANCE = "phap_lenh", pgettext_lazy("type of legal document", "Ordinance")
    ORDER = "lenh", pgettext_lazy("type of legal document", "Order")
    RESOLUTION = "nghi_quyet", pgettext_lazy("type of legal document", "Resolution")
    JOINT_RESOLUTION = "nghi_quyet_lien_tich", pgettext_lazy("type of legal document", "Joint resolution")
    DECREE = "nghi_dinh", pgettext_lazy("type of legal document", "Decree")
    DECISION = "quyet_dinh", pgettext_lazy("type of legal document", "Decision")
    CIRCULAR = "thong_tu", pgettext_lazy("type of legal document", "Circular")
    JOINT_CIRCULAR = "thong_tu_lien_tich", pgettext_lazy("type of legal document", "Joint circular")
    DIRECTIVE = "chi_thi", pgettext_lazy("type of legal document", "Directive")
    GUIDANCE = "huong_dan", pgettext_lazy("type of legal document", "Guidance")
    PLAN = "ke_hoach", pgettext_lazy("type of legal document", "Plan")
    PROGRAMME = "chuong_trinh", pgettext_lazy("type of legal document", "Programme")
    CONCLUSION = "ket_luan", pgettext_lazy("type of legal document", "Conclusion")
    REGULATION = "quy_dinh", pgettext_lazy("type of legal document", "Regulation")
    STATUTE = "quy_che", pgettext_lazy("type of legal document", "Statute")
    NOTICE = "thong_bao", pgettext_lazy("type of legal document", "Notice")
    OFFICIAL_LETTER = "cong_van", pgettext_lazy("type of legal document", "Official letter")
    TELEGRAM = "cong_dien", pgettext_lazy("type of legal document", "Telegram")
    REPORT = "bao_cao", pgettext_lazy("type of legal document", "Report")
    PROPOSAL = "to_trinh", pgettext_lazy("type of legal document", "Proposal")
    CHARTER = "dieu_le", pgettext_lazy("type of legal document", "Charter")
    CONSOLIDATED_TEXT = "van_ban_hop_nhat", pgettext_lazy("type of legal document", "Consolidated text")
    OTHER = "khac", pgettext_lazy("type of legal document", "Other document")

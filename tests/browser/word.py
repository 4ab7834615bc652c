"""What Word puts on the clipboard, and pasting it."""

import unicodedata

# Word's habits: styles and classes of its own, smart tags, office elements, lists as paragraphs with their numbers
# typed, fonts, spaces that do not break, and (from a Mac) every accent a character of its own.
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns:st1="urn:schemas-microsoft-com:office:smarttags"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:".VnTime";} p.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:".VnTime"} -->
</style></head><body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal style='text-align:justify;mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'><span
lang=VI style='font-size:14.0pt;font-family:"Times New Roman",serif'>Công đoàn tỉnh<o:p></o:p></span></b></p>
<p class=MsoNormal><span style='font-size:14.0pt;mso-fareast-font-family:"Times New Roman"'>Hội nghị tại <st1:place
w:st="on"><st1:City w:st="on">Hạ Long</st1:City></st1:place>&nbsp;có <i>12.675</i> người,<span
style='mso-spacerun:yes'>&nbsp; </span>theo <a href="https://example.vn/1563" style='color:blue'><span
style='mso-bookmark:_x'>Chương trình 1563/CTr-TLĐ</span></a>.</span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span>Đối thoại ở cơ sở<o:p></o:p></span></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]><span>Thỏa ước tập thể<o:p></o:p></span></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Việc
thứ nhất<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""

PASTE = """(element, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", new DOMParser().parseFromString(html, "text/html").body.innerText);
    element.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def paste_from_word(editor) -> None:
    """Add a paragraph and paste the clipboard of a Mac's Word into it."""
    editor.add_block("Đoạn văn")
    text = editor.page.locator(".public-DraftEditor-content").last
    text.click()
    text.evaluate(PASTE, unicodedata.normalize("NFD", WORD))
    editor.steps += 1

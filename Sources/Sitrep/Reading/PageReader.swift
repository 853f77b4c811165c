struct HTMLDocument { init?(_ t: String) {} }
struct PageReader {
    var page: HTMLDocument
    var today: CalendarDate
    func draft() -> ArticleDraft { ArticleDraft(text: "") }
}
struct MarkdownReport {
    init(_ t: String) {}
    func draft() -> ArticleDraft { ArticleDraft(text: "") }
}
enum HTMLFragment { static func plainText(_ t: String) -> String { t } }

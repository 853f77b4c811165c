/// A report before cleaning: what its file's format gave.
struct ArticleDraft {
    var text: String
    var title: String?
    var recordID: String?
    var url: String?
    var source: String?
    var language: String?
    var published: PublishedDate?
    var given: [FacetKind: [[String]]] = [:]
    var removed: [RemovedPassage] = []

    init(text: String) { self.text = text }

    func finished(today: CalendarDate) -> Article {
        Article(title: title ?? "", text: text, language: language, published: published ?? .unknown, given: given)
    }
}

/// Closes a `<title>` that was left open.
///
/// HTML 5 takes everything after an open `<title>` for the title, to the end of the page; browsers of old ended it
/// with the head, and pages were written to that.
enum TitleRepair {
    private static let ends = ["</head", "<body", "<meta", "<link", "<script", "<style", "<h1", "<p>", "\n"]

    /// The page with its title closed; the page itself when nothing is open.
    static func closed(_ page: String) -> String {
        if ByteSearch.contains(page, "</title") || ByteSearch.contains(page, "</TITLE") { return page }
        // Letters of ASCII only, so that offsets hold in the page itself.
        let lowered = String(decoding: page.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard let start = ByteSearch.offset(of: "<title", in: lowered), !ByteSearch.contains(lowered, "</title"),
            let open = lowered.utf8.dropFirst(start).firstIndex(of: UInt8(ascii: ">"))
        else { return page }
        let at = lowered.utf8.distance(from: lowered.startIndex, to: open) + 1
        let rest = String(decoding: lowered.utf8.dropFirst(at), as: UTF8.self)
        guard let length = ends.lazy.compactMap({ ByteSearch.offset(of: $0, in: rest) }).min() else { return page }
        let bytes = Array(page.utf8)
        return String(decoding: bytes[..<(at + length)], as: UTF8.self) + "</title>"
            + String(decoding: bytes[(at + length)...], as: UTF8.self)
    }
}

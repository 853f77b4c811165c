#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a page's JSON-LD blocks (schema.org) say about its article.
struct StructuredData {
    private(set) var headline: String?
    private(set) var publisher: String?
    private(set) var url: String?
    private(set) var published: String?
    private(set) var created: String?
    private(set) var modified: String?

    init(_ page: HTMLDocument) {
        for node in page.elements("script")
        where page.attribute("type", of: node)?.lowercased().hasPrefix("application/ld+json") == true {
            // Raw line breaks in strings are common, and no JSON.
            let bytes = page.characters[page.nodes[node].text].map { $0 < 0x20 ? 0x20 : $0 }
            if let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) {
                take(value)
            } else if published == nil {
                let text = String(decoding: bytes, as: UTF8.self)
                published = StructuredData.field("datePublished", in: text)
                modified = modified ?? StructuredData.field("dateModified", in: text)
            }
        }
    }

    /// Takes what the objects say that are articles, in the order in which they stand.
    private mutating func take(_ root: JSONValue) {
        var waiting = [root]
        while let value = waiting.popLast() {
            switch value {
            case .list(let values): waiting.append(contentsOf: values.reversed())
            case .object(let fields):
                let types = fields["@type"]?.texts ?? []
                if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) {
                    headline = headline ?? fields["headline"]?.text
                    publisher = publisher ?? fields["publisher"]?.name
                    url = url ?? fields["url"]?.text
                    takeDates(fields)
                } else if types.contains(where: StructuredData.pages.contains) {
                    takeDates(fields)
                }
                for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                    if let inner = fields[name] { waiting.append(inner) }
                }
            default: break
            }
        }
    }

    /// What dates the page besides articles: the page itself, or what it shows.
    private static let pages: Set<String> = ["WebPage", "ItemPage", "VideoObject", "CreativeWork", "Recipe"]

    private mutating func takeDates(_ fields: [String: JSONValue]) {
        published = published ?? fields["datePublished"]?.text
        created = created ?? fields["dateCreated"]?.text ?? fields["uploadDate"]?.text
        modified = modified ?? fields["dateModified"]?.text
    }

    /// The string after `"name":` in a text that is no JSON.
    private static func field(_ name: String, in text: String) -> String? {
        guard let at = ByteSearch.offset(of: "\"\(name)\"", in: text) else { return nil }
        let rest = text.utf8.dropFirst(at + name.utf8.count + 2).drop { $0 == 0x20 || $0 == 0x3A }
        guard rest.first == UInt8(ascii: "\"") else { return nil }
        return String(rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") })
    }
}

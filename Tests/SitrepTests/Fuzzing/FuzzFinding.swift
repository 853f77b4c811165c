import Xapian

@testable import Sitrep

/// Finding things in texts.
enum FuzzFinding {
    private static let extractor = FacetExtractor(vocabulary: .builtIn)

    static func dates(_ bytes: [UInt8]) {
        let text = FuzzInput.text(bytes)
        _ = DateParser.parse(text)
        for found in DateParser.find(in: text) { FuzzInput.check([found.range], in: text) }
        let (title, rest) = FuzzInput.parts(bytes)
        let published = PublishedDate(date: FuzzInput.today, origin: .record)
        for found in EventDateFinder.find(title: title, text: rest, published: published) {
            precondition(found.first <= found.last, "an event that ends before it begins")
        }
    }

    static func facets(_ bytes: [UInt8]) {
        let (title, text) = FuzzInput.parts(bytes)
        for mention in extractor.extract(title: title, text: text).mentions {
            FuzzInput.check(mention.spans, in: text)
            FuzzInput.check(mention.titleSpans, in: title)
            precondition(mention.count > 0 && (0...1).contains(mention.salience), "a mention that is none")
        }
    }

    static func figures(_ bytes: [UInt8]) {
        let (title, text) = FuzzInput.parts(bytes)
        let claims = ClaimFinder.find(
            title: title,
            text: text,
            published: PublishedDate(date: FuzzInput.today, origin: .record),
            mentions: extractor.extract(title: title, text: text).mentions,
            vocabulary: .builtIn
        )
        precondition(claims.count <= ClaimFinder.mostClaims, "more figures than are kept")
        for claim in claims {
            FuzzInput.check([claim.span], in: claim.isInTitle ? title : text)
            precondition((claim.least ?? 0) <= (claim.most ?? .infinity), "at least more than at most")
        }
    }

    /// A report of these bytes is what is stored of it, and has the same words when it is made from that again.
    static func report(_ bytes: [UInt8]) throws {
        let reader = ReportReader(today: FuzzInput.today)
        guard let article = try? reader.article(bytes, format: .text, path: "report") else { return }
        var preparation = try ReportPreparation(vocabulary: .builtIn)
        let record = ReadRecord(article: article, digest: SHA256Digest.hex(bytes))
        let status = FileStatus(size: bytes.count, modified: 0, inode: 0)
        let file = WalkedFile(path: "/report.txt", relativePath: "report.txt", status: status, isNamedItself: false)
        let prepared = preparation.prepare(record, from: file)
        let stored = prepared.storedText()
        let text = try StoredText(decoding: stored)
        precondition(text.encoded() == stored, "a text that is not read as it was written")
        FuzzInput.check(text.mentions.flatMap(\.spans), in: text.text)
    }
}

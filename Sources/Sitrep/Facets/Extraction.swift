/// What indexing would take from files, without an index.
public struct Extraction: Sendable {
    private let vocabulary: Vocabulary
    /// How much a file and a report may hold.
    public let limits: ReadingLimits
    private let excluded: [String]

    /// Extraction with a vocabulary, within limits, of files that no glob leaves out.
    public init(vocabulary: Vocabulary = .builtIn, limits: ReadingLimits = .standard, excluding globs: [String] = []) {
        self.vocabulary = vocabulary
        self.limits = limits
        excluded = globs
    }

    /// Whether there is a file or folder at a path, be it readable or not.
    public static func canReach(_ path: String) -> Bool { Files.exists(path) }

    /// Reads files and folders and hands over what each report gives, in the order of the walk.
    ///
    /// Files are read twice where lines may repeat from report to report: those that do are left out as they are in an
    /// index whose sources are these paths. A file with one report, taken alone, has no such lines.
    ///
    /// - Parameter sink: gets each report, or the failure of a file or record.
    public func run(_ paths: [String], sink: (Result<ExtractedReport, ReadFailure>) throws -> Void) throws {
        let extractor = FacetExtractor(vocabulary: vocabulary)
        let reader = ReportReader(limits: limits, today: Timestamp.localToday())
        let repeated = try repeatedLines(of: paths, reader)
        for path in paths {
            do {
                try SourceWalker(excluding: excluded).walk(path) { item in
                    switch item {
                    case .file(let file): try read(file, reader, extractor, repeated, sink)
                    case .failure(let failure, _): try sink(.failure(failure))
                    case .skipped: break
                    }
                }
            } catch let failure as ReadFailure {
                try sink(.failure(failure))
            }
        }
    }

    /// Reads what is no file, such as standard input, and hands over what each report in it gives.
    ///
    /// What it is, its beginning tells (``ReportReader/read(_:named:sink:)``).
    ///
    /// - Parameter name: stands for the path, and for the id of a report that has none.
    public func run(
        _ bytes: [UInt8],
        named name: String,
        sink: (Result<ExtractedReport, ReadFailure>) throws -> Void
    ) throws {
        let extractor = FacetExtractor(vocabulary: vocabulary)
        do {
            try ReportReader(limits: limits, today: Timestamp.localToday()).read(bytes, named: name) { result in
                try sink(
                    result.map { record in
                        let id = ReportPreparation.id(of: record, relativePath: name)
                        return report(record.article, id: id, path: name, extractor)
                    }
                )
            }
        } catch let failure as ReadFailure {
            try sink(.failure(failure))
        }
    }

    /// What an article gives.
    private func report(_ article: Article, id: String, path: String, _ extractor: FacetExtractor) -> ExtractedReport {
        let found = ArticleFindings(
            article,
            headline: Tokenizer.tokenize(article.headline),
            text: Tokenizer.tokenize(article.text),
            extractor,
            vocabulary
        )
        return ExtractedReport(
            id: id,
            path: path,
            article: article,
            values: values(of: found.mentions, given: article.given),
            eventDates: found.eventDates,
            figures: found.claims.claims.map { claim in
                Figure(claim) { self.path(of: $0, in: $1, mentions: found.mentions) }
            }
        )
    }

    /// The names of a concept from the root; of one that no vocabulary has, the name that the text gives it.
    private func path(of concept: ConceptID, in facet: FacetKind, mentions: [FacetMention]) -> [String] {
        let path = vocabulary.path(of: concept, in: facet)
        guard path.isEmpty else { return path }
        let mention = mentions.first { $0.facet == facet && $0.concept == concept }
        return [mention?.name ?? concept.rawValue]
    }

    private func read(
        _ file: WalkedFile,
        _ reader: ReportReader,
        _ extractor: FacetExtractor,
        _ repeated: Set<RepeatedLine>,
        _ sink: (Result<ExtractedReport, ReadFailure>) throws -> Void
    ) throws {
        do {
            _ = try reader.read(file) { result in
                switch result {
                case .failure(let failure): try sink(.failure(failure))
                case .success(let record):
                    var record = record
                    _ = EdgeCleaning.clean(&record.article, path: file.path, repeated.contains)
                    let id = ReportPreparation.id(of: record, relativePath: file.relativePath)
                    try sink(.success(report(record.article, id: id, path: file.path, extractor)))
                }
            }
        } catch let failure as ReadFailure {
            try sink(.failure(failure))
        }
    }

    /// The lines that repeat at the edges of the reports; what cannot be read is left to the second reading to tell.
    private func repeatedLines(of paths: [String], _ reader: ReportReader) throws -> Set<RepeatedLine> {
        if paths.count == 1, !Files.isFolder(paths[0]),
            let format = ReportFormat(path: paths[0]), ![.json, .jsonLines].contains(format)
        {
            return []
        }
        var counter = EdgeLineCounter()
        for path in paths {
            try? SourceWalker(excluding: excluded).walk(path) { item in
                guard case .file(let file) = item, ReportFormat(path: file.path) != .html else { return }
                _ = try? reader.read(file) { result in
                    guard let article = try? result.get().article else { return }
                    if let edges = EdgeCleaning(article, path: file.path).edges { counter.count(edges) }
                }
            }
        }
        return counter.repeated
    }

    private func values(of mentions: [FacetMention], given: [FacetKind: [[String]]]) -> [FacetKind: [ExtractedValue]] {
        var values: [FacetKind: [ExtractedValue]] = [:]
        for mention in mentions {
            let concept = mention.name == nil ? vocabulary.concept(mention.concept, in: mention.facet) : nil
            values[mention.facet, default: []].append(
                ExtractedValue(
                    path: mention.name.map { [$0] } ?? vocabulary.path(of: mention.concept, in: mention.facet),
                    isWithinClass: concept?.isWithinClass ?? false,
                    mentions: mention.count,
                    salience: mention.salience,
                    surfaces: mention.surfaces,
                    spans: mention.spans,
                    titleSpans: mention.titleSpans
                )
            )
        }
        for (facet, paths) in given {
            for path in paths where !(values[facet] ?? []).contains(where: { $0.path == path }) {
                values[facet, default: []].append(
                    ExtractedValue(
                        path: path,
                        isWithinClass: false,
                        mentions: 0,
                        salience: 1,
                        surfaces: [],
                        spans: [],
                        titleSpans: []
                    )
                )
            }
        }
        return values
    }
}

/// What indexing takes from one report.
public struct ExtractedReport: Sendable {
    /// The id that the report would have in an index.
    public var id: String
    /// The absolute path of its file.
    public var path: String
    /// What was read: title, text, date and the other fields.
    public var article: Article
    /// The facet values, the most salient first.
    public var values: [FacetKind: [ExtractedValue]]
    /// The dates on which something happened that it tells of, in the order of the title and then of the text.
    public var eventDates: [EventDate]
    /// The figures that it gives, in the order of the title and then of the text.
    public var figures: [Figure]
}

/// A facet value and where the report says it.
public struct ExtractedValue: Sendable, Equatable {
    /// The names from the root.
    public var path: [String]
    /// Whether it says more closely which kind of its class is meant (``Concept/isWithinClass``).
    public var isWithinClass: Bool
    /// How often it is mentioned; 0 for a value that the record gave.
    public var mentions: Int
    /// 0…1: how much the report is about it.
    public var salience: Double
    /// How it is written, each spelling once.
    public var surfaces: [String]
    /// UTF-8 byte offsets into the text.
    public var spans: [Range<Int>]
    /// UTF-8 byte offsets into the title.
    public var titleSpans: [Range<Int>]
}

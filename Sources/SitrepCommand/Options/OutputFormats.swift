import ArgumentParser

/// The formats of a search.
enum HitFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, csv, trec

    /// Whether the facet values of each hit are written.
    var hasValues: Bool { self == .json || self == .ndjson || self == .csv }
}

/// The formats of a timeline.
enum PeriodFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, ndjson, csv
}

/// The formats of what is one object.
enum ObjectFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The formats of counts.
enum CountFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// The formats of a stream of reports.
enum StreamFormat: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson, json
}

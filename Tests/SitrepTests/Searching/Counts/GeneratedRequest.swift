@testable import Sitrep

/// A request as this test understands it, and as a person would write it.
struct GeneratedRequest {
    /// A facet value as it is written, and the keys of all values that it may mean.
    struct Named {
        var text: String
        var keys: Set<String>
    }

    /// Days since 1970, both included, and how they are written.
    struct Span {
        var text: String
        var days: ClosedRange<Int>
    }

    /// A part of a query.
    indirect enum Condition {
        case word(String)
        case phrase([String], hyphenated: Bool)
        case titleWord(String)
        case facet(FacetKind, Named)
        /// An outlet as written, and folded.
        case source(String, plain: String)
        case dates(Span)
        case not(Condition)
        case or([Condition])
        case and([Condition])
    }

    /// AND-ed; those that are a facet value, an outlet or a date are filters.
    var parts: [Condition] = []
    var values: [FacetKind: [Named]] = [:]
    var excludedValues: [FacetKind: [Named]] = [:]
    /// Outlets as written, and folded.
    var sources: [(text: String, plain: String)] = []
    var excludedSources: [(text: String, plain: String)] = []
    var languages: [String] = []
    /// Globs and the files that they match.
    var paths: [(glob: String, files: Set<Int>)] = []
    var from: Span?
    var to: Span?
    var undated: SearchRequest.Undated?

    /// The request as the library takes it.
    var request: SearchRequest {
        var request = SearchRequest()
        request.query = parts.map(\.written).joined(separator: " ")
        for (facet, named) in values { request.filters.values[facet] = named.map(\.text) }
        for (facet, named) in excludedValues { request.filters.excludedValues[facet] = named.map(\.text) }
        request.filters.sources = sources.map(\.text)
        request.filters.excludedSources = excludedSources.map(\.text)
        request.filters.languages = languages
        request.filters.paths = paths.map(\.glob)
        request.filters.from = from?.text
        request.filters.to = to?.text
        request.filters.undated = undated
        request.limit = nil
        request.facetValues = nil
        request.wantsSnippets = false
        request.mayRelax = false
        return request
    }
}

extension GeneratedRequest.Condition {
    /// The part as it stands in a query.
    var written: String {
        switch self {
        case .word(let word): word
        case .phrase(let words, let hyphenated):
            hyphenated ? words.joined(separator: "-") : #""\#(words.joined(separator: " "))""#
        case .titleWord(let word): "title:" + word
        case .facet(let facet, let value): #"\#(facet.rawValue):"\#(value.text)""#
        case .source(let name, _): #"source:"\#(name)""#
        case .dates(let span): "date:" + span.text
        case .not(let inner): "-" + inner.written
        case .or(let parts): "(" + parts.map(\.written).joined(separator: " OR ") + ")"
        case .and(let parts): "(" + parts.map(\.written).joined(separator: " ") + ")"
        }
    }
}

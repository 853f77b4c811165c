// How fast an index is searched and counted, in process, by the library.
//
// usage: search INDEX QUERIES.tsv [--whole]
//                                   p50 and p99 of the top 10 without counts, by class of query; a line of the file is
//                                   CLASS, words, a region, the first and the last day (YYYYMMDD), with tabs between them.
//                                   Words stand for themselves and their inflections, and only the total is counted, as
//                                   other engines do it; with --whole all is done that the command does but for facets and
//                                   passages: other spellings, stories, undated reports, suggestions
//        search INDEX WORD…         the top 10 with counts of regions, actors, weapons and months; * for all reports
//
// Times are microseconds.

import Foundation
import Sitrep

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 2 else {
    print("usage: search INDEX QUERIES.tsv | search INDEX WORD…")
    exit(64)
}

/// Microseconds that some work takes.
func microseconds(_ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let time = try clock.measure(work).components
    return Double(time.seconds) * 1e6 + Double(time.attoseconds) / 1e12
}

func day(_ digits: Substring) -> String {
    "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))"
}

/// The request of a line of the file, and its class.
func request(_ line: Substring, isWhole: Bool) -> (String, SearchRequest) {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    let words = parts[1].split(separator: " ")
    var request = SearchRequest()
    if parts[0] == "phrase2" {
        request.query = "\"\(parts[1])\""
    } else {
        request.query = words.joined(separator: parts[0].hasPrefix("or") ? " OR " : " ")
    }
    if parts.count > 2, !parts[2].isEmpty { request.filters.values[.region] = [String(parts[2])] }
    if parts.count > 4, !parts[3].isEmpty {
        request.filters.from = day(parts[3])
        request.filters.to = day(parts[4])
    }
    request.facetValues = 0
    request.wantsSnippets = false
    request.mayRelax = false
    request.groupsStories = isWhole
    request.literal = !isWhole
    return (String(parts[0]), request)
}

func percentile(_ sorted: [Double], _ share: Double) -> Double {
    sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}

let isWhole = arguments.last == "--whole"
let index = try SearchIndex(path: arguments[0])
if arguments[1].hasSuffix(".tsv") {
    let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
    let requests = text.split(separator: "\n").map { request($0, isWhole: isWhole) }
    var times: [String: [Double]] = [:]
    for round in 0..<4 {
        for (name, request) in requests {
            let time = try microseconds {
                if isWhole { _ = try index.search(request) } else { _ = try index.stream(request) { _ in } }
            }
            // The first round brings the index into memory.
            if round > 0 { times[name, default: []].append(time) }
        }
    }
    for (name, found) in times.sorted(by: { $0.key < $1.key }) {
        let sorted = found.sorted()
        print(name + String(format: " p50 %.0f p99 %.0f", percentile(sorted, 0.5), percentile(sorted, 0.99)))
    }
} else {
    for word in arguments.dropFirst() {
        var request = SearchRequest()
        request.query = word == "*" ? "" : word
        request.literal = true
        request.wantsSnippets = false
        request.groupsStories = true
        var total = 0
        var times: [Double] = []
        for round in 0..<12 {
            let time = try microseconds { total = try index.search(request).total }
            if round > 0 { times.append(time) }
        }
        times.sort()
        let spread = String(format: "p50 %.0f p99 %.0f", percentile(times, 0.5), percentile(times, 0.99))
        print("facets \(word) matching \(total) \(spread)")
    }
}

// How fast facets are found in clean text, on one core, and how long the vocabulary takes to open.
//
// usage: extraction TEXTFILE… (each file a report's text; they are repeated up to 8 MB)

import Foundation
import Sitrep

let texts = CommandLine.arguments.dropFirst().compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
guard !texts.isEmpty else {
    print("usage: extraction TEXTFILE…")
    exit(64)
}

/// Milliseconds that some work takes.
func milliseconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let time = clock.measure(work).components
    return Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
}

/// The least, the middle and the greatest of five rounds.
func rounds(_ work: () -> Double) -> String {
    let found = (0..<5).map { _ in work() }.sorted()
    return found.map { String(format: "%.2f", $0) }.joined(separator: " / ")
}

let opening = milliseconds { _ = Vocabulary.builtIn.concept(ConceptID(rawValue: "ua"), in: .region) }
print("first opening of the vocabulary and one look-up: \(String(format: "%.3f", opening)) ms")

let size = texts.reduce(0) { $0 + $1.utf8.count }
let repeats = max(1, 8_000_000 / size)
let megabytes = Double(size * repeats) / 1e6
let extractor = FacetExtractor(vocabulary: .builtIn)
print(
    "\(texts.count) texts, \(repeats) times: \(String(format: "%.1f", megabytes)) MB; MB/s, least / median / most of 5 rounds"
)
print(
    "tokens alone:        "
        + rounds {
            megabytes * 1000
                / milliseconds { for _ in 0..<repeats { for text in texts { _ = Tokenizer.tokenize(text) } } }
        }
)
var mentions = 0
print(
    "extraction, tokens included: "
        + rounds {
            megabytes * 1000
                / milliseconds {
                    for _ in 0..<repeats {
                        for text in texts { mentions += extractor.extract(title: "", text: text).mentions.count }
                    }
                }
        }
)
print("\(mentions / repeats / 5) mentions a round")

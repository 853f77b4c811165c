import Sitrep

/// How a score came about, as JSON.
struct ExplanationObject: Encodable {
    let score: Double
    let parts: [Part]

    /// What adds to the score; what does not apply to its kind is absent.
    struct Part: Encodable {
        let kind: String
        let score: Double
        var word: String?
        var related: [String]?
        var frequency: Int?
        var titleFrequency: Int?
        var idf: Double?
        var boost: Double?
        var weight: Double?
        var lengthNorm: Double?
        var saturation: Double?
        var titleScore: Double?
        var concepts: [[String]]?
        var ageDays: OrNull<Int>?
        var words: [String]?

        init(_ part: ScorePart) {
            score = part.score
            switch part {
            case .word(let share):
                kind = "word"
                word = share.word
                related = share.related.isEmpty ? nil : share.related
                frequency = share.frequency
                titleFrequency = share.titleFrequency
                idf = share.idf
                boost = share.boost
                weight = share.weight
                lengthNorm = share.normalLength
                saturation = share.saturation
                titleScore = share.titleScore
            case .salience(let paths, _):
                kind = "salience"
                concepts = paths
            case .recency(let age, _):
                kind = "recency"
                ageDays = OrNull(age)
            case .expansion(let list, _):
                kind = "expansion"
                words = list
            }
        }
    }

    init(_ explanation: ScoreExplanation) {
        score = explanation.score
        parts = explanation.parts.map(Part.init)
    }
}

/// How a score came about, for a person to read.
enum ExplanationText {
    /// A line for the sum and, further in, one for each part.
    static func lines(_ explanation: ScoreExplanation) -> [(text: String, level: Int)] {
        [("score \(rounded(explanation.score))", 0)]
            + explanation.parts.map { ("\(rounded($0.score)) \(text($0))", 1) }
    }

    private static func text(_ part: ScorePart) -> String {
        switch part {
        case .word(let word):
            let related = word.related.map { Printable.line($0) }.joined(separator: ", ")
            var text = Printable.line(word.word) + (related.isEmpty ? "" : " with \(related)")
            text += ": counts \(word.frequency)"
            if word.titleFrequency > 0 {
                text += ", \(word.titleFrequency) of them by the title (\(rounded(word.titleScore)))"
            }
            text += "; saturation \(rounded(word.saturation)) at \(rounded(word.normalLength)) of the average length"
            text += " × idf \(rounded(word.idf)) × boost \(rounded(word.boost))"
            return word.weight == 1 ? text : text + " × weight \(rounded(word.weight))"
        case .salience(let concepts, _):
            return "about " + concepts.map { Printable.line($0.joined(separator: "/")) }.joined(separator: " or ")
        case .recency(let age, _):
            guard let age else { return "undated: the average gain of the dated reports" }
            return age == 1 ? "1 day old" : "\(age) days old"
        case .expansion(let words, _):
            return "words of the best reports: " + words.map { Printable.line($0) }.joined(separator: ", ")
        }
    }

    /// With three digits behind the point.
    private static func rounded(_ number: Double) -> String {
        let thousandths = Int((number * 1000).rounded())
        let digits = String(thousandths % 1000)
        return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

/// Finds the dates on which something happened that a report tells of.
///
/// Explicit dates and relative ones are read in English, Ukrainian and Russian, and resolved against the day of
/// publication: a weekday is the last such day on or before it, a day and month without a year likewise, unless words
/// say otherwise (`next Wednesday`, `on Wednesday … will`). Without a day of publication only dates that are given in
/// full are known. What lies more than a week after publication has not happened and is left out, and so are the page's
/// own dates: bylines, datelines, notes of the last update. A pure function; one pass, linear in the length of the text.
public enum EventDateFinder {
    /// A report with more dates than that is a chronicle; the first ones are kept.
    static let mostDates = 100

    /// The dates of title and text, each once under its first wording, in the order of the title and then of the text.
    public static func find(title: String, text: String, published: PublishedDate) -> [EventDate] {
        find(
            title: title,
            titleTokens: Tokenizer.tokenize(title),
            text: text,
            textTokens: Tokenizer.tokenize(text),
            published: published
        )
    }

    /// The dates of title and text, when their tokens are at hand; `titleTokens` and `textTokens` must be theirs.
    public static func find(
        title: String,
        titleTokens: TokenizedText,
        text: String,
        textTokens: TokenizedText,
        published: PublishedDate
    ) -> [EventDate] {
        distinct(
            places(title: title, titleTokens: titleTokens, text: text, textTokens: textTokens, published: published),
            title: title,
            text: text
        )
    }

    /// The dates that title and text name in some places, each once under its first wording.
    static func distinct(_ places: [EventDatePlace], title: String, text: String) -> [EventDate] {
        var dates: [EventDate] = []
        var known: Set<EventDate> = []
        for place in places {
            guard dates.count < mostDates, known.insert(place.date).inserted else { continue }
            var date = place.date
            date.surface = surface(place.isInTitle ? title : text, place.span.lowerBound, place.span.upperBound)
            dates.append(date)
        }
        return dates
    }

    /// Where title and text name dates, every time that they do; the dates bear no surface.
    static func places(
        title: String,
        titleTokens: TokenizedText,
        text: String,
        textTokens: TokenizedText,
        published: PublishedDate
    ) -> [EventDatePlace] {
        let inTitle = expressions(title, titleTokens, isTitle: true)
        let inText = expressions(text, textTokens, isTitle: false)
        guard !inTitle.isEmpty || !inText.isEmpty else { return [] }
        var resolver = DateResolver(published: published, expressions: inTitle + inText)
        var places: [EventDatePlace] = []
        for (isTitle, tokens, expressions) in [(true, titleTokens, inTitle), (false, textTokens, inText)] {
            for (date, range) in resolver.resolve(expressions) {
                let span = tokens.tokens[range.lowerBound].start..<tokens.tokens[range.upperBound - 1].end
                places.append(EventDatePlace(date: date, isInTitle: isTitle, span: span))
            }
        }
        return places
    }

    private static func expressions(_ text: String, _ tokens: TokenizedText, isTitle: Bool) -> [FoundExpression] {
        var text = text
        return text.withUTF8 { utf8 in
            tokens.bytes.withUnsafeBytes { folded in
                tokens.tokens.withUnsafeBufferPointer { list in
                    DateExpressionReader.read(
                        DateText(
                            tokens: list,
                            folded: folded,
                            bytes: UnsafeRawBufferPointer(utf8),
                            lexicon: .shared
                        ),
                        isTitle: isTitle
                    )
                }
            }
        }
    }

    /// A part of the text on one line, with the bracket that closes one in it.
    private static func surface(_ text: String, _ start: Int, _ end: Int) -> String {
        let bytes = text.utf8
        let from = bytes.index(bytes.startIndex, offsetBy: start)
        var to = bytes.index(from, offsetBy: end - start)
        if to < text.endIndex, text[to] == ")", text[from..<to].contains("(") { to = text.index(after: to) }
        let part = text[from..<to]
        return part.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == " " }.joined(separator: " ")
    }
}

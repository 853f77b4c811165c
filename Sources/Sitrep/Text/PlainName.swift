/// A name as it is compared: its folded tokens with a space between them.
enum PlainName {
    static func of(_ name: String) -> String {
        let text = Tokenizer.tokenize(name)
        let folded = text.tokens.indices.map { text.string($0) }.joined(separator: " ")
        return folded.isEmpty ? name : folded
    }
}

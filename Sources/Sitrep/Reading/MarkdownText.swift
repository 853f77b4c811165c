/// Markdown (CommonMark's usual markup) reduced to plain text.
enum MarkdownText {
    /// The first top heading, if it comes before any text, and the text without it.
    static func render(_ lines: [Substring]) -> (title: String?, text: String) {
        var title: String?
        var output: [String] = []
        // How many lines at the start of these are empty, as far as is known: looked at once each.
        var blank = 0
        func isBlank(to end: Int) -> Bool {
            while blank < end, output[blank].isEmpty { blank += 1 }
            return blank >= end
        }
        var fence: Substring?
        for (index, line) in lines.enumerated() {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            if let open = fence {
                if trimmed.hasPrefix(open) { fence = nil } else { output.append(String(line)) }
                continue
            }
            if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") {
                fence = trimmed.prefix(3)
                continue
            }
            if let heading = heading(trimmed) {
                let isFirst = title == nil && heading.level == 1 && isBlank(to: output.count)
                if isFirst { title = inline(heading.text) } else { output += ["", inline(heading.text), ""] }
                continue
            }
            if isUnderline(trimmed), let last = output.last, !last.isEmpty, index > 0 {
                // The underlined form of a heading; under nothing, it is a rule.
                if trimmed.hasPrefix("="), title == nil, isBlank(to: output.count - 1) {
                    title = last
                    output.removeLast()
                } else {
                    output.append("")
                }
                continue
            }
            if isRule(trimmed) || isReference(trimmed) {
                output.append("")
                continue
            }
            var content = trimmed
            while content.hasPrefix(">") { content = content.dropFirst().drop { $0 == " " } }
            output.append(inline(withoutBullet(content)))
        }
        let text = output.joined(separator: "\n")
        return (title, text)
    }

    private static func heading(_ line: Substring) -> (level: Int, text: Substring)? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level) else { return nil }
        var text = line.dropFirst(level)
        guard text.isEmpty || text.first == " " || text.first == "\t" else { return nil }
        while text.last == "#" || text.last == " " { text.removeLast() }
        return (level, Substring(TextLines.trimmed(text)))
    }

    private static func isUnderline(_ line: Substring) -> Bool {
        let line = TextLines.trimmed(line)
        return line.utf8.count >= 3 && (line.allSatisfy { $0 == "=" } || line.allSatisfy { $0 == "-" })
    }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { $0 != " " }
        return marks.count >= 3 && ["*", "-", "_"].contains { mark in marks.allSatisfy { $0 == mark } }
    }

    /// `[name]: address`
    private static func isReference(_ line: Substring) -> Bool {
        guard line.hasPrefix("["), let close = line.firstIndex(of: "]") else { return false }
        return line[close...].hasPrefix("]:")
    }

    /// `- item` and `* item` keep their line, not their mark; numbers stay.
    private static func withoutBullet(_ line: Substring) -> Substring {
        for mark in ["- ", "* ", "+ "] where line.hasPrefix(mark) { return line.dropFirst(2) }
        return line
    }

    /// A line of any text without the addresses of links that are written as Markdown has them, as crawlers write them
    /// into plain text: `[Lviv](/world/europe/lviv)`. A line without such links stays as it is.
    static func withoutLinkTargets(_ line: String) -> String {
        guard ByteSearch.contains(line, "](") else { return line }
        let bytes = Array(line.utf8)
        var output: [UInt8] = []
        // Where the brackets that are open, and those to leave out, stand in the output.
        var open: [Int] = []
        var gone: [Int] = []
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte == UInt8(ascii: "[") { open.append(output.count) }
            if byte == UInt8(ascii: "]"), let start = open.popLast(), let end = addressEnd(at + 1, in: bytes) {
                gone.append(start)
                at = end
                continue
            }
            output.append(byte)
            at += 1
        }
        for place in gone { output[place] = 0 }
        return String(decoding: gone.isEmpty ? output : output.filter { $0 != 0 }, as: UTF8.self)
    }

    /// Where `(https://…)` or `(/…)` at `start` ends; `nil` where there is none. Looks at 2,000 bytes at most.
    private static func addressEnd(_ start: Int, in bytes: [UInt8]) -> Int? {
        let rest = bytes[min(start, bytes.count)...]
        guard rest.starts(with: "(http".utf8) || rest.starts(with: "(/".utf8) else { return nil }
        return rest.prefix(2000).firstIndex { $0 == UInt8(ascii: ")") }.map { $0 + 1 }
    }

    /// A line without emphasis marks, code marks, link targets and images.
    ///
    /// A line of more than 64 KiB stays as it is: looking for the other end of every mark takes quadratic time.
    static func inline(_ line: Substring) -> String {
        guard line.utf8.count <= 1 << 16 else { return String(line) }
        var scanner = InlineScanner(Array(line))
        return scanner.run()
    }
}

/// One pass over a line of Markdown.
private struct InlineScanner {
    private let input: [Character]
    private var output = ""
    private var at = 0

    init(_ input: [Character]) { self.input = input }

    mutating func run() -> String {
        while at < input.count {
            switch input[at] {
            case "\\" where at + 1 < input.count && (input[at + 1].isPunctuation || input[at + 1].isSymbol):
                output.append(input[at + 1])
                at += 2
            case "`": code()
            case "!" where at + 1 < input.count && input[at + 1] == "[":
                if !link(from: at + 1, keepsText: false) { plain() }
            case "[": if !link(from: at, keepsText: true) { plain() }
            case "<": if !autolink() { plain() }
            case "*", "_", "~": emphasis()
            default: plain()
            }
        }
        return output
    }

    private mutating func plain() {
        output.append(input[at])
        at += 1
    }

    private mutating func code() {
        let length = input[at...].prefix { $0 == "`" }.count
        var end = at + length
        while end < input.count {
            let run = input[end...].prefix { $0 == "`" }.count
            if run == length {
                output += String(input[at + length..<end])
                at = end + length
                return
            }
            end += max(run, 1)
        }
        output += String(repeating: "`", count: length)
        at += length
    }

    /// Takes `[text](address)` or `[text][name]`.
    private mutating func link(from start: Int, keepsText: Bool) -> Bool {
        guard let close = closing(start, "[", "]"), close + 1 < input.count else { return false }
        let opener = input[close + 1]
        guard opener == "(" || opener == "[", let end = closing(close + 1, opener, opener == "(" ? ")" : "]") else {
            return false
        }
        if keepsText {
            var inner = InlineScanner(Array(input[start + 1..<close]))
            output += inner.run()
        }
        at = end + 1
        return true
    }

    private func closing(_ start: Int, _ open: Character, _ close: Character) -> Int? {
        var depth = 0
        for i in start..<min(input.count, start + 2000) {
            if input[i] == open { depth += 1 }
            if input[i] == close {
                depth -= 1
                if depth == 0 { return i }
            }
        }
        return nil
    }

    /// Takes `<https://…>`.
    private mutating func autolink() -> Bool {
        guard let end = input[at...].prefix(2000).firstIndex(of: ">") else { return false }
        let inner = String(input[at + 1..<end])
        guard inner.hasPrefix("http://") || inner.hasPrefix("https://") else { return false }
        output += inner
        at = end + 1
        return true
    }

    /// Leaves out marks that touch a word on one side; a `*` between blanks and a `_` inside a word stay.
    private mutating func emphasis() {
        let mark = input[at]
        let length = input[at...].prefix { $0 == mark }.count
        let before = at > 0 ? input[at - 1] : " "
        let after = at + length < input.count ? input[at + length] : " "
        let isInside = isWord(before) && isWord(after)
        let isAlone = before.isWhitespace && after.isWhitespace
        if isAlone || (isInside && mark == "_") || (mark == "~" && length != 2) {
            output += String(repeating: mark, count: length)
        }
        at += length
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension Style {
    /// Breaks text into lines that leave room for `indent` columns before them: at blanks, and between characters of
    /// scripts that have no blanks.
    ///
    /// A word that is longer than a line stays whole: a path or an address that is broken cannot be copied. Isolates are
    /// closed at the end of a line and opened again on the next, for to a terminal each line is a paragraph. Where
    /// lines stay whole, the text comes back as it is.
    ///
    /// - Parameter limit: the columns of a line at most, `indent` included, where there are more; `nil` for as many as
    ///   there are.
    func lines(_ text: String, indent: Int = 0, limit: Int? = nil) -> [String] {
        guard let width else { return text.isEmpty ? [] : [text] }
        let room = max(20, min(width, limit ?? width) - indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        // By scalars: a blank with a mark behind it is a blank, too.
        for word in text.unicodeScalars.split(separator: " ").map(Substring.init) {
            for (index, piece) in Self.pieces(of: word).enumerated() {
                let columns = DisplayWidth.columns(piece)
                let gap = index == 0 && used > 0 ? 1 : 0
                if used > 0, used + gap + columns > room {
                    lines.append(line)
                    (line, used) = (String(piece), columns)
                } else {
                    line += (gap == 1 ? " " : "") + piece
                    used += gap + columns
                }
            }
        }
        if !line.isEmpty { lines.append(line) }
        return Self.closingIsolates(lines)
    }

    /// Puts values into lines that leave room for `indent` columns before them, a dot between them; a line ends behind
    /// a dot, and within a value only where it is longer than a line.
    func lines(values: [String], indent: Int) -> [String] {
        guard let width else { return values.isEmpty ? [] : [values.joined(separator: " · ")] }
        let room = max(20, width - indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        for (index, value) in values.enumerated() {
            let dot = index == values.count - 1 ? 0 : 2
            let columns = DisplayWidth.columns(value)
            if used > 0, used + 1 + columns + dot > room {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if used > 0 {
                line += " "
                used += 1
            }
            if columns + dot > room {
                let parts = self.lines(value, indent: indent + dot)
                lines += parts.dropLast()
                line = parts.last ?? ""
                used = DisplayWidth.columns(line)
            } else {
                line += value
                used += columns
            }
            if dot > 0 { line += " ·" }
            used += dot
        }
        if !line.isEmpty { lines.append(line) }
        return Self.closingIsolates(lines)
    }

    /// Text in lines as ``lines(_:indent:limit:)`` breaks it, each after `indent` blanks, without a break at the end.
    func wrapped(_ text: String, indent: Int = 0, limit: Int? = nil) -> String {
        let margin = String(repeating: " ", count: indent)
        return lines(text, indent: indent, limit: limit).map { margin + $0 }.joined(separator: "\n")
    }

    /// Text in lines of which all begin after `indent` blanks but the first, which begins so where the text does.
    func hanging(_ text: String, indent: Int) -> String {
        let wrapped = wrapped(text, indent: indent)
        return text.hasPrefix(" ") ? wrapped : String(wrapped.drop { $0 == " " })
    }

    /// A heading and text beside it, in a column that begins after `width` columns; nothing for a text without words.
    ///
    /// - Parameter decorate: what is done with each line of the text.
    func labelled(_ name: String, _ text: String, width: Int, decorate: (String) -> String = { $0 }) -> String {
        let indent = max(width, DisplayWidth.columns(name) + 1)
        return labelled(name, lines(text, indent: indent).map(decorate), indent: indent)
    }

    /// A heading and values beside it, as ``lines(values:indent:)`` puts them; nothing for no values.
    func labelled(_ name: String, values: [String], width: Int) -> String {
        let indent = max(width, DisplayWidth.columns(name) + 1)
        return labelled(name, lines(values: values, indent: indent), indent: indent)
    }

    private func labelled(_ name: String, _ lines: [String], indent: Int) -> String {
        guard !lines.isEmpty else { return "" }
        let margin = "\n" + String(repeating: " ", count: indent)
        return heading(Self.padded(name, columns: indent)) + lines.joined(separator: margin) + "\n"
    }

    /// A text cut at `columns` with `…` for what is missing.
    static func cut(_ text: String, columns: Int) -> String {
        guard DisplayWidth.columns(text) > columns else { return text }
        var result = ""
        var used = 1
        for character in text {
            used += DisplayWidth.columns(character)
            guard used <= columns else { break }
            result.append(character)
        }
        return result + "…"
    }

    /// A path cut at `columns`: its last names tell most, so that the first go.
    static func cutPath(_ path: String, columns: Int) -> String {
        guard DisplayWidth.columns(path) > columns else { return path }
        var rest = path[...]
        while let slash = rest.firstIndex(of: "/") {
            rest = rest[rest.index(after: slash)...]
            if DisplayWidth.columns(rest) + 2 <= columns { return "…/" + rest }
        }
        return cut(String(rest), columns: columns)
    }

    /// A text with blanks behind it, or before it, up to `columns`.
    static func padded(_ text: String, columns: Int, isRight: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text)))
        return isRight ? blanks + text : text + blanks
    }

    /// The parts of a word between which a line may end: Chinese and Japanese have no blanks.
    private static func pieces(of word: Substring) -> [Substring] {
        guard word.utf8.contains(where: { $0 >= 0xE1 }) else { return [word] }
        var pieces: [Substring] = []
        var start = word.startIndex
        var last: Character?
        for (index, character) in zip(word.indices, word) {
            defer { last = character }
            guard let last, DisplayWidth.isWide(last), DisplayWidth.isWide(character) else { continue }
            guard !beginsNoLine.contains(character), !endsNoLine.contains(last) else { continue }
            pieces.append(word[start..<index])
            start = index
        }
        return pieces + [word[start...]]
    }

    private static let beginsNoLine: Set<Character> = [
        "、", "。", "，", "．", "！", "？", "：", "；", "）", "」", "』", "】", "〕", "〉", "》", "ー", "々",
    ]
    private static let endsNoLine: Set<Character> = ["（", "「", "『", "【", "〔", "〈", "《"]

    private static func closingIsolates(_ lines: [String]) -> [String] {
        var open = 0
        return lines.map { line in
            let before = open
            for scalar in line.unicodeScalars {
                if scalar == "\u{2068}" { open += 1 } else if scalar == "\u{2069}" { open = max(0, open - 1) }
            }
            guard before > 0 || open > 0 else { return line }
            return String(repeating: firstStrongIsolate, count: before) + line
                + String(repeating: popIsolate, count: open)
        }
    }
}

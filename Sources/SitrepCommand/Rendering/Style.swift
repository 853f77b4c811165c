import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// When to use colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}

/// How text looks on this terminal.
struct Style {
    /// Whether escape sequences may be written.
    let isColored: Bool
    /// Columns; 80 where the output is no terminal.
    let width: Int

    init(_ choice: ColorChoice) {
        switch choice {
        case .always: isColored = true
        case .never: isColored = false
        case .auto:
            let noColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
            let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
            isColored = Output.outputIsTerminal && !noColor && !isDumb
        }
        var size = winsize()
        if Output.outputIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
            width = max(40, Int(size.ws_col))
        } else {
            width = getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.map { max(40, $0) } ?? 80
        }
    }

    func title(_ text: String) -> String { wrap(text, "1") }
    func faint(_ text: String) -> String { wrap(text, "2") }
    func match(_ text: String) -> String { wrap(text, "1;31") }
    func heading(_ text: String) -> String { wrap(text, "1;36") }

    /// A mention of a place, an actor or a weapon.
    func facet(_ text: String, _ facet: FacetKind) -> String {
        switch facet {
        case .region: wrap(text, "1;32")
        case .actor: wrap(text, "1;35")
        case .weapon: wrap(text, "1;31")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    /// Breaks text at blanks into lines of at most the terminal's width, each after `indent` blanks.
    ///
    /// Escape sequences count nothing.
    func wrapped(_ text: String, indent: Int) -> String {
        let room = max(20, width - indent)
        let margin = repeatElement(UInt8(ascii: " "), count: indent)
        var output: [UInt8] = Array(margin)
        var used = 0
        let bytes = Array(text.utf8)
        for word in bytes.split(separator: UInt8(ascii: " ")) {
            let length = Self.columns(word)
            if used > 0, used + 1 + length > room {
                output.append(UInt8(ascii: "\n"))
                output += margin
                used = 0
            } else if used > 0 {
                output.append(UInt8(ascii: " "))
                used += 1
            }
            output += word
            used += length
        }
        return used == 0 ? "" : String(decoding: output, as: UTF8.self)
    }

    /// A heading and text beside it, in a column that begins after `width` blanks; nothing for a text without words.
    func labelled(_ name: String, _ text: String, width: Int) -> String {
        let label = name + String(repeating: " ", count: max(1, width - name.count))
        let lines = wrapped(text, indent: label.count)
        guard !lines.isEmpty else { return "" }
        // The first line begins with as many blanks as the label has characters.
        return heading(label) + lines.dropFirst(label.count) + "\n"
    }

    /// The columns that a word takes: one a character, two for wide ones, none for escape sequences.
    static func columns(_ word: ArraySlice<UInt8>) -> Int {
        let escape: UInt8 = 0x1B
        if word.allSatisfy({ $0 < 0x80 && $0 != escape }) { return word.count }
        var columns = 0
        var isEscape = false
        for character in String(decoding: word, as: UTF8.self) {
            if character == "\u{1B}" { isEscape = true }
            if !isEscape { columns += isWide(character) ? 2 : 1 }
            if isEscape, character == "m" { isEscape = false }
        }
        return columns
    }

    private static func isWide(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1_F300...0x1_FAFF, 0x2_0000...0x3_FFFD:
            return true
        default: return false
        }
    }
}

/// A shell whose command lines can be completed.
enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// What may be escaped with a backslash between single quotes; nothing in bash and zsh.
    private var escapedInSingle: String { self == .fish ? "\\'" : "" }
    /// What may be escaped with a backslash between double quotes.
    private var escapedInDouble: String { self == .fish ? "\\\"$" : "\\\"$`" }

    /// Which quotation is open at a place of a command line.
    enum Quotation {
        case none, single, double
    }

    /// The words of a command line that ends at the cursor.
    struct Words: Equatable {
        /// The words without their quotes, the one under the cursor last; that one may be empty.
        var words: [String] = []
        /// The last word as it is typed.
        var raw = ""
        /// The quotation that is open at the end.
        var quotation = Quotation.none
    }

    /// Cuts a command line into its words, as the shell does before it expands anything.
    func words(of line: String) -> Words {
        var result = Words()
        var word = String.UnicodeScalarView()
        var raw = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if !isEscaped, result.quotation == .none, scalar == " " || scalar == "\t" || scalar == "\n" {
                if !raw.isEmpty { result.words.append(String(word)) }
                (word, raw) = (.init(), .init())
                continue
            }
            raw.append(scalar)
            if isEscaped {
                isEscaped = false
                switch result.quotation {
                case .none: break
                case .single where !escapedInSingle.unicodeScalars.contains(scalar): word.append("\\")
                case .double where !escapedInDouble.unicodeScalars.contains(scalar): word.append("\\")
                default: break
                }
                word.append(scalar)
                continue
            }
            switch (scalar, result.quotation) {
            case ("\\", .none), ("\\", .double): isEscaped = true
            case ("\\", .single) where !escapedInSingle.isEmpty: isEscaped = true
            case ("'", .none): result.quotation = .single
            case ("\"", .none): result.quotation = .double
            case ("'", .single), ("\"", .double): result.quotation = .none
            default: word.append(scalar)
            }
        }
        result.words.append(String(word))
        result.raw = String(raw)
        return result
    }

    /// `text` as it must stand in a bash command line where a quotation is open or not.
    static func quotedForBash(_ text: some Sequence<Unicode.Scalar>, in quotation: Quotation) -> String {
        var quoted = String.UnicodeScalarView()
        for scalar in text {
            switch quotation {
            case .none:
                let isPlain =
                    scalar.value >= 0x80 || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "_-./:,+@%=^".unicodeScalars.contains(scalar)
                if !isPlain { quoted.append("\\") }
                quoted.append(scalar)
            case .single where scalar == "'": quoted.append(contentsOf: "'\\''".unicodeScalars)
            case .single: quoted.append(scalar)
            case .double where scalar == "!":
                // Bash's history is looked up in double quotes too, and a backslash before it would stay.
                quoted.append(contentsOf: "\"'!'\"".unicodeScalars)
            case .double:
                if "\\\"$`".unicodeScalars.contains(scalar) { quoted.append("\\") }
                quoted.append(scalar)
            }
        }
        return String(quoted)
    }
}

/// How the values of an entry are read, with errors that name the file, the line and what to do.
extension YAMLNode {
    /// One text.
    ///
    /// - Parameters:
    ///   - key: whose value this is.
    ///   - most: so many bytes it may have.
    func text(of key: String, in file: String, most: Int = .max) throws(VocabularyError) -> String {
        guard let text else { throw failure("\(key) is not one text", "write it behind the key", in: file) }
        guard text.utf8.count <= most else {
            throw failure("\(key) is longer than \(most) bytes", "make it shorter", in: file)
        }
        return text
    }

    /// The items of a list; one text is a list of one, an empty one a list of none.
    func list(
        of key: String,
        in file: String,
        most: Int = .max
    ) throws(VocabularyError) -> [(text: String, node: YAMLNode)] {
        switch value {
        case .scalar(""): return []
        case .scalar: return [(try text(of: key, in: file, most: most), self)]
        case .sequence(let items):
            var list: [(text: String, node: YAMLNode)] = []
            for item in items { list.append((try item.text(of: key, in: file, most: most), item)) }
            return list
        case .mapping:
            throw failure("\(key) is no list", "write each value on a line of its own behind “- ”", in: file)
        }
    }

    /// True or false; false where nothing is written.
    func isTrue(_ key: String, in file: String) throws(VocabularyError) -> Bool {
        switch text?.lowercased() {
        case "true": return true
        case "false", "": return false
        default: throw failure("\(key) is neither true nor false", "write \(key): true, or leave it out", in: file)
        }
    }

    /// An error at this value.
    func failure(_ message: String, _ hint: String, in file: String) -> VocabularyError {
        VocabularyError(code: .format, message: message, hint: hint, file: file, line: line)
    }
}

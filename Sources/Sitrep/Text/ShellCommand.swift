/// Command lines for a person to type.
public enum ShellCommand {
    /// Arguments as a shell takes them.
    public static func line(_ arguments: [String]) -> String { arguments.map(quoted).joined(separator: " ") }

    /// A word as a shell takes it: in quotes where it has anything but letters, digits and plain signs.
    public static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./:,=".unicodeScalars.contains($0)
        }
        guard !isPlain || word.isEmpty else { return word }
        return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}

import Sitrep

/// What the completion scripts call: `sitrep ---complete SHELL LINE [WORD]`.
///
/// `LINE` is the command line up to the cursor, `WORD` in bash the part of its last word that will be replaced, since bash
/// ends words at colons and equals signs. The first line of the answer is `files`, `folders` or `words`; the words follow,
/// a line each, quoted for bash, with a tab and a remark for the others. It never fails: what cannot be completed has no
/// words.
enum CompletionRequest {
    /// What stands in the place of a command; with three hyphens, no command line of a person has it.
    static let argument = "---complete"

    /// The answer to the arguments behind ``argument``.
    static func answer(_ arguments: [String]) -> String {
        guard arguments.count > 1, let shell = Shell(rawValue: arguments[0]),
            let completion = try? CommandLineCompletion(shell: shell)
        else { return "words\n" }
        let line = shell.words(of: arguments[1])
        let answer = completion.answer(arguments: line.words)
        switch answer {
        case .files: return "files\n"
        case .folders: return "folders\n"
        case .words(let offers):
            let lines = offers.filter { isLine($0.text) }.compactMap { offer in
                shell == .bash
                    ? rest(of: offer.text, behind: line, replacing: arguments.count > 2 ? arguments[2] : nil)
                    : described(offer)
            }
            return (["words"] + lines).map { $0 + "\n" }.joined()
        }
    }

    /// Whether a text can be handed over: one line without control characters.
    private static func isLine(_ text: String) -> Bool { !text.isEmpty && Printable.line(text) == text }

    private static func described(_ offer: Offer) -> String {
        offer.remark.isEmpty ? offer.text : offer.text + "\t" + Printable.line(offer.remark)
    }

    /// The part of a word that bash puts in the place of the one that it asks about; `nil` where the word does not begin
    /// as what stays before that.
    private static func rest(of word: String, behind line: Shell.Words, replacing part: String?) -> String? {
        let raw = line.raw.unicodeScalars
        let part = (part ?? line.raw).unicodeScalars
        guard raw.count >= part.count, raw.suffix(part.count).elementsEqual(part) else { return nil }
        let before = Shell.bash.words(of: String(String.UnicodeScalarView(raw.dropLast(part.count))))
        let stays = (before.words.last ?? "").unicodeScalars
        guard word.unicodeScalars.starts(with: stays) else { return nil }
        return Shell.quotedForBash(word.unicodeScalars.dropFirst(stays.count), in: before.quotation)
    }
}

extension CommandLineCompletion {
    /// The answer to a whole command line, with the program's name and what stands before that.
    func answer(arguments words: [String]) -> Answer {
        let name = SitrepRoot.configuration.commandName ?? ""
        let program = words.dropLast().firstIndex { $0 == name || $0.hasSuffix("/" + name) } ?? words.startIndex
        let rest = words.dropFirst(program + 1)
        return rest.isEmpty ? .words([]) : answer(Array(rest))
    }
}

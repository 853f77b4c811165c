import CommandLineInfo
import Sitrep

/// Says what the word under the cursor of a command line can become.
struct CommandLineCompletion {
    let shell: Shell
    private let root: CommandInfo

    /// What a shell is told.
    enum Answer: Equatable {
        case files, folders
        /// Whole words; none for what cannot be completed.
        case words([Offer])
    }

    init(shell: Shell) throws {
        self.shell = shell
        root = try CommandInfo.decode(SitrepRoot._dumpHelp().utf8)
    }

    /// - Parameter words: those behind the program's name, the one under the cursor last.
    func answer(_ words: [String]) -> Answer {
        let place = CompletionPlace(words, in: root)
        switch place.kind {
        case .nothing: return .words([])
        case .command(let commands):
            return .words(
                commands.filter { $0.commandName.hasPrefix(place.typed) }
                    .map { Offer(text: $0.commandName, remark: Self.brief($0.abstract)) }
            )
        case .option(let arguments):
            return .words(
                arguments.compactMap { argument in
                    let name = argument.typedNames.first { $0.hasPrefix("--") } ?? argument.preferredName?.typed
                    guard let name, name.hasPrefix(place.typed) else { return nil }
                    return Offer(text: name, remark: Self.brief(argument.abstract))
                }
            )
        case .value(let argument):
            let answer = CompletionValues(shell: shell, place: place, commands: root.shownSubcommands)
                .answer(for: argument)
            guard case .words(let offers) = answer else { return answer }
            return .words(offers.map { Offer(text: place.lead + $0.text, remark: $0.remark) })
        }
    }

    /// The beginning of a help text, up to its first full stop, colon, bracket or semicolon.
    private static func brief(_ help: String?) -> String {
        let text = help ?? ""
        let end = text.indices.first { at in
            let next = text.index(after: at)
            return "(;".contains(text[at])
                || (".:".contains(text[at]) && (next == text.endIndex || text[next] == " "))
        }
        return String(text[..<(end ?? text.endIndex)]).trimmingBlanks
    }
}

import CommandLineInfo
import Sitrep

/// Knows options by the names that other programs give them.
///
/// The argument parser suggests what is spelt alike, which these are not.
enum MistakenOptions {
    private static let meant = [
        "--json": "--format json", "--since": "--from", "--after": "--from", "--until": "--to", "--before": "--to",
    ]

    /// Refuses an option that the command does not have where it has the one that is meant.
    static func check(_ arguments: [String]) throws(SitrepError) {
        let typed = arguments.prefix { $0 != "--" }.compactMap {
            $0.split(separator: "=", maxSplits: 1).first.map(String.init)
        }
        guard let (name, option) = typed.lazy.compactMap({ name in meant[name].map { (name, $0) } }).first,
            let command = command(arguments), let info = command.info.arguments,
            !info.contains(where: { $0.typedNames.contains(name) }),
            info.contains(where: { $0.typedNames.contains { option == $0 || option.hasPrefix($0 + " ") } })
        else { return }
        throw SitrepError(
            .usage,
            "there is no option \(name)",
            hint: "did you mean \(option)? See: \(command.path) --help"
        )
    }

    /// The first option that the command does not have, with the one that is spelt most like it: for messages of the
    /// parser about something else, which comes of that.
    static func unknown(_ arguments: [String]) -> (name: String, near: String?, command: String)? {
        let typed = arguments.prefix { $0 != "--" }.filter { $0.hasPrefix("--") && $0 != "--" }
        guard !typed.isEmpty, let command = command(arguments), let info = command.info.arguments else { return nil }
        // Those of the root hold everywhere.
        let names = info.flatMap(\.typedNames).filter { $0.hasPrefix("--") } + ["--help", "--version"]
        for argument in typed {
            let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? argument
            guard !names.contains(name) else { continue }
            let letters = Array(name.dropFirst(2).unicodeScalars)
            let most = letters.count < 5 ? 1 : 2
            let near = names.compactMap { option in
                EditDistance.typing(letters, Array(option.dropFirst(2).unicodeScalars), most: most).map { ($0, option) }
            }
            return (name, near.min { $0 < $1 }?.1, command.path)
        }
        return nil
    }

    /// The command that is named first, as far down as names go.
    private static func command(_ arguments: [String]) -> (info: CommandInfo, path: String)? {
        guard var info = try? CommandInfo.decode(SitrepRoot._dumpHelp().utf8) else { return nil }
        var path = info.commandName
        for name in arguments {
            guard let next = info.subcommands?.first(where: { $0.commandName == name }) else { break }
            info = next
            path += " " + name
        }
        return (info, path)
    }
}

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

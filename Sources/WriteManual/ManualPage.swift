import CommandLineInfo

/// The manual page of one command.
struct ManualPage {
    let command: CommandInfo
    /// The names of the commands above it, the program's first.
    let parents: [String]
    /// The day that stands at the foot, as `November 21, 2026`.
    let date: String
    /// The pages of the program's other commands.
    let others: [String]

    /// The name of the page, `sitrep-search`.
    var name: String { path.joined(separator: "-") }
    private var path: [String] { parents + [command.commandName] }
    private var discussion: Discussion { Discussion(command.discussion ?? "") }
    private var options: [ArgumentInfo] { command.shownArguments.filter { $0.kind != .positional } }
    private var positionals: [ArgumentInfo] { command.shownArguments.filter { $0.kind == .positional } }

    /// The page in mdoc.
    var text: String {
        var lines = [".Dd \(date)", ".Dt \(name.uppercased()) 1", ".Os"]
        lines += [".Sh NAME", ".Nm \(name)", ".Nd \(summary)"]
        lines += [".Sh SYNOPSIS"] + synopsis
        lines += [".Sh DESCRIPTION", Roff.text(command.abstract ?? "")]
        for paragraph in discussion.paragraphs where !paragraph.hasPrefix("Exit status:") {
            // The examples that a colon announces stand in a section of their own.
            lines += [".Pp", Roff.text(paragraph.hasSuffix(":") ? paragraph.dropLast() + "." : paragraph)]
        }
        lines += arguments
        lines += commands
        lines += optionList
        lines += [".Sh ENVIRONMENT"] + list(Surrounding.variables, "Ev")
        lines += [".Sh FILES"] + list(Surrounding.files, "Pa")
        lines += [".Sh EXIT STATUS", ".Bl -tag -width 4n -compact"]
        lines += ExitStatus.all.flatMap { [".It \($0.code)", Roff.text($0.meaning)] } + [".El"]
        if !discussion.examples.isEmpty {
            lines += [".Sh EXAMPLES", ".Bd -literal -compact"]
            lines += discussion.examples.map { Roff.line(Roff.escaped($0, isTyped: true)) } + [".Ed"]
        }
        lines += [".Sh SEE ALSO"]
        lines += others.enumerated().map { ".Xr \($1) 1" + ($0 + 1 < others.count ? " ," : "") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The abstract as the whatis database has it: without a full stop, beginning small.
    private var summary: String {
        var abstract = command.abstract ?? ""
        if abstract.hasSuffix(".") { abstract.removeLast() }
        return Roff.escaped(abstract.prefix(1).lowercased() + abstract.dropFirst())
    }

    private var synopsis: [String] {
        var lines = [".Nm \(path.joined(separator: " "))"]
        if !command.shownSubcommands.isEmpty { lines.append(".Ar command") }
        lines += options.map { ".Op \(Self.form(of: $0))" }
        for argument in positionals {
            let value = "Ar " + Roff.argument(argument.valueName ?? "value")
            let dots = argument.isRepeating ? " ..." : ""
            lines.append(argument.isOptional ? ".Op \(value)\(dots)" : ".\(value)\(dots)")
        }
        return lines
    }

    /// An option with its preferred name and its value.
    private static func form(of argument: ArgumentInfo) -> String {
        let name = argument.preferredName?.typed ?? argument.names?.first?.typed ?? ""
        return flag(name) + (argument.kind == .option ? " Ar " + Roff.argument(argument.valueName ?? "value") : "")
    }

    /// A name with the hyphen that mdoc adds taken off.
    private static func flag(_ name: String) -> String { "Fl " + Roff.escaped(String(name.dropFirst())) }

    private var arguments: [String] {
        guard !positionals.isEmpty else { return [] }
        return [".Pp", "The arguments are:", ".Bl -tag -width Ds"]
            + positionals.flatMap { argument in
                [".It Ar \(Roff.argument(argument.valueName ?? "value"))", Roff.text(argument.abstract ?? "")]
            } + [".El"]
    }

    private var commands: [String] {
        let subcommands = command.shownSubcommands.filter { $0.commandName != "help" }
        guard !subcommands.isEmpty else { return [] }
        return [".Sh COMMANDS", ".Bl -tag -width Ds"]
            + subcommands.flatMap { [".It Xr \(name)-\($0.commandName) 1", Roff.text($0.abstract ?? "")] } + [".El"]
    }

    private var optionList: [String] {
        guard !options.isEmpty else { return [] }
        var titles: [String?] = []
        for option in options where !titles.contains(option.sectionTitle) { titles.append(option.sectionTitle) }
        // The common ones come last, under no heading where they are alone.
        titles = titles.filter { $0 != nil } + titles.filter { $0 == nil }
        var lines = [".Sh OPTIONS"]
        for title in titles {
            if titles.count > 1 { lines.append(".Ss \(title ?? "Output and index")") }
            lines.append(".Bl -tag -width Ds")
            for option in options where option.sectionTitle == title {
                let value = option.kind == .option ? " Ar " + Roff.argument(option.valueName ?? "value") : ""
                let names = (option.names ?? []).map(\.typed).sorted { $0.count < $1.count }
                lines.append(".It " + names.map { Self.flag($0) + value }.joined(separator: " , "))
                var help = option.abstract ?? ""
                if let standard = option.defaultValue, !standard.isEmpty, !help.contains("default:") {
                    help += " The default is \(standard)."
                }
                lines.append(Roff.text(help))
            }
            lines.append(".El")
        }
        return lines
    }

    private func list(_ items: [Surrounding], _ macro: String) -> [String] {
        [".Bl -tag -width Ds"]
            + items.flatMap { [".It \(macro) \(Roff.argument($0.name))", Roff.text($0.meaning)] } + [".El"]
    }
}

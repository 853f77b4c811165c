#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What a command is called, what it does and what it takes, as the argument parser's `--experimental-dump-help` says.
public struct CommandInfo: Decodable, Sendable {
    /// The name that is typed.
    public var commandName: String
    /// What it does, in a sentence.
    public var abstract: String?
    /// More about it, with examples; lines of examples begin with blanks.
    public var discussion: String?
    /// Whether help shows it.
    public var shouldDisplay: Bool?
    /// The commands below it.
    public var subcommands: [CommandInfo]?
    /// Its options, flags and positional arguments.
    public var arguments: [ArgumentInfo]?

    /// The commands below it that help shows.
    public var shownSubcommands: [CommandInfo] { (subcommands ?? []).filter { $0.shouldDisplay ?? true } }

    /// The arguments that help shows.
    public var shownArguments: [ArgumentInfo] { (arguments ?? []).filter(\.shouldDisplay) }

    /// Reads what `--experimental-dump-help` prints.
    ///
    /// - Throws: `DecodingError` for anything else.
    public static func decode(_ dump: some Collection<UInt8>) throws -> CommandInfo {
        try JSONDecoder().decode(Tool.self, from: Data(dump)).command
    }

    private struct Tool: Decodable {
        var command: CommandInfo
    }
}

/// An option, a flag or a positional argument of a command.
public struct ArgumentInfo: Decodable, Sendable {
    /// How it is given.
    public enum Kind: String, Decodable, Sendable {
        case positional, option, flag
    }

    /// A name with the hyphens that stand before it.
    public struct Name: Decodable, Sendable {
        private var kind: String
        private var name: String

        /// As it is typed.
        public var typed: String { (kind == "long" ? "--" : "-") + name }
    }

    /// What the shell can complete a value with.
    public struct Completion: Decodable, Sendable {
        /// Some values, and no others.
        public struct List: Decodable, Sendable {
            /// As they are typed.
            public var values: [String]
        }

        /// What only stands there or not.
        public struct Presence: Decodable, Sendable {}

        /// The values there are, where these are few.
        public var list: List?
        /// There for the path of a file.
        public var file: Presence?
        /// There for the path of a folder.
        public var directory: Presence?
    }

    /// How it is given.
    public var kind: Kind
    /// Whether help shows it.
    public var shouldDisplay: Bool
    /// Whether it can be left out.
    public var isOptional: Bool
    /// Whether it can be given more than once.
    public var isRepeating: Bool
    /// The names of an option or flag, long ones and short ones.
    public var names: [Name]?
    /// The name that help shows first.
    public var preferredName: Name?
    /// What stands for the value in help.
    public var valueName: String?
    /// What holds where it is left out, as it would be typed; `nil` where nothing does.
    public var defaultValue: String?
    /// What it is for.
    public var abstract: String?
    /// The heading that it stands under; `nil` for the common one.
    public var sectionTitle: String?
    /// What the shell can complete its value with; `nil` for what nothing is known of.
    public var completionKind: Completion?
}

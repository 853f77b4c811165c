import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where a user's own vocabulary is.
struct VocabularyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            The folder of the own vocabulary (default: the one that the index remembers, else $SITREP_VOCABULARY, else \
            ~/.config/sitrep/vocabulary).
            """,
            valueName: "folder"
        ),
        completion: .directory
    )
    var vocabulary: String?

    @OptionGroup var index: IndexOption

    /// Opens the vocabulary.
    func open() throws -> OwnVocabulary {
        let folder = vocabulary ?? UserVocabulary.folder(rememberedBy: index.path) ?? Self.standardFolder
        guard let folder, !folder.isEmpty else {
            throw SitrepError(
                .usage,
                "there is no place for an own vocabulary",
                hint: "name a folder with --vocabulary, or set SITREP_VOCABULARY"
            )
        }
        return try OwnVocabulary(folder: folder)
    }

    /// The folder that is used where none is named: `$SITREP_VOCABULARY`, else below `$XDG_CONFIG_HOME`, else below the
    /// home folder.
    static var standardFolder: String? {
        if let named = variable("SITREP_VOCABULARY") { return named }
        if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/sitrep/vocabulary" }
        return variable("HOME").map { $0 + "/.config/sitrep/vocabulary" }
    }

    /// A variable of the environment; `nil` where it is unset or empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return PathBytes.string(fromC: value)
    }
}

extension FacetKind: ExpressibleByArgument {}

import ArgumentParser
import Sitrep

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
        let index = try index.path
        let folder = vocabulary ?? UserVocabulary.folder(rememberedBy: index) ?? Self.standardFolder
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
        if let named = Environment.variable("SITREP_VOCABULARY") { return named }
        if let folder = Environment.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return folder + "/sitrep/vocabulary"
        }
        return Environment.variable("HOME").map { $0 + "/.config/sitrep/vocabulary" }
    }
}

extension FacetKind: ExpressibleByArgument {}

import ArgumentParser

/// `sitrep saved`: searches that are kept with the index and run again.
struct SavedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "saved",
        abstract: "Keep searches, and see what is new for each.",
        discussion: """
            They are kept in saved.yaml in the folder of the index, for people to read and edit. A report is new for a \
            search when it first came into the index after that search last ran with --new; no clock has a part in it.

              sitrep saved add kursk drones --region "Kursk Oblast"
              sitrep saved run kursk --new
              sitrep saved run --all --new
            """,
        subcommands: [
            SavedAddCommand.self, SavedListCommand.self, SavedShowCommand.self, SavedRunCommand.self,
            SavedRemoveCommand.self,
        ]
    )
}

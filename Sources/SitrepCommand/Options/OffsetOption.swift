import ArgumentParser

/// Behind how many results a command begins to show them.
struct OffsetOption: ParsableArguments {
    @Option(name: .customLong("offset"), help: ArgumentHelp("How many results to pass over.", valueName: "n"))
    var count = 0

    func validate() throws {
        guard count >= 0 else { throw ValidationError("--offset must not be negative") }
    }
}

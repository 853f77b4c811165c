import Testing

/// Two reports, their index, and one saved search, `front`, that finds one of them.
struct SavedStore {
    let reports: ReportStore

    init() throws {
        reports = try ReportStore()
        try reports.write("a.txt", "Drones hit a depot near Kursk on Monday, the governor of the region said.")
        try reports.write("b.txt", "Apples grow well in the southern valley this year, two growers said.")
        try reports.build()
        try saved(["add", "front", "drones", "--region", "Kursk", "--sort", "newest"]).expectDone()
    }

    /// Runs a command of `sitrep saved` on the index.
    func saved(_ arguments: [String]) throws -> Outcome {
        // The option belongs behind the name of the command that has it.
        try SitrepProcess.run(["saved"] + arguments.prefix(1) + ["--index", reports.index] + arguments.dropFirst())
    }
}

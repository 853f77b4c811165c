import ArgumentParser

@main
struct SitrepRoot: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "sitrep")
}

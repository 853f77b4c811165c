import ArgumentParser
import Sitrep
import Testing

@testable import SitrepCommand

/// The quick reading of a search's command line says what the full one says, or leaves it to that one.
@Suite struct PlainCommandLineTests {
    /// What the argument parser makes of a command line.
    private func parsed(_ arguments: [String]) throws -> SearchInvocation {
        let command = try SitrepRoot.parseAsRoot(QueryArguments.rearranged(arguments))
        return try #require(command as? SearchCommand).invocation
    }

    static let plain: [[String]] = [
        ["search"],
        ["search", "drones"],
        ["search", "drones", "kyiv", "\"air defence\""],
        ["search", "--index", "somewhere", "drones"],
        ["search", "drones", "--index", "somewhere"],
        ["search", "--region", "Kiev", "--region", "Odesa", "--actor", "NATO", "--weapon", "SCALP"],
        ["search", "--not-region", "Kursk", "--not-actor", "a", "--not-weapon", "b", "--not-source", "c"],
        ["search", "--not-language", "ru", "--not-path", "drafts/", "--not-path", "*.md"],
        ["search", "--source", "Reuters", "--language", "uk", "--path", "*.txt"],
        ["search", "--from", "2024-11", "--to", "7d", "--added-from", "today", "--added-to", "yesterday"],
        ["search", "--happened-from", "2024-11", "--happened-to", "2024-W50"],
        ["search", "--undated", "only"], ["search", "--undated", "include"], ["search", "--undated", "exclude"],
        ["search", "--color", "always"], ["search", "--format", "json"], ["search", "--format", "csv", "x"],
        ["search", "--limit", "5"], ["search", "--limit", "all"], ["search", "--offset", "20"],
        ["search", "--sort", "newest"], ["search", "--facets", "0"], ["search", "--facets", "all"],
        ["search", "--facets-depth", "2"], ["search", "-q", "x"], ["search", "--quiet"], ["search", "--literal", "x"],
        ["search", "--limit", "1", "--limit", "2"], ["search", "--hyperlinks", "always", "x"],
        ["search", "--paths", "x"], ["search", "x", "--print0", "--paths"], ["search", "--paths", "--format", "text"],
        ["search", "--keys", "x"], ["search", "--print0", "x", "--keys"],
        ["search", "-shahed"], ["search", "drones", "-S-300", "kyiv", "--limit", "2"],
        ["search", "-region:kursk drones"],
        ["search", "région:Київ", "ракета", "مسيّرة"],
    ]

    @Test(arguments: plain) func readsAsTheParserDoes(_ arguments: [String]) throws {
        let quick = try #require(SearchInvocation(plain: arguments))
        #expect(try quick == parsed(arguments))
    }

    @Test(arguments: [
        [], ["--help"], ["--version"], ["facets", "x"], ["search", "--help"], ["search", "-h"],
        ["search", "--limit=5"], ["search", "--", "-x"], ["search", "-hv"], ["search", "--limit", "-1"],
        ["search", "--limit", "many"], ["search", "--limit"], ["search", "--regoin", "Kyiv"],
        ["search", "--sort", "best"], ["search", "--format", "xml"], ["search", "--facets-depth", "0"],
        ["search", "--offset", "x"], ["search", "--undated", "maybe"], ["search", "--color", "blue"],
        ["search", "--paths", "--format", "json"], ["search", "--format", "csv", "--print0"],
        ["search", "--paths", "--keys"], ["search", "--keys", "--format", "csv"],
        ["search", "--hyperlinks", "maybe"], ["search", "--region", "--actor"], ["search", "-v", "x"], ["search", "-"],
    ])
    func leavesTheRestToTheParser(_ arguments: [String]) {
        #expect(SearchInvocation(plain: arguments) == nil)
    }
}

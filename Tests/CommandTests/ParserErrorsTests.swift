import ArgumentParser
import Testing

@testable import SitrepCommand

@Suite("Errors of the argument parser are told from others")
struct ParserErrorsTests {
    private struct Unknown: Error {}

    @Test(arguments: [["--help"], ["--version"], ["help"], [], ["search", "--limit", "x"], ["nonsense"], ["show"]])
    func parser(_ arguments: [String]) {
        do {
            var command = try SitrepRoot.parseAsRoot(arguments)
            try command.run()
            Issue.record("no error")
        } catch {
            #expect(Main.isFromParser(error))
        }
    }

    @Test func others() {
        #expect(!Main.isFromParser(Unknown()))
    }
}

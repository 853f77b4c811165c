import Testing

@testable import Sitrep

@Suite("Command lines in hints can be typed as they are")
struct ShellCommandTests {
    @Test("Words with anything but plain signs are quoted")
    func quotes() {
        #expect(
            ShellCommand.line(["sitrep", "search", "Харків", "--path=a/*.txt"])
                == "sitrep search Харків '--path=a/*.txt'"
        )
        #expect(ShellCommand.quoted("") == "''")
        #expect(ShellCommand.quoted("it's here") == "'it'\\''s here'")
    }

    @Test("They name the index, but for the one that commands take where none is named")
    func index() throws {
        let folder = try ScratchFolder()
        let named = "sitrep reindex --rebuild --index '\(folder("my index"))'"
        #expect(ShellCommand.reindexing(folder("my index") + "/", "--rebuild") == named)
        #expect(ShellCommand.reindexing("Index") == "sitrep reindex")
        #expect(IndexMetadata.wrongSchema(0, at: folder("one")).hint?.hasSuffix(" --index " + folder("one")) == true)
        #expect(IndexMetadata.repairHint(folder("one")).hasSuffix(" --index " + folder("one")))
    }
}

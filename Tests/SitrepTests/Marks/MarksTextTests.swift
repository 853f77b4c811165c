import Testing

@testable import Sitrep

@Suite("The file of marks is read with care and changed line by line")
struct MarksTextTests {
    private static let digest = String(repeating: "0a", count: 32)

    private func text(_ text: String) throws -> MarksText { try MarksText(Array(text.utf8), path: "marks.yaml") }

    private func written(_ text: MarksText) -> String { String(decoding: text.bytes, as: UTF8.self) }

    private func entry(_ id: String, _ change: (inout ReportMarks) -> Void) -> MarkEntry {
        var entry = MarkEntry(id: id, digest: Self.digest, marks: ReportMarks())
        change(&entry.marks)
        return entry
    }

    @Test("What is written is read again, whatever stands in ids, tags and notes")
    func roundTrip() throws {
        let hostile = [
            "plain", "two words", "- dash", "# hash", "a: b", "\"quoted\" and 'quoted'", "..", "{a: [b]}", "true",
            "null",
            "Київ — ё", "e\u{301}", "\u{202E}right to left\u{202C}", "مرحبا", "NUL\u{0}inside", "tab\tline\nbreak\r\n",
            "\u{10FEFF}", "\u{2028}", "a\\b", " blanks ", "|", ">", "&anchor", "*ref", "%", "@", "`", "😀", "\u{FEFF}x",
        ]
        var file = try text("")
        let entries = hostile.map { text in
            entry("id " + text) {
                $0.note = text
                if let tag = TagName.read(text) { $0.tags = [tag] }
                $0.title = text
                $0.by = text
                $0.set[.region] = ["Ukraine/" + text]
            }
        }
        try file.change([:], adding: entries)
        let again = try MarksText(file.bytes, path: "marks.yaml").entries
        #expect(again.map(\.id) == entries.map(\.id))
        #expect(again.map(\.marks) == entries.map(\.marks))
    }

    @Test("A change leaves comments, order and layout of everything else as they are")
    func layout() throws {
        let before = """
            # Ours.
            marks:

              # The first one.
              - id: a
                sha256: "\(Self.digest)"
                tags: [one, "two"]   # inline
                # What Olha says:
                note: >
                  folded
                  text
                at: "2024-01-01T00:00:00Z"

              # The second one.
              - tags:
                - x
                id: b
            # The end.

            """
        var file = try text(before)
        #expect(file.entries.map(\.id) == ["a", "b"])
        #expect(file.entries[0].marks.tags == ["one", "two"])
        #expect(file.entries[0].marks.note == "folded text\n")
        var (first, second) = (file.entries[0], file.entries[1])
        first.marks.note = "new"
        first.marks.isIrrelevant = true
        second.marks.tags.append("y")
        try file.change([0: first, 1: second], adding: [entry("c") { $0.tags = ["z"] }])
        let after = """
            # Ours.
            marks:

              # The first one.
              - id: a
                sha256: "\(Self.digest)"
                tags: [one, "two"]   # inline
                # What Olha says:
                note: new
                irrelevant: "true"
                at: "2024-01-01T00:00:00Z"

              # The second one.
              - tags:
                - x
                - y
                id: b
            # The end.
              - id: c
                sha256: "\(Self.digest)"
                tags:
                - z

            """.replacing("\"true\"", with: "true")
        #expect(written(file) == after)
        try file.change([0: nil], adding: [])
        #expect(file.entries.map(\.id) == ["b", "c"])
        #expect(written(file).contains("# The first one.") && written(file).contains("# Ours."))
    }

    @Test("An item is put into a list, and taken out of it, and the comments of the others stay")
    func lists() throws {
        let before = """
            marks:
            - id: a
              tags:   # mine
              # the first
              - one   # 1
              - two   # 2
              # the last
              - three
              # of the note
              note: n
            - id: b
              tags: [one, "two", three]   # inline
              set-region: [ "Ukraine/Kyiv" ]

            """
        func changed(_ number: Int, _ tags: [String]) throws -> String {
            var file = try text(before)
            var entry = file.entries[number]
            entry.marks.tags = tags
            try file.change([number: entry], adding: [])
            #expect(file.entries[number].marks.tags == tags)
            return written(file)
        }
        let longer = before.replacing("- three\n", with: "- three\n  - \"a: b\"\n")
        #expect(try changed(0, ["one", "two", "three", "a: b"]) == longer)
        #expect(try changed(0, ["one", "three"]) == before.replacing("  - two   # 2\n", with: ""))
        #expect(
            try changed(0, ["two", "new"])
                == before.replacing("  - one   # 1\n", with: "").replacing("  - three\n", with: "  - new\n")
        )
        #expect(try changed(1, ["one", "two", "three", "x"]) == before.replacing("three] ", with: "three, x] "))
        #expect(try changed(1, ["two", "three"]) == before.replacing("[one, ", with: "["))
        #expect(try changed(1, ["one", "two", "x"]) == before.replacing(", three]", with: ", x]"))
        // In another order it is written as a whole.
        #expect(try changed(1, ["two", "one"]).contains("  tags:\n  - two\n  - one\n  set-region"))
    }

    @Test("An entry in braces is written anew as a whole, and the last one leaves an empty list")
    func braces() throws {
        var file = try text("marks:\n- {id: a, tags: [x]}\n- id: b\n  note: n\n")
        var first = file.entries[0]
        first.marks.tags = ["x", "y"]
        try file.change([0: first], adding: [])
        #expect(written(file) == "marks:\n- id: a\n  tags:\n  - x\n  - y\n- id: b\n  note: n\n")
        try file.change([0: nil, 1: nil], adding: [])
        #expect(file.entries.isEmpty)
        try file.change([:], adding: [entry("c") { $0.note = "n" }])
        #expect(try text(written(file)).entries.map(\.id) == ["c"])
    }

    @Test("A layout that is not understood is refused, and stays as it is")
    func refused() throws {
        let before = "marks: [{id: a, tags: [x]}, {id: b}]\n"
        var file = try text(before)
        var first = file.entries[0]
        first.marks.tags = ["y"]
        #expect(throws: VocabularyError.self) { try file.change([0: first], adding: []) }
        #expect(written(file) == before)
    }

    @Test(
        "A mistake is told with its line",
        arguments: [
            ("marks:\n- id: a\n  tag: x\n", 3, "is no key"), ("marks:\n- id: a\n  note: [x]\n", 3, "not one text"),
            ("marks:\n- id: a\n- note: x\n", 3, "has no id"),
            ("marks:\n- id: a\n  irrelevant: perhaps\n", 3, "neither"),
            ("marks:\n- id: a\n  set-date: 2024-13\n", 3, "no month"), ("marks:\n- id: a\n  sha256: abc\n", 3, "64"),
            ("marks:\n- id: a\n  set-date: today\n", 3, "another date every day"),
            ("marks:\n- id: a\n  note: x\n  set-date: last month\n", 4, "another date every day"),
            ("marks:\n- id: a\n  tags:\n  - x\n  - \"a\\nb\"\n", 5, "tag"),
            ("mark:\n- id: a\n", 1, "cannot stand here"),
            ("marks:\n- id: a\n  id: b\n", 3, "twice"), ("marks:\n- id: a\n  tags: {a: b}\n", 3, "no list"),
            ("marks:\n- id: a\n  note: \"x\n", 0, "YAML"), ("- id: a\n", 1, "no list of marks"),
            ("marks:\n- a\n", 2, "no keys"), ("marks:\n- id: a\n  set-region: [\"...\"]\n", 3, "no word"),
            ("marks:\n- id: &x a\n- id: *x\n", 3, "anchors"), ("marks: a\n", 1, "no list"),
        ]
    )
    func mistakes(text: String, line: Int, part: String) throws {
        let error = try #require(throws: VocabularyError.self) { try self.text(text) }
        if line > 0 { #expect(error.line == line, "\(error)") }
        #expect(error.message.contains(part), "\(error)")
        #expect(!error.hint.isEmpty)
    }

    @Test(
        "Line breaks that are no line feeds are changed rightly or refused",
        arguments: [
            "marks:\r- id: a\r  note: x\r", "marks:\r  - id: a\r    note: x\r  - id: b\r",
            "marks:\n- id: a\n  note: \"x\u{2028}y\u{2029}z\"\n- id: b\n  note: n\n",
            "marks:\u{85}- id: a\u{85}  tags: [x]\u{85}", "marks:\r\n- id: a\r\n  note: x\r\n- id: b\r\n",
            "marks:\n- id: a\n  note: |\n    x\u{85}    y\n  irrelevant: true\n- id: b\n",
            "marks:\u{2028}- id: a\u{2029}",
        ]
    )
    func otherBreaks(content: String) throws {
        let before = try text(content)
        for number in before.entries.indices {
            for isRemoved in [false, true] {
                var file = before
                var wanted = before.entries.map(\.marks.note)
                var entry = before.entries[number]
                entry.marks.note = "new"
                wanted[number] = "new"
                if isRemoved { wanted.remove(at: number) }
                wanted.append("added")
                do throws(VocabularyError) {
                    try file.change([number: isRemoved ? nil : entry], adding: [self.entry("c") { $0.note = "added" }])
                } catch {
                    #expect(error.message.contains("laid out"))
                    #expect(written(file) == written(before))
                    wanted = before.entries.map(\.marks.note)
                }
                #expect(try text(written(file)).entries.map(\.marks.note) == wanted)
            }
        }
    }

    @Test("No bytes make it crash", arguments: [0, 1, 2, 3] as [UInt64])
    func damage(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let whole = Array("marks:\n- id: a\n  tags: [x, y]\n  set-date: \"2024-11\"\n- id: b\n  note: |\n    c\n".utf8)
        let breaks = ["\r", "\u{85}", "\u{2028}", "\u{2029}"].map { Array($0.utf8) }
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: bytes.indices, using: &generator)
                if Bool.random(using: &generator) {
                    bytes[place] = UInt8.random(in: 0...255, using: &generator)
                } else {
                    bytes.replaceSubrange(place...place, with: breaks.randomElement(using: &generator) ?? [])
                }
            }
            guard var file = try? MarksText(bytes, path: "marks.yaml") else { continue }
            let before = file.entries
            let isChanged = (try? file.change([:], adding: [entry("new") { $0.tags = ["t"] }])) != nil
            #expect(file.entries.count == before.count + (isChanged ? 1 : 0))
            for (number, entry) in file.entries.enumerated() {
                var (changed, less) = (file, file)
                var entry = entry
                entry.marks.tags.append("another")
                try? changed.change([number: entry], adding: [])
                try? less.change([number: nil], adding: [])
                #expect(changed.entries.count == file.entries.count)
            }
            #expect((try? MarksText(file.bytes, path: "marks.yaml")) != nil)
        }
    }

    @Test("Many changes of a file of many marks are one")
    func many() throws {
        var file = try text("")
        try file.change([:], adding: (0..<3_000).map { n in entry("id-\(n)") { $0.tags = ["t\(n % 7)"] } })
        var changes: [Int: MarkEntry?] = [:]
        for (number, entry) in file.entries.enumerated() where number % 2 == 0 {
            var entry = entry
            entry.marks.note = "note \(number)"
            changes[number] = .some(number % 4 == 0 ? entry : nil)
        }
        try file.change(changes, adding: [])
        #expect(file.entries.count == 2_250)
        #expect(file.entries.count { $0.marks.note != nil } == 750)
    }
}

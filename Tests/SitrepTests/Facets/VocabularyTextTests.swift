import Testing

@testable import Sitrep

@Suite("A vocabulary file is changed as a careful person would")
struct VocabularyTextTests {
    private static let file = """
        # My names
        facet: region   # places
        concepts:
        # the first
        - id: one
          name: One
          aliases: [Uno, "Ein, s"]   # two of them

        # the second
        -   id: two
            name: "Two"
            aliases:
            - Dos   # Spanish
            # a remark
            - Zwei
            cased: [ ]

        # the end

        """

    private func text(_ content: String = file) throws -> VocabularyText {
        try VocabularyText(Array(content.utf8), path: "own.yaml")
    }

    private func changed(
        _ content: String = file,
        _ body: (inout VocabularyText) throws -> Void
    ) throws -> String {
        var text = try text(content)
        try body(&text)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    @Test("Reading and writing without a change gives the same bytes", arguments: [file, "", "facet: region\n"])
    func same(content: String) throws { #expect(try changed(content) { _ in } == content) }

    @Test("An item goes to the end of a list, in the way the list is written")
    func append() throws {
        let flow = try changed { try $0.append(["Один", "a: b"], to: "aliases", of: "one") }
        #expect(flow == Self.file.replacing("\"Ein, s\"]", with: "\"Ein, s\", Один, \"a: b\"]"))
        let block = try changed { try $0.append(["Δύο"], to: "aliases", of: "two") }
        #expect(block == Self.file.replacing("- Zwei\n", with: "- Zwei\n    - Δύο\n"))
        let empty = try changed { try $0.append(["II"], to: "cased", of: "two") }
        #expect(empty == Self.file.replacing("cased: [ ]", with: "cased: [II ]"))
        let new = try changed { try $0.append(["Odin", "Jeden"], to: "drop", of: "one") }
        #expect(new == Self.file.replacing("of them\n", with: "of them\n  drop:\n  - Odin\n  - Jeden\n"))
        let top = try changed { try $0.append(["Think Tank"], to: "stop", of: nil) }
        #expect(top == Self.file.replacing("cased: [ ]\n", with: "cased: [ ]\nstop:\n- Think Tank\n"))
    }

    @Test("An item is taken out with its comma or its line, the last one with its list")
    func removal() throws {
        let first = try changed { try $0.remove(["Uno"], from: "aliases", of: "one") }
        #expect(first == Self.file.replacing("[Uno, \"Ein, s\"]", with: "[\"Ein, s\"]"))
        let last = try changed { try $0.remove(["Ein, s"], from: "aliases", of: "one") }
        #expect(last == Self.file.replacing("[Uno, \"Ein, s\"]", with: "[Uno]"))
        let both = try changed { try $0.remove(["Uno", "Ein, s"], from: "aliases", of: "one") }
        #expect(both == Self.file.replacing("  aliases: [Uno, \"Ein, s\"]   # two of them\n", with: ""))
        let block = try changed { try $0.remove(["Dos"], from: "aliases", of: "two") }
        #expect(block == Self.file.replacing("    - Dos   # Spanish\n", with: ""))
        #expect(try changed { try $0.remove(["Tres"], from: "aliases", of: "two") } == Self.file)
    }

    @Test("A concept goes to the end, and is taken out without the comments around it")
    func concepts() throws {
        let added = try changed {
            try $0.add(concept: [
                ("id", .scalar("three")), ("name", .scalar("No: 3")), ("aliases", .list([.scalar("III")])),
            ])
        }
        let entry = "- id: three\n  name: \"No: 3\"\n  aliases:\n  - III\n"
        #expect(added == Self.file.replacing("cased: [ ]\n", with: "cased: [ ]\n" + entry))
        let one = try changed { try $0.remove(concept: "one") }
        #expect(one.contains("# the first\n\n# the second\n-   id: two"))
        #expect(try text(one).model.concept("two") == text().model.concept("two"))
        let none = try changed {
            try $0.remove(concept: "one")
            try $0.remove(concept: "two")
            try $0.add(concept: [("id", .scalar("four"))])
        }
        #expect(try text(none).model["concepts"]?.items?.count == 1)
        #expect(none.contains("# the end"))
    }

    @Test("What was left by a person in another layout is changed too, or refused, never spoilt")
    func layouts() throws {
        let indented = "facet: actor\nconcepts:\n  - id: a\n    name: A\r\n    aliases: [x,\n      y # why\n    ]\n"
        let more = try changed(indented) { try $0.append(["z"], to: "aliases", of: "a") }
        #expect(try text(more).list("aliases", of: "a") == ["x", "y", "z"])
        let less = try changed(indented) { try $0.set("remove", to: "true", of: "a") }
        #expect(try text(less).model.concept("a")?["remove"] == .scalar("true"))
        for content in [
            "facet: region\nconcepts: [{id: one, name: One}]\n", "{facet: region, concepts: [{id: one}]}",
            "facet: region\rconcepts:\r- id: one\r  name: One\r",
            "facet: region\n# a\u{2028}concepts:\n- id: zero\n  name: \"Z\u{2029}\u{85} o\"\n- id: one\n  name: One\n",
            "facet: region\nconcepts:\n-\n  id: one\n  name: One\n", "facet: region\nconcepts:\n- ? id\n  : one\n",
        ] {
            var text = try text(content)
            let before = text.bytes
            #expect(throws: VocabularyError.self) { try text.append(["x"], to: "aliases", of: "one") }
            #expect(text.bytes == before && text.list("aliases", of: "one").isEmpty)
        }
    }

    @Test(
        "Any string comes back from the file as it was",
        arguments: [
            "Plain", "Kh-101", "no", "true", "- x", "# x", "a: b", "a #b", "[x]", "'", "\"", "\\", "x\ty", " x ",
            "101", "Чорне море", "e\u{301}", "\u{202E}abc", "\u{7F}\u{85}\u{A0}\u{2028}", "إدلب", "x\ny", "%x", "~",
            "\u{1F680}", "*x", "&x", "!x", "x,y", "{}", "\u{FEFF}x", "\u{FFFE}x", "x\u{FFFF}", "…",
        ]
    )
    func strings(value: String) throws {
        for (content, key) in [(Self.file, "aliases"), (Self.file, "stop"), ("facet: region\nstop: []\n", "stop")] {
            var text = try text(content)
            try text.append([value], to: key, of: key == "stop" ? nil : "one")
            let again = try self.text(String(decoding: text.bytes, as: UTF8.self))
            #expect((key == "stop" ? again.list("stop") : again.list(key, of: "one")).last == value)
        }
    }
}

import Testing

@testable import Sitrep

@Suite("Each thing that is said of a report keeps who said it")
struct MarkAuthorsTests {
    private let first = "2024-01-01T00:00:00Z"
    private let second = "2024-02-02T00:00:00Z"

    private func change(by: String?, _ body: (inout MarkChange) -> Void) -> MarkChange {
        var change = MarkChange()
        change.by = by
        body(&change)
        return change
    }

    private func said(_ marks: ReportMarks) -> [String] {
        marks.statements.map { "\($0.name): \($0.author.by ?? "-") \($0.author.at ?? "-")" }
    }

    @Test("Whoever says more says only that; who gives no name takes nobody's away")
    func layers() throws {
        let olha = change(by: "olha") {
            $0.note = "Ask."
            $0.tags = ["lead"]
        }.applied(to: ReportMarks(), known: [:], at: first)
        let ivan = change(by: "ivan") { $0.tags = ["seen", "lead"] }.applied(to: olha, known: [:], at: second)
        #expect(
            said(ivan) == ["tag lead: olha \(first)", "tag seen: ivan \(second)", "note: olha \(first)"]
        )
        #expect(ivan.by == "ivan" && ivan.at == second)
        let third = "2024-03-03T00:00:00Z"
        let nobody = change(by: nil) {
            $0.note = "Asked."
            $0.isIrrelevant = true
        }.applied(to: ivan, known: [:], at: third)
        #expect(
            said(nobody) == [
                "tag lead: olha \(first)", "tag seen: ivan \(second)", "note: - \(third)", "irrelevant: - \(third)",
            ]
        )
        #expect(nobody.by == "ivan" && nobody.at == third)
        let untagged = change(by: "eva") { $0.removedTags = ["lead"] }.applied(to: nobody, known: [:], at: third)
        #expect(said(untagged).first == "tag seen: ivan \(second)")
    }

    @Test("The file is readable, and read again whatever names, tags and times are like")
    func file() throws {
        let names: [String?] = [
            "olha", nil, "a, b", " — ", "note — x, 2024-01-01T00:00:00Z", "?", "\u{301}x", "مرحبا", "line\nbreak",
            "2024",
        ]
        for name in names {
            for time in [first, "yesterday", ""] {
                var marks = ReportMarks()
                (marks.by, marks.at) = (name, time.isEmpty ? nil : time)
                marks.tags = ["one", "one — two"]
                marks.note = "n"
                marks.droppedFigures = ["launched 193 drones"]
                let after = change(by: "ivan") { $0.tags = ["seen"] }.applied(to: marks, known: [:], at: second)
                var file = try MarksText([], path: "marks.yaml")
                try file.change([:], adding: [MarkEntry(id: "a", marks: after)])
                let read = try MarksText(file.bytes, path: "marks.yaml").entries
                #expect(read.map(\.marks) == [after], "\(name ?? "nil") \(time)")
                #expect(read[0].marks.statements.first { $0.name == "tag seen" }?.author.by == "ivan")
            }
        }
        let text = try MarksText(
            Array(
                """
                marks:
                - id: a
                  tags: [seen, lead]
                  note: Ask.
                  by: ivan
                  at: "2024-02-02T00:00:00Z"
                  said:
                  - "note — olha, 2024-01-01T00:00:00Z"
                  - "tag gone — eva"
                """.utf8
            ),
            path: "marks.yaml"
        )
        #expect(
            said(text.entries[0].marks) == [
                "tag seen: ivan \(second)", "tag lead: ivan \(second)", "note: olha \(first)",
            ]
        )
    }

    @Test("Of several entries about one report each says what is its own")
    func joined() {
        var a = ReportMarks()
        (a.tags, a.note, a.by, a.at) = (["lead"], "A.", "olha", first)
        var b = ReportMarks()
        (b.tags, b.by, b.at) = (["lead", "seen"], "ivan", second)
        #expect(
            said(a.joined(with: b)) == ["tag lead: olha \(first)", "tag seen: ivan \(second)", "note: olha \(first)"]
        )
    }
}

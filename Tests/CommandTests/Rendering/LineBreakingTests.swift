import Testing

@testable import SitrepCommand

@Suite("Lines of text")
struct LineBreakingTests {
    private func style(_ width: Int?) -> Style { Style(width: width, isIsolating: true) }

    @Test("Break at blanks, before the width is passed")
    func blanks() {
        let text = "Дрони й крилаті ракети над Києвом: one two three four five six seven eight nine ten"
        let lines = style(40).lines(text, indent: 4)
        #expect(lines.joined(separator: " ") == text)
        #expect(lines.count == 3 && lines.allSatisfy { DisplayWidth.columns($0) <= 36 })
        #expect(style(40).wrapped(text, indent: 4).split(separator: "\n").allSatisfy { $0.hasPrefix("    ") })
        #expect(style(400).lines(text, limit: 50).allSatisfy { $0.count <= 50 })
    }

    @Test("Stay whole in a pipe, blanks and all")
    func pipe() {
        let text = String(repeating: "long  text ", count: 100)
        #expect(style(nil).wrapped(text, indent: 3, limit: 20) == "   " + text)
        #expect(style(nil).labelled("Name", text, width: 8) == "Name    " + text + "\n")
        #expect(style(nil).labelled("Name", "", width: 8).isEmpty)
    }

    @Test("A path or an address is never broken")
    func longWords() {
        let address = "https://example.org/" + String(repeating: "a", count: 100)
        #expect(style(40).lines("see \(address) now") == ["see", address, "now"])
    }

    @Test("Scripts without blanks break between characters, never before a full stop")
    func chinese() {
        let text = "导弹击中了基辅。" + String(repeating: "无人机在夜间飞越城市。", count: 6)
        let lines = style(40).lines(text)
        #expect(lines.joined() == text)
        #expect(lines.count > 3 && lines.allSatisfy { DisplayWidth.columns($0) <= 40 && !$0.hasPrefix("。") })
    }

    @Test("Writing from right to left is isolated on each line")
    func isolates() {
        let text = String(repeating: "قصفت الطائرات مدينة غزة ", count: 6)
        let lines = style(40).lines(style(40).isolated(text))
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { $0.hasPrefix("\u{2068}") && $0.hasSuffix("\u{2069}") })
        #expect(style(40).isolated("Kyiv Київ 東京") == "Kyiv Київ 東京")
        #expect(style(40).isolated("the camp ג") == "\u{2068}the camp ג\u{2069}")
        #expect(Style(width: 80).isolated(text) == text)
    }

    @Test("Values stay beside their counts")
    func values() {
        let values = ["Ukrainian Air Force 24", "North Korea 16", "Armed Forces of Ukraine 26", "NATO 3"]
        let lines = style(48).lines(values: values, indent: 8)
        #expect(
            lines == ["Ukrainian Air Force 24 ·", "North Korea 16 ·", "Armed Forces of Ukraine 26 · NATO 3"]
        )
        #expect(style(nil).lines(values: values, indent: 8) == [values.joined(separator: " · ")])
        let long = String(repeating: "word ", count: 20)
        #expect(style(40).lines(values: ["a 1", long, "b 2"], indent: 0).allSatisfy { $0.count <= 40 })
        #expect(style(40).lines(values: [], indent: 0).isEmpty)
    }

    @Test("What does not fit is cut, paths at their names")
    func cut() {
        #expect(Style.cut("Ministry of Defence", columns: 10) == "Ministry …")
        #expect(Style.cut("Kyiv", columns: 4) == "Kyiv")
        #expect(Style.cut("東京都庁", columns: 5) == "東京…")
        #expect(Style.cutPath("Missile/Cruise missile/Kh-101", columns: 24) == "…/Cruise missile/Kh-101")
        #expect(Style.cutPath("Missile/Cruise missile/Kh-101", columns: 20) == "…/Kh-101")
        #expect(Style.cutPath("Missile/Kh-101", columns: 4) == "Kh-…")
        #expect(Style.cutPath("Missile/Kh-101", columns: 14) == "Missile/Kh-101")
    }

    private func list(_ heading: String, _ labels: [String]) -> FacetColumn {
        FacetColumn(heading: heading, lines: labels.map { .init(margin: " 1  ", label: $0) })
    }

    @Test("Lists stand beside each other where there is room, and are cut before they stand below")
    func lists() {
        let lists = [
            list("Region", ["Ukraine/Kyiv", "Russia"]), list("Actor", ["Ukraine/Armed Forces of Ukraine/Air Force"]),
            list("Month", ["2024-11", "2024-12", "2025-01"]),
        ]
        func columns(_ width: Int?) -> FacetColumns { FacetColumns(style: style(width), leastColumns: 20) }
        #expect(columns(nil).shelves(lists).map(\.count) == [1, 1, 1])
        #expect(columns(40).shelves(lists).map(\.count) == [2, 1])
        #expect(columns(200).shelves(lists).map(\.count) == [3])
        let wide = columns(200).lines(lists)
        #expect(
            wide == [
                "Region             Actor                                           Month",
                " 1  Ukraine/Kyiv    1  Ukraine/Armed Forces of Ukraine/Air Force    1  2024-11",
                " 1  Russia                                                          1  2024-12",
                "                                                                    1  2025-01",
            ]
        )
        let narrow = columns(60).lines(lists)
        #expect(narrow.allSatisfy { DisplayWidth.columns($0) <= 60 } && narrow[1].contains("…/Air Force"))
    }
}

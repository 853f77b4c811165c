@testable import Sitrep

/// A folder of reports that changes at random.
struct ChangingReports {
    let folder: ScratchFolder
    var random: SeededGenerator
    /// The names of the text files, and the lines of the others.
    var texts: [String] = []
    var lines: [[String]] = [[], []]
    var last = 0

    mutating func add(_ count: Int) throws {
        for _ in 0..<count {
            last += 1
            if Bool.random(using: &random) {
                texts.append("reports/\(last % 5)/\(last).txt")
                try write(texts[texts.count - 1])
            } else {
                let id = Int.random(in: 0..<4, using: &random) == 0 ? nil : "n\(last)"
                lines[last % 2].append(RandomReports.line(id: id, &random))
            }
        }
        try writeLines()
    }

    private mutating func write(_ name: String) throws {
        try folder.write(name, "Title \(last)\n\n" + RandomReports.text(&random))
    }

    private func writeLines() throws {
        for (number, lines) in lines.enumerated() {
            try folder.write("reports/\(number).jsonl", lines.joined(separator: "\n"))
        }
    }

    /// Changes, removes and moves reports, within a file and from file to file.
    mutating func change(_ count: Int) throws {
        for _ in 0..<count {
            let text = Int.random(in: 0..<texts.count, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: try write(texts[text])
            case 1: Files.remove(folder(texts.remove(at: text)))
            case 2:
                last += 1
                let name = "reports/moved-\(last).txt"
                try Files.rename(folder(texts[text]), to: folder(name))
                texts[text] = name
            case 3:
                let place = Int.random(in: 0..<lines[0].count, using: &random)
                lines[1].insert(lines[0].remove(at: place), at: 0)
            case 4: lines[1].remove(at: Int.random(in: 0..<lines[1].count, using: &random))
            default:
                let place = Int.random(in: 0..<lines[1].count, using: &random)
                lines[1][place] = RandomReports.line(id: "changed\(last % 3)", &random)
            }
        }
        try writeLines()
    }
}

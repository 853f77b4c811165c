import Foundation
import Testing

@testable import Sitrep

/// What others keep, and publishers' texts: the suite runs where they lie beside the package.
private let sharedData: String? = {
    let package = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let folder = package.appendingPathComponent("../shared/data").standardizedFileURL.path
    let facts = folder + "/facts/missile_attacks_daily.csv"
    return FileManager.default.fileExists(atPath: facts) && FileManager.default.fileExists(atPath: folder + "/reports")
        ? folder : nil
}()

@Suite(
    "Figures of real reports agree with a record of attacks by day",
    .enabled(if: sharedData != nil, "no ../shared/data/facts/missile_attacks_daily.csv beside the package")
)
struct AttackFactsTests {
    private struct Key: Hashable {
        var day: String
        var kind: Claim.Kind
        var unit: String
    }

    /// The fields of a line, of which those in quotes may have commas.
    private func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    /// The sums of drones and missiles of each day on which an attack ended.
    private func facts(_ folder: String) throws -> [Key: Double] {
        let text = try String(contentsOfFile: folder + "/facts/missile_attacks_daily.csv", encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline)
        let header = fields(try #require(lines.first))
        func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
        let (end, model) = (try column("time_end"), try column("model"))
        let kinds: [(Claim.Kind, Int)] = [
            (.launched, try column("launched")), (.intercepted, try column("destroyed")),
            (.jammed, try column("not_reach_goal")), (.lostFromRadar, try column("not_reach_goal")),
        ]
        var sums: [Key: Double] = [:]
        for line in lines.dropFirst() {
            let values = fields(line)
            guard values.count == header.count else { continue }
            let isDrone = ["Shahed", "UAV", "Orlan"].contains { values[model].contains($0) }
            for (kind, column) in kinds {
                guard let number = Double(values[column]) else { continue }
                let key = Key(day: String(values[end].prefix(10)), kind: kind, unit: isDrone ? "drones" : "missiles")
                sums[key, default: 0] += number
            }
        }
        return sums
    }

    @Test("All but one, where the report itself gives one drone more")
    func agreement() throws {
        let folder = try #require(sharedData)
        let facts = try facts(folder)
        var agreeing = 0
        var others: [String] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/reports").sorted() {
            let article = try #require(readFile(folder + "/reports/" + name).only)
            for claim in claims(article.text, title: article.headline, on: article.published) {
                guard let date = claim.date, date.precision == .day, claim.place?.rawValue == "ua",
                    let fact = facts[Key(day: date.last.description, kind: claim.kind, unit: claim.unit)]
                else { continue }
                if claim.least == fact {
                    agreeing += 1
                } else {
                    others.append("\(name.prefix(3)) \(date.last) \(short(claim)), \(Int(fact))")
                }
            }
        }
        #expect(agreeing == 18)
        #expect(others == ["002 2024-11-13 jammed 47 drones, 46"])
    }
}

import Foundation
import Testing

@Suite("Damage of each file of an index")
struct CheckDamageTests {
    /// What may happen to a file.
    enum Damage: CaseIterable {
        case emptied, cut, zeroed, blockZeroed, flipped, flippedElsewhere, removed, grown, shifted, random

        /// All take minutes in a debug build.
        static var asked: [Damage] {
            #if DEBUG
            [.flipped, .removed]
            #else
            allCases
            #endif
        }

        /// The bytes afterwards; `nil` for a file that is gone.
        func applied(to bytes: Data, _ random: inout Places) -> Data? {
            var damaged = bytes
            switch self {
            case .emptied: return Data()
            case .cut: return bytes.prefix(bytes.count / 2)
            case .zeroed: return Data(count: bytes.count)
            case .blockZeroed:
                let start = random.next(bytes.count) / 512 * 512
                let end = min(start + 512, bytes.count)
                damaged.replaceSubrange(start..<end, with: Data(count: end - start))
            case .flipped, .flippedElsewhere:
                damaged[random.next(bytes.count)] ^= UInt8(1 << random.next(8))
            case .removed: return nil
            case .grown: damaged += Data((0..<1_000).map { _ in UInt8(random.next(256)) })
            case .shifted: damaged.remove(at: random.next(bytes.count))
            case .random: damaged = Data(bytes.map { _ in UInt8(random.next(256)) })
            }
            return damaged
        }
    }

    /// Places in files, the same in every run (D. Lehmer's generator).
    struct Places {
        private var state: UInt64 = 20_261_122

        mutating func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(1, count)
        }
    }

    private func store(_ arguments: [String] = []) throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<24 {
            let rest = number % 4 == 0 ? "The same was told by two agencies, of the bridge at Kherson." : ""
            try store.write(
                "\(number % 3)/\(number).txt",
                "Report \(number)\n\nAt least \(number + 3) Kh-101 missiles fell on Kyiv on 3 May 2024. \(rest)"
            )
        }
        let line = #""source":"Outlet","date":"2024-05-02","region":["Own place/Hamlet"],"text":"Drones at Lviv"}"#
        try store.write("feed.jsonl", (0..<12).map { "{\"id\":\"n\($0)\"," + line }.joined(separator: "\n"))
        #expect(try store.run(["index", store.reports] + arguments).status == 0)
        // Some of it is not as it was written first.
        try store.write("later.txt", "Later\n\nA convoy of forty lorries reached Odesa.")
        try store.reindex()
        #expect(try store.run("mark", "n3", "--tag", "lead", "--note", "ask").status == 0)
        let saved = try SitrepProcess.run(["saved", "add", "convoys", "convoy", "--index", store.index])
        #expect(saved.status == 0)
        try store.reindex()
        return store
    }

    /// The files of an index that hold anything; of a lock only that it is there counts.
    private func files(_ store: ReportStore) throws -> [String] {
        try store.folder.state(of: "Index").keys.filter { name in
            let last = (name as NSString).lastPathComponent
            return !["flintlock", "lock", "marks.lock", "saved.lock"].contains(last) && !last.hasSuffix(".yaml")
        }.sorted()
    }

    /// What an index holds; where that cannot be damaged or was not, also when its reports came in.
    private func dump(_ store: ReportStore, added: Bool) throws -> String {
        try store.run(["dump", "--text"] + (added ? ["--added"] : [])).text
    }

    @Test("is found, or does no harm; and a repair brings all of it back", arguments: Damage.asked)
    func damage(_ damage: Damage) throws {
        try damageEach(damage, [])
    }

    @Test("of an index of shards, likewise", arguments: Damage.asked.filter { [.flipped, .removed].contains($0) })
    func shards(_ damage: Damage) throws {
        try damageEach(damage, ["--shards", "2"])
    }

    private func damageEach(_ damage: Damage, _ arguments: [String]) throws {
        let store = try store(arguments)
        let expected = try dump(store, added: false)
        let arrivals = try dump(store, added: true)
        #expect(expected.contains("\"lead\""))
        let marks = try Data(contentsOf: URL(fileURLWithPath: store.index + "/marks.yaml"))
        let whole = store.folder.path("Whole")
        try FileManager.default.copyItem(atPath: store.index, toPath: whole)
        var random = Places()
        var found = 0
        for file in try files(store) {
            let path = "Index/" + file
            let bytes = try Data(contentsOf: URL(fileURLWithPath: store.folder.path(path)))
            let damaged = damage.applied(to: bytes, &random)
            guard damaged != bytes else { continue }
            if let damaged { try store.folder.write(path, damaged) } else { try store.folder.remove(path) }
            let check = try store.run("check", "--patience", "12")
            #expect([0, 65].contains(check.status), "\(damage) \(file): \(check.errors)")
            if check.status == 0 {
                #expect(try dump(store, added: true) == arrivals, "\(damage) \(file): not found")
            } else {
                found += 1
                #expect(check.text.contains("damage: ") && check.text.contains("mend it: "), "\(check.text)")
            }
            var repair = try store.run("check", "--repair", "--patience", "12")
            if repair.status != 0, (repair.text + repair.errors).contains("check --repair --rebuild") {
                repair = try store.run("check", "--repair", "--rebuild", "--patience", "12")
            }
            #expect(repair.status == 0, "\(damage) \(file): \(repair.text) \(repair.errors)")
            #expect(try dump(store, added: false) == expected, "\(damage) \(file): not mended")
            // What the damaged index says of that is believed only where it is as it was written.
            let areLost = repair.text.contains("counts from now on")
            #expect(try areLost || dump(store, added: true) == arrivals, "\(damage) \(file): another arrival")
            #expect(try Data(contentsOf: URL(fileURLWithPath: store.index + "/marks.yaml")) == marks)
            try FileManager.default.removeItem(atPath: store.index)
            try FileManager.default.copyItem(atPath: whole, toPath: store.index)
        }
        #expect(found > 3)
    }
}

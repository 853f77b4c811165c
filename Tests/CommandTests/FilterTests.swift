import Foundation
import Testing

@Suite("Filters on the sample reports")
struct FilterTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private static let spellings = [
        ["--region", "Kyiv", "Kiev", "kiev", "Київ", "Киев", "Ukraine/Kyiv"],
        ["--region", "Odesa", "Odessa", "Одеса"],
        ["--region", "Kryvyi Rih", "Krivoy Rog", "Kryvyi Rig", "Кривий Ріг"],
        ["--region", "Kharkiv", "Kharkov"],
        ["--weapon", "Storm Shadow", "SCALP", "scalp"],
        ["--weapon", "Kh-101", "X-101", "Х-101", "kh101", "KH 101"],
        ["--weapon", "Shahed-136", "Geran-2", "shahed 136"],
        ["--actor", "North Korea", "DPRK", "north korea"],
    ]

    @Test("All spellings of a value find the same reports", arguments: spellings)
    func spelling(_ list: [String]) throws {
        let expected = try index.ids(list[0], list[1])
        #expect(!expected.isEmpty)
        for name in list.dropFirst(2) { #expect(try index.ids(list[0], name) == expected, "\(name)") }
    }

    @Test("A weapon is found in a report that says its other name alone")
    func otherName() throws {
        let found = try index.ids("--weapon", "SCALP")
        #expect(found.contains("scrapes/storm-shadow-debris.txt"))
        #expect(found.contains("pages/france-scalp-cp1252.html"))
        #expect(try index.ids("\"storm shadow\"").contains("pages/france-scalp-cp1252.html") == false)
    }

    @Test("Ukrainian and Russian reports are found by a facet's English name")
    func languages() throws {
        let found = try index.ids("--region", "Kyiv")
        #expect(found.contains("scrapes/kyiv-koi8u.txt"))
        #expect(found.contains("pages/svodka-kiev-cp1251.htm"))
        #expect(try index.ids("--weapon", "Kh-101").contains("scrapes/kyiv-koi8u.txt"))
        let ukrainian = try index.ids("--language", "uk")
        #expect(ukrainian == ["pages/rizdvo-uk.html", "scrapes/kyiv-koi8u.txt"])
        #expect(try index.ids("--language", "ru") == ["pages/svodka-kiev-cp1251.htm"])
        #expect(try index.count("language:uk OR language:ru") == 3)
    }

    @Test("Values of one option are OR-ed, options AND-ed, and -not- leaves out")
    func combined() throws {
        let scalp = Set(try index.ids("--weapon", "SCALP"))
        let himars = Set(try index.ids("--weapon", "HIMARS"))
        #expect(Set(try index.ids("--weapon", "SCALP", "--weapon", "HIMARS")) == scalp.union(himars))
        let kyiv = Set(try index.ids("--region", "Kyiv"))
        #expect(Set(try index.ids("--weapon", "SCALP", "--region", "Kyiv")) == scalp.intersection(kyiv))
        #expect(Set(try index.ids("--weapon", "SCALP", "--not-region", "Kyiv")) == scalp.subtracting(kyiv))
        #expect(Set(try index.ids("weapon:scalp weapon:himars")) == scalp.intersection(himars))
        let halden = Set(try index.ids("--source", "halden review"))
        #expect(halden.count == 4)
        #expect(Set(try index.ids("--not-source", "Halden Review")).isDisjoint(with: halden))
    }

    @Test("A parent takes in its children")
    func parents() throws {
        let oblast = Set(try index.ids("--region", "Kyiv Oblast"))
        #expect(oblast.isSuperset(of: try index.ids("--region", "Brovary")))
        let ukraine = Set(try index.ids("--region", "Ukraine"))
        #expect(ukraine.isSuperset(of: oblast))
        #expect(try index.count("--weapon", "Missile") >= index.count("--weapon", "Cruise missile"))
    }

    @Test("A name that several values bear takes them all and says so; a path chooses")
    func ambiguous() throws {
        let all = try index.search("--region", "Kursk")
        #expect(all.interpreted.contains("Russia/Kursk Oblast/Kursk\" ("))
        #expect(all.interpreted.contains("Russia/Kursk Oblast\" ("))
        let town = try index.search("--region", "Russia/Kursk Oblast/Kursk")
        #expect(town.total < all.total)
    }

    @Test("Paths by glob")
    func paths() throws {
        let notes = try index.ids("--path", "notes/*")
        #expect(notes.count == 5)
        #expect(notes.allSatisfy { $0.hasPrefix("notes/") })
        #expect(try index.count("--path", "*.jsonl") == 6)
        #expect(try index.run("search", "--path", "nowhere/*").status == 1)
    }

    @Test("Dates from and to are both taken in, in every form")
    func dates() throws {
        let november = try index.count("--from", "2024-11", "--to", "2024-11")
        #expect(november == 21)
        #expect(try index.count("date:2024-11") == november)
        #expect(try index.count("--from", "2024-11-01", "--to", "2024-11-30") == november)
        let day = try index.search("--from", "2024-11-13", "--to", "2024-11-13", "--limit", "all")
        #expect(day.total > 0 && day.hits.allSatisfy { $0.published == "2024-11-13" })
        #expect(try index.count("date:2024-11-13") == day.total)
        #expect(try index.count("--from", "2024-W46", "--to", "2024-W46") >= day.total)
        #expect(try index.count("date:2024") == index.count("date:2024-01..2024-12"))
        #expect(try index.count("date:>=2024-11-13 date:<2024-11-14") == day.total)
        #expect(try index.run("search", "--from", "today").status == 1)
        #expect(try index.count("--added-from", "7d") == 57)
        #expect(try index.run("search", "--added-to", "2020").status == 1)
    }

    @Test("Undated reports are left out and counted, let in, or shown alone")
    func undated() throws {
        let undated = Set(try index.ids("--undated", "only"))
        #expect(undated.contains("scrapes/explainer-undated.txt"))
        #expect(undated.contains("scrapes/kiev-first-raid-in-weeks.txt"))
        let dates = ["--from", "2024-11", "--to", "2024-12"]
        let without: SearchAnswer = try index.run(["search", "--all", "--format", "json"] + dates).json()
        #expect(without.undated == undated.count)
        let with: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--undated", "include"] + dates)
            .json()
        #expect(with.total == without.total + undated.count)
        let only: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--undated", "only"] + dates)
            .json()
        #expect(only.total == undated.count)
        #expect(try index.count("--undated", "exclude") == 57 - undated.count)
        #expect(try index.search("explainer").undated == 0)
    }

    @Test("--undated works on the dates of a query just so")
    func undatedInQuery() throws {
        let options = try index.ids("--from", "2024-11", "--to", "2024-12", "--undated", "include")
        #expect(try index.ids("date:2024-11..2024-12", "--undated", "include") == options)
        let only = try index.ids("--undated", "only")
        #expect(try index.ids("date:2024-11..2024-12", "--undated", "only") == only)
    }
}

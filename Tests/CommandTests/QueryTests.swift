import Foundation
import Testing

@Suite("Queries on the sample reports")
struct QueryTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func set(_ arguments: String...) throws -> Set<String> {
        let answer: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--limit", "all"] + arguments)
            .json()
        return answer.relaxed ? [] : Set(answer.ids)
    }

    @Test("Words are AND-ed, OR and parentheses group, a hyphen or NOT leaves out")
    func operators() throws {
        let patriot = try set("patriot")
        let himars = try set("himars")
        #expect(!patriot.isEmpty && !himars.isEmpty && patriot != himars)
        #expect(try set("patriot himars") == patriot.intersection(himars))
        #expect(try set("patriot AND himars") == patriot.intersection(himars))
        #expect(try set("patriot OR himars") == patriot.union(himars))
        #expect(try set("patriot -himars") == patriot.subtracting(himars))
        #expect(try set("patriot NOT himars") == patriot.subtracting(himars))
        let kyiv = try set("kyiv")
        #expect(try set("kyiv (patriot OR himars)") == kyiv.intersection(patriot.union(himars)))
        #expect(try set("kyiv -(patriot OR himars)") == kyiv.subtracting(patriot.union(himars)))
    }

    @Test("A query that only leaves out finds the rest")
    func onlyExclusions() throws {
        let all = try set()
        #expect(try set("--", "-kyiv") == all.subtracting(try set("kyiv")))
    }

    @Test("A phrase stands in this order, quoted in any way")
    func phrases() throws {
        let phrase = try set("\"air defence\"")
        #expect(!phrase.isEmpty)
        #expect(phrase.isStrictSubset(of: try set("air defence")))
        #expect(try set("“air defence”") == phrase)
        #expect(try set("«air defence»") == phrase)
        #expect(try set("\"defence air\"").isEmpty)
        #expect(try set("\"AIR Defence\"") == phrase)
    }

    @Test("Words are found in other forms, quoted ones just as written")
    func stemming() throws {
        #expect(try set("drone") == set("drones"))
        #expect(try set("\"drone\"") != set("\"drones\""))
        #expect(try set("ракета").contains("pages/rizdvo-uk.html") || set("ракет").contains("pages/rizdvo-uk.html"))
    }

    @Test("Fields in the query are the options")
    func fields() throws {
        #expect(try set("region:kiev") == set("--region", "Kyiv"))
        #expect(try set("region:\"Kyiv Oblast\"") == set("--region", "Kyiv Oblast"))
        #expect(try set("weapon:scalp drones") == set("drones", "--weapon", "SCALP"))
        #expect(try set("actor:\"north korea\"") == set("--actor", "North Korea"))
        #expect(try set("source:\"halden review\"") == set("--source", "Halden Review"))
        #expect(try set("language:uk") == set("--language", "uk"))
        #expect(try set("date:2024-11..2024-12") == set("--from", "2024-11", "--to", "2024-12"))
        #expect(try set("--", "-region:kyiv") == set("--not-region", "Kyiv"))
        #expect(try set("region:kyiv OR region:odesa") == set("--region", "Kyiv", "--region", "Odesa"))
    }

    @Test("title: finds words of the title alone")
    func title() throws {
        let found: SearchAnswer = try index.run(["search", "--all", "--format", "json", "title:ceasefire"]).json()
        #expect(found.total > 0)
        #expect(found.hits.allSatisfy { $0.title.lowercased().contains("ceasefire") })
        #expect(found.total < (try set("fire").count))
    }

    @Test("A colon that makes no field, and signs beside words, are just words")
    func plainSigns() throws {
        #expect(try set("Storm:shadow", "--literal") == set("\"storm shadow\""))
        for query in ["...", "🙂", "''", "\"\"", "???"] {
            #expect(try index.run("search", "--", query).status == 64, "\(query)")
        }
        for query in ["10:30", "a:b", "- kyiv", "kyiv -", "kyiv ()"] {
            let outcome = try index.run("search", "--all", "--format", "json", "--", query)
            #expect([0, 1].contains(outcome.status), "\(query): \(outcome.errors)")
        }
        #expect(try set("--", "- kyiv") == set("kyiv"))
        #expect(try set("or") == set("\"or\""))
    }

    @Test("Where no report has all the words, those with most are shown, and it is said")
    func relaxed() throws {
        let answer = try index.search("brovary kyiv xyzzyplugh")
        #expect(answer.relaxed)
        #expect(answer.total > 0)
        let text = try index.run("search", "brovary kyiv xyzzyplugh")
        #expect(text.status == 0)
        #expect(text.text.contains("No report has all the words"))
        #expect(Set(answer.ids).isSubset(of: try set("brovary kyiv")))
        // Filters, phrases that are excluded, and facets are never relaxed.
        #expect(try index.run("facets", "brovary kyiv xyzzyplugh").status == 1)
        let filtered = try index.search("brovary xyzzyplugh", "--weapon", "Kinzhal")
        #expect(filtered.hits.allSatisfy { hit in hit.weapon.contains { $0.last == "Kinzhal" } })
        #expect(try index.search("brovary kyiv").relaxed == false)
        #expect(try index.run("search", "xyzzyplugh").status == 1)
    }

    @Test("Numbers, designations and apostrophes")
    func tokens() throws {
        #expect(try set("S-300") == set("s 300"))
        #expect(try set("KN-23").contains("scrapes/kn-23-and-shaheds.txt"))
        #expect(try set("267 drones").contains("feeds/newsarticle-267-drones.json"))
        #expect(try set("ukraine's") == set("ukraine’s"))
    }

    @Test(
        "Boilerplate cannot be searched",
        arguments: ["\"leave a reply\"", "cookie", "cookies", "\"all rights reserved\""]
    )
    func boilerplate(query: String) throws {
        #expect(try set(query).isEmpty)
    }
}

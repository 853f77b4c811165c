import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder for one test, taken away with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array((base + "/sitrep-facets-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = try #require(fopen(path + "/" + name, "wb"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    deinit {
        if let folder = opendir(path) {
            while let entry = readdir(folder) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
                }
                unlink(path + "/" + name)
            }
            closedir(folder)
        }
        rmdir(path)
    }
}

/// A small vocabulary that has each kind of thing the tests need.
enum Fixture {
    static let regions = """
        facet: region
        forms:
          oblast: ["{} Oblast", "{} region", "region of {}"]
        concepts:
        - id: ua
          name: Ukraine
          kind: country
          aliases: [Україна, Україні]
        - id: ru
          name: Russia
          kind: country
        - id: us
          name: United States
          kind: country
          aliases: [U.S.]
          cased: [US]
        - id: ge
          name: Georgia
          kind: country
        - id: tbilisi
          name: Tbilisi
          kind: city
          parent: ge
        - {id: us-ga, name: Georgia, kind: admin1, parent: us}
        - {id: atlanta, name: Atlanta, kind: city, parent: us-ga}
        - {id: savannah, name: Savannah, kind: city, parent: us-ga}
        - id: ua-32
          name: Kyiv Oblast
          kind: admin1
          parent: ua
          forms: {oblast: [Kyiv, Kiev]}
        - {id: kyiv, name: Kyiv, kind: city, parent: ua, aliases: [Kiev, Київ, Києва]}
        - {id: brovary, name: Brovary, kind: city, parent: ua-32}
        - {id: ru-kur, name: Kursk Oblast, kind: admin1, parent: ru, forms: {oblast: [Kursk]}}
        - {id: ru-bel, name: Belgorod Oblast, kind: admin1, parent: ru, forms: {oblast: [Belgorod]}}
        - {id: kursk, name: Kursk, kind: city, parent: ru-kur, defers-to: ru-kur}
        - {id: belgorod, name: Belgorod, kind: city, parent: ru-bel, defers-to: ru-bel}
        - {id: moscow, name: Moscow, kind: city, parent: ru}
        - {id: kamianske, name: Kamianske, parent: ua, aliases: [Кам'янське]}
        - {id: black-sea, name: Black Sea, kind: sea}
        - {id: gaza, name: غزة, aliases: [עזה]}
        - {id: beijing, name: 北京}
        """
    static let actors = """
        facet: actor
        concepts:
        - id: ua
          name: Ukraine
          kind: state
          aliases: [Ukrainian, Ukrainians]
        - {id: ru, name: Russia, kind: state, aliases: [Russian]}
        - {id: us, name: United States, kind: state, aliases: [U.S.], cased: [US]}
        - {id: who, name: World Health Organization, cased: [WHO]}
        - {id: un, name: United Nations, cased: [UN]}
        - {id: black-sea-fleet, name: Black Sea Fleet, parent: ru}
        - {id: defence-ru, name: Ministry of Defence of Russia, parent: ru}
        """
    static let weapons = """
        facet: weapon
        concepts:
        - {id: missile, name: Missile, aliases: [missiles]}
        - {id: cruise-missile, name: Cruise missile, parent: missile, aliases: [cruise missiles]}
        - {id: kh-10, name: Kh-10, parent: missile}
        - {id: kh-101, name: Kh-101, parent: cruise-missile, aliases: [Х-101, X-101]}
        - {id: f-16, name: F-16}
        - {id: s-300, name: S-300}
        - {id: s-3, name: S-3}
        - {id: a-10, name: A-10}
        - {id: grad, name: BM-21 Grad, cased: [Grad, Град]}
        - {id: storm-shadow, name: Storm Shadow, parent: cruise-missile, cased: [SCALP, Scalp]}
        - {id: other, name: Something else, label: true}
        """

    /// The three files compiled.
    static func vocabulary() throws -> Vocabulary { try compile(regions, actors, weapons) }

    /// Files with the given contents compiled.
    static func compile(_ files: String..., extending base: Vocabulary? = nil) throws -> Vocabulary {
        let folder = try TemporaryFolder()
        for (i, text) in files.enumerated() { try folder.write("\(i).yaml", text) }
        return try Vocabulary.load(folder: folder.path, extending: base)
    }

    /// The ids of one facet that a report mentions, sorted.
    static func ids(_ facet: FacetKind, _ text: String, title: String = "", in vocabulary: Vocabulary) -> [String] {
        FacetExtractor(vocabulary: vocabulary).extract(title: title, text: text).mentions
            .filter { $0.facet == facet }.map(\.concept.rawValue).sorted()
    }
}

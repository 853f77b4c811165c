import Foundation

/// Requests that cannot be done: of reports, marks, saved searches, the own vocabulary, and of where to write.
enum ChangeMessages {
    static let all: [MessageRecipe] = reports + vocabulary + places

    private static let reports: [MessageRecipe] = [
        MessageRecipe(64, "several reports have a key that begins with …") { scene in
            // Of forty keys at least two begin with the same of sixteen digits.
            let keys = try scene.succeed(["search", "--keys", "--limit", "all"]).lines
            let groups = Dictionary(grouping: keys) { $0.prefix(1) }
            let digit = groups.first { $0.value.count > 1 }?.key ?? ""
            return try scene.run("show", String(digit))
        },
        MessageRecipe(64, "“…” is a file of … reports") { scene in
            let lines = ["x", "y"].map { #"{"id": "\#($0)", "text": "A convoy of \#($0)."}"# }
            let file = try scene.store.write("b.jsonl", lines.joined(separator: "\n"))
            try scene.build()
            return try scene.run("similar", file)
        },
        MessageRecipe(64, "“…” is the id of different reports in … of the indexes") { scene in
            let other = scene.folder.path("Other")
            let reports = (try scene.folder.write("more/a.txt", "Other words.") as NSString).deletingLastPathComponent
            let outcome = try SitrepProcess.run(["index", reports, "--index", other])
            return outcome.status == 0 ? try scene.run("similar", "a.txt", "--index", other) : outcome
        },
        MessageRecipe(64, "no report is named: give ids, keys or paths, or - for standard input") {
            try $0.run("mark", "--tag", "lead")
        },
        MessageRecipe(64, "nothing is said of the reports: give --tag, --note, --irrelevant or another") {
            try $0.run("mark", "r1")
        },
        MessageRecipe(64, "“…” cannot be a tag") { try $0.run("mark", "r1", "--tag", "") },
        MessageRecipe(64, "a title cannot be empty") { try $0.run("mark", "r1", "--set-title", "") },
        MessageRecipe(64, "… is longer than 10000 bytes") {
            try $0.run("mark", "r1", "--note", String(repeating: "a", count: 10_001))
        },
        MessageRecipe(64, "“…” is no date of a day, a month or a year") {
            try $0.run("mark", "r1", "--set-date", "soon")
        },
        MessageRecipe(64, "unknown … “…” behind …") { try $0.run("mark", "r1", "--set-weapon", "Nosuch") },
        MessageRecipe(64, "… “…” is no figure of …") { try $0.run("mark", "r1", "--drop-figure", "abc") },
        MessageRecipe(64, "there is a saved search “…” already") { scene in
            try scene.succeed(["saved", "add", "convoys", "convoy"])
            return try scene.run("saved", "add", "convoys", "convoy")
        },
        MessageRecipe(64, "“…” cannot be the name of a search: take a short one, of one line") {
            try $0.run("saved", "add", "two\nlines", "convoy")
        },
    ]

    private static func teaching(_ message: String, _ arguments: String...) -> MessageRecipe {
        MessageRecipe(64, message) { scene in
            try scene.run(["vocabulary"] + arguments + ["--vocabulary", scene.folder.path("own")])
        }
    }

    private static let vocabulary: [MessageRecipe] = [
        teaching("the vocabulary does not know “…”", "alias", "--facet", "weapon", "Nosuch", "x"),
        teaching("“…” may be any of …", "alias", "Kursk", "Kurskaya"),
        teaching("… “…” is there already", "add", "region", "Brovary", "--parent", "Kyiv Oblast"),
        teaching("“…” does not stand for … “…”", "remove", "Brovary", "--alias", "Moscow"),
        teaching("… “…” holds others: …", "remove", "Kyiv Oblast"),
        teaching("“…” has no letter and no digit", "add", "weapon", "…"),
        teaching("“…” is too long for a name", "add", "weapon", String(repeating: "long ", count: 40)),
    ]

    private static let places: [MessageRecipe] = [
        MessageRecipe(64, "… holds other files and is not an index") { scene in
            let file = try scene.store.write("a.txt", "A convoy.")
            return try SitrepProcess.run(["index", file, "--index", scene.store.reports])
        },
        MessageRecipe(64, "… is there already, and is left as it is") { try $0.run("backup", $0.folder.path) },
        MessageRecipe(64, "… lies in the folder of the index, which holds nothing else") {
            try $0.run("export", "convoy", "--to", $0.index + "/case")
        },
        MessageRecipe(64, "the index at … has no sources to watch") { scene in
            try scene.build()
            try scene.succeed(["forget", scene.store.reports])
            return try scene.run("watch")
        },
        MessageRecipe(64, "the index at … only reads the shards that its file shards names") { scene in
            try scene.folder.write("Index/shards", "remote 127.0.0.1:1\n")
            return try scene.run("reindex")
        },
        MessageRecipe(64, "the shards of the index at … stand behind servers") { scene in
            try scene.folder.write("Index/shards", "remote 127.0.0.1:1\n")
            return try scene.run("backup", scene.folder.path("Backup"))
        },
    ]
}

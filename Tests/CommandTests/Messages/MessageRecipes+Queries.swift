import Foundation

/// Requests that cannot be understood: queries, filters, commands and options.
enum RequestMessages {
    static let all: [MessageRecipe] = queries + filters + options

    private static func query(_ message: String, _ query: String) -> MessageRecipe {
        MessageRecipe(64, message) { try $0.run("search", query) }
    }

    private static let queries: [MessageRecipe] = [
        query("the query “…” has no word to search for", "!"),
        query("the quotation that begins at column … of the query does not end", "\"storm shadow"),
        query("the parenthesis at column … of the query is not closed", "(drones"),
        query("the parenthesis at column … of the query closes nothing", "drones)"),
        query(
            "the query is nested too deep at column …",
            String(repeating: "(", count: 151) + "a" + String(repeating: ")", count: 151)
        ),
        query("the query is too long: more than … at column …", String(repeating: "a ", count: 20_001)),
        query("there is no field “…”, as at column … of the query", "weapn:drone"),
        query("…: at column … of the query has no value", "weapon: drone"),
        query("the = behind …: at column … of the query belongs to words", "weapon:=drone"),
        query("… at column … of the query has nothing to join", "drones OR"),
        query("two negations follow each other at column … of the query", "NOT NOT drones"),
        query("what begins at column … of the query cannot stand beside NEAR", "(drones convoy) NEAR kyiv"),
        query("“…” at column … of the query has no distance from 1 to 100", "drones NEAR/0 kyiv"),
        query(
            "more than 9 NEAR follow each other at column … of the query",
            (0..<11).map { "word\($0)" }.joined(separator: " NEAR ")
        ),
        query("the star at column … of the query does not end a word", "mis*ile"),
        query("the star at column … of the query has fewer than 2 letters before it", "m*"),
        query("the ~ at column … of the query does not stand behind one word of 2 letters or more", "m~"),
        query(
            "“…” at column … of the query has digits: designators are never searched by likeness",
            "m777~"
        ),
        query("= and … stand at the same word at column … of the query", "=missil*"),
        query(
            "more than 16 words of the query have a * or a ~: one more at column …",
            (0..<17).map { "word\($0)*" }.joined(separator: " ")
        ),
    ]

    private static let filters: [MessageRecipe] = [
        query("unknown … “…” at column … of the query", "weapon:Nosuch"),
        MessageRecipe(64, "unknown … “…”") { try $0.run("search", "--weapon", "Nosuch") },
        MessageRecipe(64, "no report of this index has the … “…”") { try $0.run("search", "--source", "Nobody") },
        query("“…” at column … of the query is no date", "date:soon"),
        query("“…” at column … of the query is no date: …", "date:2024-13"),
        MessageRecipe(64, "“…” after … is no date") { try $0.run("search", "--from", "soon") },
        query("“…” at column … of the query ends before it begins", "date:2024-12..2024-11"),
        MessageRecipe(64, "the time from … to … ends before it begins") {
            try $0.run("search", "--from", "2024-12", "--to", "2024-11")
        },
        MessageRecipe(64, "“…” is no pattern for paths") { try $0.run("search", "--path", "") },
        MessageRecipe(
            64,
            "--main asks for reports that are about a place, an actor or a weapon, but none is named"
        ) { try $0.run("search", "--main") },
    ]

    private static let options: [MessageRecipe] = [
        MessageRecipe(64, "there is no command “…”") { _ in try SitrepProcess.run(["serch"]) },
        MessageRecipe(64, "there is no option …") { try $0.run("search", "drones", "--json") },
        MessageRecipe(64, "Unknown option '…'. Did you mean '…'?") { try $0.run("compact", "--wiat") },
        MessageRecipe(64, "The value '…' is invalid for '…'. Please provide one of …") {
            try $0.run("saved", "list", "--format", "xml")
        },
        MessageRecipe(64, "… cannot be “…”") { try $0.run("search", "--limit", "many") },
        MessageRecipe(64, "… … is negative") { try $0.run("search", "--limit", "-1") },
        MessageRecipe(64, "there is nothing to read") { _ in try SitrepProcess.run(["extract"]) },
        MessageRecipe(64, "this command works with one index, and --index names …: …") {
            try $0.run("status", "--index", "Other")
        },
        MessageRecipe(64, "the index at … is named twice") { try $0.run("search", "--index", $0.index) },
        MessageRecipe(64, "the indexes at … and … are the same, or one was copied from the other") { scene in
            let copy = scene.folder.path("Copy")
            try MessageScene.copy(scene.index, to: copy)
            return try scene.run("search", "--index", copy)
        },
        MessageRecipe(64, "--shards must be 1 to 256, not …") { try $0.run("index", "x", "--shards", "257") },
        MessageRecipe(64, "--shards needs --rebuild: the reports are spread anew") {
            try $0.run("reindex", "--shards", "2")
        },
        MessageRecipe(64, "the index at … is there, with another number of shards (…)") {
            try $0.run("index", $0.store.reports, "--shards", "2")
        },
        MessageRecipe(64, "--max-file must be 1 byte to 1024M, not … bytes") {
            try $0.run("index", "x", "--max-file", "2G")
        },
        MessageRecipe(64, "--max-report must be 1 byte to 64M, not … bytes") {
            try $0.run("index", "x", "--max-report", "2G")
        },
        MessageRecipe(64, "--rebuild needs --repair") { try $0.run("check", "--rebuild") },
        MessageRecipe(64, "a picture goes into a file, for the answer goes to standard output: name one") {
            try $0.run("timeline", "--svg", "-")
        },
        MessageRecipe(64, "… is no file to write a picture to") { try $0.run("timeline", "--svg", $0.folder.path) },
        MessageRecipe(64, "there is no completion for the shell “…”") { _ in
            try SitrepProcess.run(["--generate-completion-script", "tcsh"])
        },
    ]
}

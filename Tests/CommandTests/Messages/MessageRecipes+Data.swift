import Foundation

/// Data that are damaged or unfit: the index, what persons write, inputs.
enum DataMessages {
    static let all: [MessageRecipe] = index + persons + inputs

    private static let index: [MessageRecipe] = [
        MessageRecipe(65, "the index at … is damaged: its manifest is missing") { scene in
            try scene.remove("manifest")
            return try scene.run("search", "convoy")
        },
        MessageRecipe(65, "the index at … is damaged: its manifest cannot be read") { scene in
            try scene.folder.write("Index/manifest", "")
            return try scene.run("search", "convoy")
        },
        MessageRecipe(65, "the index at … is damaged: its manifest is missing or cannot be read, and …") { scene in
            try scene.remove("manifest")
            try scene.remove("iamglass")
            return try scene.run("reindex")
        },
        MessageRecipe(65, "the index at … is damaged: its description cannot be read") { scene in
            // The digest of the vocabulary, which a sum is over.
            try scene.changeEntries(matching: "index[\\s\\S]{3}[0-9a-f]{16}", (-1, UInt8(ascii: "x")))
            return try scene.run("search", "convoy")
        },
        MessageRecipe(65, "the index at … is damaged: a record cannot be read") { scene in
            try scene.build()
            // The length of the name of a file.
            try scene.changeEntries(matching: "file/[0-9a-f]{32}", (1, 200))
            try scene.store.write("a.txt", "Another convoy.")
            return try scene.run("reindex")
        },
        MessageRecipe(65, "the index at … is damaged: what it knows of … is missing") { scene in
            try scene.build()
            // It stands under another name.
            try scene.changeEntries(matching: "file/[0-9a-f]{32}", (-1, UInt8(ascii: "x")))
            try scene.store.write("a.txt", "Another convoy.")
            return try scene.run("reindex")
        },
        MessageRecipe(65, "the index at … is damaged: …") { scene in
            try scene.damageTable()
            return try scene.run("search", "convoy")
        },
        MessageRecipe(65, "the vocabulary of the index at … is missing or damaged: …") { scene in
            try scene.build("--vocabulary", try scene.ownVocabulary())
            let generation = scene.index + "/generation-1/"
            let names = try FileManager.default.contentsOfDirectory(atPath: generation)
            for name in names where name.hasSuffix(".image") {
                try FileManager.default.removeItem(atPath: generation + name)
            }
            return try scene.run("search", "convoy")
        },
        MessageRecipe(
            65,
            "the shards of the index at … are of different runs: one was cut off while it ended"
        ) { scene in
            try scene.build("--shards", "2")
            let shard = scene.index + "/generation-1/shard-1"
            try MessageScene.copy(shard, to: scene.folder.path("before"))
            try scene.store.write("b.txt", "Another convoy.")
            try scene.succeed(["reindex"])
            try FileManager.default.removeItem(atPath: shard)
            try FileManager.default.moveItem(atPath: scene.folder.path("before"), toPath: shard)
            return try scene.run("index", scene.store.reports)
        },
        MessageRecipe(65, "the index at … was written by an older sitrep (schema …, this one is …)") {
            try setSchema(0, $0)
            return try $0.run("search", "convoy")
        },
        MessageRecipe(65, "the index at … was written by a newer sitrep (schema …, this one is …)") {
            try setSchema(99, $0)
            return try $0.run("search", "convoy")
        },
        MessageRecipe(65, "the indexes at … and … were built with different vocabularies") { scene in
            let other = scene.folder.path("Other")
            let file = try scene.store.write("a.txt", "Other words.")
            let outcome = try SitrepProcess.run(
                ["index", file, "--index", other, "--vocabulary", try scene.ownVocabulary()]
            )
            return outcome.status == 0 ? try scene.run("search", "--index", other) : outcome
        },
        MessageRecipe(
            65,
            "the folder of your vocabulary is gone: …, whose names the reports of the index have"
        ) { scene in
            try scene.build("--vocabulary", try scene.ownVocabulary())
            try scene.folder.remove("own")
            return try scene.run("reindex")
        },
    ]

    private static func setSchema(_ number: Int, _ scene: MessageScene) throws {
        let manifest = try String(contentsOfFile: scene.file("manifest"), encoding: .utf8)
        try scene.folder.write("Index/manifest", manifest.replacing(#/schema \d+/#, with: "schema \(number)"))
    }

    private static let persons: [MessageRecipe] = [
        MessageRecipe(65, "the marks in …, line … cannot be used: …") { scene in
            try scene.folder.write("Index/marks.yaml", "marks:\n- id: r1\n  set-date: soon\n")
            return try scene.run("reindex")
        },
        MessageRecipe(65, "the saved searches in …, line … cannot be used: …") { scene in
            try scene.folder.write("Index/saved.yaml", "searches:\n- nam: x\n")
            return try scene.run("saved", "list")
        },
        MessageRecipe(65, "… is too large for a file of …, of … bytes at most") { scene in
            try scene.folder.write("Index/saved.yaml", Data(count: 16 << 20 + 1))
            return try scene.run("saved", "list")
        },
        MessageRecipe(65, "…/saved-seen, line … cannot be used") { scene in
            try scene.succeed(["saved", "add", "convoys", "convoy"])
            try scene.folder.write("Index/saved-seen", "nonsense\n")
            return try scene.run("saved", "run", "convoys", "--new")
        },
        MessageRecipe(65, "the vocabulary in … cannot be used: …") { scene in
            try scene.folder.write("own/weapons.yaml", "facet: weapon\nconcepts:\n- nam: x\n")
            return try scene.run("reindex", "--vocabulary", scene.folder.path("own"))
        },
        MessageRecipe(65, "… is no ordinary file") { scene in
            try scene.build("--vocabulary", try scene.ownVocabulary())
            mkfifo(scene.folder.path("own/more.yaml"), 0o644)
            return try scene.run("backup", scene.folder.path("Backup"))
        },
        MessageRecipe(65, "line … of … names no shard: …") { scene in
            try scene.folder.write("Index/shards", "10.0.0.1:7001\n")
            return try scene.run("search", "convoy")
        },
        MessageRecipe(65, "… names no shard") { scene in
            try scene.folder.write("Index/shards", "# none yet\n")
            return try scene.run("search", "convoy")
        },
    ]

    private static let inputs: [MessageRecipe] = [
        MessageRecipe(65, "…: a file of unknown kind (…); Sitrep reads …") {
            try $0.run("index", try $0.store.write("a.pdf", "%PDF"))
        },
        MessageRecipe(65, "…: a file without a known ending; Sitrep reads …") {
            try $0.run("index", try $0.store.write("README", "A convoy."))
        },
        MessageRecipe(65, "… is no text") { scene in
            let file = try scene.folder.write("queries.tsv", Data([0, 1, 0xFF, 0xFE, 0x80]))
            return try scene.run("search", "--queries", file)
        },
        MessageRecipe(65, "…: line …: …") {
            try $0.run("search", "--queries", try $0.folder.write("queries.tsv", "q1 convoy\n"))
        },
        MessageRecipe(65, "line …, query …: …") {
            try $0.run("search", "--queries", try $0.folder.write("queries.tsv", "q1\t\"convoy\n"))
        },
    ]
}

import Foundation

/// Inputs that fail while others are read.
enum ReadingMessages {
    static let all: [MessageRecipe] = places + contents + packed

    /// A file of this content beside a sound one.
    private static func of(_ reason: String, _ name: String, _ text: String, _ options: String...) -> MessageRecipe {
        MessageRecipe(1, reason) { scene in
            try scene.store.write(name, text)
            return try scene.extract(options)
        }
    }

    private static let places: [MessageRecipe] = [
        MessageRecipe(1, "no such file or folder") { scene in
            try scene.run("index", try scene.store.write("a.txt", "A convoy."), scene.folder.path("none"))
        },
        MessageRecipe(1, "cannot be reached: …") { scene in
            try SitrepProcess.run(["extract", try scene.store.write("a.txt", "A convoy."), scene.folder.path("none")])
        },
        MessageRecipe(1, "a symbolic link to nowhere: cannot be reached: …") { scene in
            let link = scene.store.reports + "/link.txt"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "none.txt")
            return try scene.extract()
        },
        MessageRecipe(1, "cannot be opened: …", needs: .unprivileged) { scene in
            chmod(try scene.store.write("b.txt", "A convoy."), 0)
            let arguments = ["extract", scene.store.reports, try scene.store.write("a.txt", "A convoy passed.")]
            return try SitrepProcess.run(arguments, isUnprivileged: true)
        },
        MessageRecipe(1, "cannot be read: …", needs: .faults) { scene in
            let file = try scene.store.write("b.txt", "A convoy.")
            return try scene.run(
                ["index", file, try scene.store.write("a.txt", "A convoy passed.")],
                failing: "read:1:\(EIO)",
                of: file
            )
        },
        MessageRecipe(1, "the folder cannot be read: …", needs: .unprivileged) { scene in
            try scene.store.write("in/b.txt", "A convoy.")
            chmod(scene.store.reports + "/in", 0)
            defer { chmod(scene.store.reports + "/in", 0o755) }
            let arguments = ["extract", scene.store.reports, try scene.store.write("a.txt", "A convoy passed.")]
            return try SitrepProcess.run(arguments, isUnprivileged: true)
        },
        MessageRecipe(1, "its .sitrepignore: …") { scene in
            try scene.store.write("in/.sitrepignore/b.txt", "A convoy.")
            return try scene.extract()
        },
        MessageRecipe(
            1,
            "is on another device than before and holds none of its files: is its disk mounted?",
            needs: .linux
        ) { scene in
            try scene.build()
            // What a disk is mounted on, when it is not: here a folder in memory, which is a device of its own.
            let other = "/dev/shm/" + (scene.folder.path as NSString).lastPathComponent
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: other) }
            try scene.folder.move("reports", to: "elsewhere")
            try FileManager.default.createSymbolicLink(atPath: scene.store.reports, withDestinationPath: other)
            return try scene.run("reindex")
        },
        MessageRecipe(1, "is no regular file but a pipe, a socket or a device") { scene in
            let pipe = scene.folder.path("pipe.txt")
            mkfifo(pipe, 0o644)
            return try SitrepProcess.run(["extract", pipe, try scene.store.write("a.txt", "A convoy.")])
        },
        MessageRecipe(1, "a file of unknown kind (…); Sitrep reads …") { scene in
            let files = [try scene.store.write("a.txt", "A convoy."), try scene.store.write("b.pdf", "%PDF")]
            return try SitrepProcess.run(["extract"] + files)
        },
        MessageRecipe(1, "a file without a known ending; Sitrep reads …") { scene in
            let files = [try scene.store.write("a.txt", "A convoy."), try scene.store.write("README", "A convoy.")]
            return try SitrepProcess.run(["extract"] + files)
        },
        MessageRecipe(1, "changed while it was read", needs: .faults) { scene in
            let file = try scene.store.write("b.txt", "A convoy.")
            let arguments = ["index", file, try scene.store.write("a.txt", "A convoy passed.")]
            return try scene.run(arguments, failing: "grow:1:0", of: file)
        },
        MessageRecipe(1, "cannot be read now, and what the index held of a report of it is damaged") { scene in
            try scene.build()
            try scene.loseReport()
            return try scene.run("reindex", "--rebuild")
        },
    ]

    private static let contents: [MessageRecipe] = [
        of("empty file", "b.txt", ""),
        of("larger than … bytes, which is the limit for files", "b.txt", "A long text.", "--max-file", "10"),
        of("not text", "b.txt", "\u{7F}ELF\0\0\0\u{1}\u{2}"),
        of("no text in it", "b.txt", "  \n"),
        of("a … of more than … bytes, which is the limit for reports", "b.txt", "A long text.", "--max-report", "10"),
        of(
            "a list of more than … records; a file with a record a line may have any number",
            "b.json",
            "[" + String(repeating: "1,", count: 5_000_000) + "1]"
        ),
        of(
            "a text of more than … lines, which is the limit for reports",
            "b.txt",
            String(repeating: "\n", count: 1_000_000)
        ),
        // Every paragraph opens all formatting elements again.
        of(
            "the page is too tangled to parse",
            "b.html",
            "<p>" + (0..<400).map { "<font size=\($0)>" }.joined() + String(repeating: "</p><p>x", count: 1_500),
            "--max-file",
            "100K"
        ),
        of("not JSON: … (column …)", "b.jsonl", "{\"text\": }"),
        of("not JSON: a string with a broken \\u escape or a number out of range", "b.json", #"{"text": "\ud800"}"#),
        of("no JSON object: a report must be one", "b.json", "[1]"),
        of("no text: a report needs text, body, content or articleBody", "b.json", #"{"words": "x"}"#),
        of(
            "nested too deep",
            "b.json",
            #"{"text": "x", "other": "# + String(repeating: "[", count: 501) + String(repeating: "]", count: 501) + "}"
        ),
        of(
            "… has more than 200 values",
            "b.json",
            #"{"text": "x", "region": ["# + (0...200).map { "\"P\($0)\"" }.joined(separator: ",") + "]}"
        ),
        of(
            "a path in … has more than 16 levels",
            "b.json",
            #"{"text": "x", "region": ""# + (0...16).map { "P\($0)" }.joined(separator: "/") + "\"}"
        ),
        MessageRecipe(1, "another report has the same id: …") { scene in
            let line = #"{"id": "x", "text": "A convoy."}"#
            return try scene.run("index", try scene.store.write("b.jsonl", line + "\n" + line))
        },
        MessageRecipe(1, "another file's report has the same id: …") { scene in
            try scene.store.write("b.jsonl", #"{"id": "x", "text": "A convoy."}"#)
            try scene.build()
            try scene.store.write("c.jsonl", #"{"id": "x", "text": "Another convoy."}"#)
            return try scene.run("reindex")
        },
        MessageRecipe(1, "… more records that failed, the last in line …") { scene in
            try scene.store.write("b.jsonl", String(repeating: "x\n", count: 1_003))
            return try scene.extract()
        },
    ]

    private static let packed: [MessageRecipe] = [
        of("no gzip data, though its name ends in .gz", "b.txt.gz", "A convoy."),
        MessageRecipe(1, "broken gzip: the data are damaged") { scene in
            let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
            try scene.store.write("b.txt.gz", Data(head + [7, 7, 7, 7, 7]))
            return try scene.extract()
        },
        MessageRecipe(1, "broken gzip: it ends too early") { scene in
            try scene.store.write("b.txt.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]))
            return try scene.extract()
        },
        MessageRecipe(1, "unpacks to far more than any report would") { scene in
            try scene.store.write("b.txt", String(repeating: "a", count: 1 << 20))
            _ = try scene.shell("gzip \"$1\"", scene.store.reports + "/b.txt")
            return try scene.extract(["--max-file", "100K"])
        },
        MessageRecipe(1, "empty", ends: 65) { _ in try SitrepProcess.run(["extract", "-"], input: "") },
        MessageRecipe(1, "packed with gzip: unpack it first, with gunzip -c", ends: 65) { scene in
            let file = try scene.folder.write("b.gz", Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]))
            return try scene.shell("\"$0\" extract - < \"$1\"", file)
        },
    ]
}

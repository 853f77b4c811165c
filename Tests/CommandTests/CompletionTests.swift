import Testing

@testable import SitrepCommand

/// A command line as a shell hands it over.
@Suite("The words of a command line")
struct ShellWordsTests {
    @Test(
        "Are cut as the shell cuts them",
        arguments: [
            (Shell.bash, "sitrep search --region Ky", ["sitrep", "search", "--region", "Ky"]),
            (.bash, "sitrep search ", ["sitrep", "search", ""]),
            (.bash, #"a "b c" 'd "e' f\ g h"i j"k"#, ["a", "b c", #"d "e"#, "f g", "hi jk"]),
            (.bash, #"a "b\"c\d" 'e\' f\'g"#, ["a", #"b"c\d"#, #"e\"#, "f'g"]),
            (.zsh, "x 'Київ і", ["x", "Київ і"]),
            (.fish, #"a 'b\'c\\d\e' "f\$g""#, ["a", #"b'c\d\e"#, "f$g"]),
        ]
    )
    func cut(_ shell: Shell, _ line: String, _ words: [String]) {
        #expect(shell.words(of: line).words == words)
    }

    @Test(
        "A text that is quoted for bash is read as itself",
        arguments: [
            "Kyiv Oblast", "it's", "a\"b", "$(touch x) `y` \\ !", "Київ;rm", "a*b?[c]{d}~#", "نص", "e\u{301}", "\u{A0}",
        ]
    )
    func quoted(_ text: String) {
        let plain = Shell.quotedForBash(text.unicodeScalars, in: .none)
        #expect(Shell.bash.words(of: plain).words == [text])
        #expect(Shell.bash.words(of: "'" + Shell.quotedForBash(text.unicodeScalars, in: .single) + "'").words == [text])
        #expect(
            Shell.bash.words(of: "\"" + Shell.quotedForBash(text.unicodeScalars, in: .double) + "\"").words == [text]
        )
    }
}

@Suite("Completion of a command line")
struct CompletionTests {
    private func words(_ shell: Shell, _ line: String, _ part: String? = nil) throws -> [String] {
        let index = try SampleIndex.shared
        let arguments = ["---complete", shell.rawValue, line] + (part.map { [$0] } ?? [])
        let outcome = try SitrepProcess.run(arguments, environment: ["SITREP_INDEX": index.path])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
        #expect(outcome.lines.first == "words")
        return outcome.lines.dropFirst().map { String($0.split(separator: "\t")[0]) }
    }

    @Test(
        "A value is found by any spelling, case and script",
        arguments: ["Ky", "ky", "KY", "Kie", "kiev", "Київ", "киї"]
    )
    func spellings(_ typed: String) throws {
        let values = try words(.zsh, "sitrep search --region " + typed)
        #expect(values.first?.lowercased().hasPrefix("ky") ?? false, "\(values)")
    }

    @Test("A text that no spelling begins with has none")
    func unknown() throws {
        #expect(try words(.zsh, "sitrep search --region Ky\u{438}").isEmpty)
        #expect(try words(.bash, "sitrep search --weapon qqq", "qqq").isEmpty)
    }

    @Test("The values with the most reports come first, and fifty at most")
    func order() throws {
        let index = try SampleIndex.shared
        let counts: CountsAnswer = try index.run("facets", "--format", "json", "--facets", "3").json()
        let values = try words(.zsh, "sitrep search --region ")
        #expect(values.first == counts.facets.region.first?.value)
        #expect(values.count == 50)
        #expect(Set(values).count == values.count)
    }

    @Test("Several values begin as what was typed, so that a shell does not shorten it")
    func beginnings() throws {
        for typed in ["k", "Ki", "s", "м"] {
            let values = try words(.bash, "sitrep search --region " + typed, typed)
            #expect(values.count > 1)
            #expect(values.allSatisfy { $0.lowercased().hasPrefix(typed.lowercased()) }, "\(typed): \(values)")
        }
    }

    @Test(
        "Bash is given what follows the part that it has, quoted for where it stands",
        arguments: [
            (#"sitrep search --region Kyiv\ O"#, #"Kyiv\ O"#, #"Kyiv\ Oblast"#),
            (#"sitrep search --region "Kyiv O"#, "Kyiv O", "Kyiv Oblast"),
            (#"sitrep search --region=Kyiv\ O"#, #"Kyiv\ O"#, #"Kyiv\ Oblast"#),
            ("sitrep search region:kyiv-o", "kyiv-o", "Kyiv-Oblast"),
            ("sitrep search 'drone region:kyiv-o", "drone region:kyiv-o", "drone region:Kyiv-Oblast"),
            (#"sitrep search 'drone (region:"kyiv o"#, #"drone (region:"kyiv o"#, #"drone (region:"Kyiv Oblast""#),
            (#"sitrep search -weapon:scal"#, "scal", "Storm-Shadow"),
            ("sitrep facets --source 'harb", "harb", "Harbour Light"),
            ("sitrep search --region ukraine/kyiv-o", "ukraine/kyiv-o", #"ukraine/Kyiv\ Oblast"#),
            ("sitrep timeline --format cs", "cs", "csv"),
            ("sitrep search --sort new", "new", "newest"),
            ("sitrep search --langu", "--langu", "--language"),
            ("sitrep search --language u", "u", "uk"),
            ("sitrep show scrapes/storm-sh", "scrapes/storm-sh", "scrapes/storm-shadow-debris.txt"),
            ("sitrep show 54296", "54296", "54296c1a6431"),
            ("X=1 /usr/bin/sitrep sea", "sea", "search"),
            ("sitrep vocabulary ali", "ali", "alias"),
            ("sitrep vocabulary show --facet weapon SCA", "SCA", #"Storm\ Shadow"#),
            ("sitrep facets --by wea", "wea", "weapon"),
            ("sitrep search date:last-m", "last-m", "last-month"),
            ("sitrep help doc", "doc", "doctor"),
        ]
    )
    func bash(_ line: String, _ part: String, _ word: String) throws {
        #expect(try words(.bash, line, part) == [word])
    }

    @Test("fish is given only what begins as what was typed")
    func fish() throws {
        #expect(try words(.fish, "sitrep search --region Kie").contains("Kiev"))
        #expect(try words(.fish, "sitrep search region:Киї").first == "region:Київ")
    }

    @Test("The index is the one that the line names")
    func namedIndex() throws {
        let store = try ReportStore()
        try store.write("a.json", #"{"id": "one", "text": "Nothing.", "region": ["Ukraine/Kyivska Sample"]}"#)
        try store.build()
        let outcome = try SitrepProcess.run(["---complete", "zsh", "sitrep search --index \(store.index) --region ky"])
        #expect(outcome.lines == ["words", "Kyivska Sample\t1 report, Ukraine"])
    }

    @Test("Without an index, the vocabulary is asked, and none is made")
    func noIndex() throws {
        let folder = try TemporaryFolder()
        let outcome = try SitrepProcess.run(["---complete", "zsh", "sitrep search --region Lon"], folder: folder.path)
        #expect(outcome.lines.contains { $0.hasPrefix("London\t") })
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(try folder.state(of: "").isEmpty)
    }

    @Test(
        "What makes no sense has no completions and no errors",
        arguments: [
            [], ["zsh"], ["tcsh", "sitrep "], ["bash", ""], ["bash", "sitrep search 'a", "zz"],
            ["zsh", "sitrep nothing --region Ky"], ["zsh", "sitrep search --index /dev/null --source x"],
            ["bash", "sitrep search --limit -", "-"], ["zsh", "sitrep search \"region:\"Kyiv"],
            ["zsh", "sitrep search --region \u{FFFD}\u{202E}"], ["fish", "sitrep show /"],
            ["zsh", "sitrep search :::"],
        ]
    )
    func nonsense(_ arguments: [String]) throws {
        let outcome = try SitrepProcess.run(["---complete"] + arguments)
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        #expect(["words", "files", "folders"].contains(outcome.lines.first))
    }

    @Test("Files and folders are left to the shell")
    func files() throws {
        func kind(_ line: String) throws -> String { try SitrepProcess.run(["---complete", "zsh", line]).text }
        #expect(try kind("sitrep index a") == "files\n")
        #expect(try kind("sitrep extract ") == "files\n")
        #expect(try kind("sitrep search --queries ") == "files\n")
        #expect(try kind("sitrep status --index ") == "folders\n")
        #expect(try kind("sitrep index x --vocabulary=") == "folders\n")
    }
}

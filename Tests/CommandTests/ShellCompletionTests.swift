import Foundation
import Testing

/// Programs that a test can use where they are installed.
enum Installed {
    static let bash = find("bash")
    static let zsh = find("zsh")
    static let fish = find("fish")
    static let mandoc = find("mandoc")
    static let jq = find("jq")

    private static func find(_ program: String) -> String? {
        ["/usr/bin/", "/bin/", "/usr/local/bin/", "/opt/homebrew/bin/"].map { $0 + program }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Completion by the shells themselves, where they are installed.
@Suite("Completion in a shell")
struct ShellCompletionTests {
    /// Runs a script in a shell that finds `sitrep`, with the completion script beside it; what it prints.
    private func run(_ shell: String, _ options: [String], _ name: String, _ script: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let completion = try SitrepProcess.run(["--generate-completion-script", name])
        #expect(completion.status == 0 && completion.errors.isEmpty)
        try folder.write("completion", completion.output)
        try folder.write("script", script)
        try folder.write("out", "")
        try folder.write("errors", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: shell)
        process.arguments = options + [folder.path("script")]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] =
            SitrepProcess.executable.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
        environment["SITREP_INDEX"] = try SampleIndex.shared.path
        environment["XDG_CONFIG_HOME"] = folder.path
        environment["HOME"] = folder.path
        environment["LC_ALL"] = "C.UTF-8"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("out")))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("errors")))
        try process.run()
        #expect(SitrepProcess.wait(for: process) == 0)
        let errors = try String(contentsOfFile: folder.path("errors"), encoding: .utf8)
        #expect(errors.isEmpty, "\(errors)")
        return try String(contentsOfFile: folder.path("out"), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Calls bash's function as bash does: the line, the part that it replaces, the word before it.
    private func inBash(_ line: String, _ part: String) throws -> [String] {
        let bash = try #require(Installed.bash)
        return try run(
            bash,
            ["--norc"],
            "bash",
            """
            source ./completion
            COMP_LINE=$(cat <<'LINE'
            \(line)
            LINE
            )
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=(sitrep)
            _sitrep sitrep '\(part.replacingOccurrences(of: "'", with: "'\\''"))' x
            for word in "${COMPREPLY[@]}"; do printf '%s\\n' "$word"; done
            """
        )
    }

    @Test("bash", .enabled(if: Installed.bash != nil, "bash is not installed"))
    func bash() throws {
        #expect(try inBash("sitrep search --region Kiev", "Kiev").first == "Kyiv")
        #expect(try inBash("sitrep search --region Киї", "Киї").first == "Kyiv")
        #expect(try inBash("sitrep search --region Kyiv\\ O", "Kyiv\\ O") == ["Kyiv\\ Oblast"])
        #expect(try inBash("sitrep search --region 'Kyiv O", "Kyiv O") == ["Kyiv Oblast"])
        #expect(try inBash("sitrep search region:odes", "odes").contains("Odesa"))
        #expect(try inBash("sitrep search --weapon storm", "storm") == ["Storm\\ Shadow"])
        #expect(try inBash("sitrep serach ", "").isEmpty)
    }

    @Test(
        "A value that a report gives cannot run anything",
        .enabled(if: Installed.bash != nil, "bash is not installed")
    )
    func hostileValue() throws {
        let bash = try #require(Installed.bash)
        let store = try ReportStore()
        try store.write(
            "a.json",
            #"{"id": "one", "text": "Nothing.", "source": "Zz $(touch run) `touch run` 'x' \"y\""}"#
        )
        try store.build()
        let line = "sitrep search --index \(store.index) --source zz"
        let words = try run(
            bash,
            ["--norc"],
            "bash",
            """
            source ./completion
            COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(sitrep); _sitrep sitrep zz --source
            eval "set -- ${COMPREPLY[0]}"
            [[ -e run ]] && echo run
            printf '%s\\n' $# "$1"
            """
        )
        #expect(words == ["1", #"Zz $(touch run) `touch run` 'x' "y""#])
    }

    @Test(
        "An exclamation mark between double quotes does not ask the history",
        .enabled(if: Installed.bash != nil, "bash is not installed")
    )
    func history() throws {
        let bash = try #require(Installed.bash)
        let store = try ReportStore()
        try store.write("a.json", #"{"id": "one", "text": "Nothing.", "source": "Zz Alarm!now!"}"#)
        try store.build()
        let lines = try run(
            bash,
            ["--norc"],
            "bash",
            """
            source ./completion
            for open in '"' "'" ''; do
                COMP_LINE="sitrep search --index \(store.index) --source ${open}zz"
                COMP_POINT=${#COMP_LINE}; COMP_WORDS=(sitrep); _sitrep sitrep zz --source
                # A shell of a person reads the line, which the history would change or refuse.
                printf 'set -H\\nprintf "%%s\\\\n" %s\\n' "$open${COMPREPLY[0]}$open" > line
                bash --norc -i < line 2>/dev/null
            done
            """
        )
        #expect(lines == Array(repeating: "Zz Alarm!now!", count: 3))
    }

    @Test("zsh", .enabled(if: Installed.zsh != nil, "zsh is not installed"))
    func zsh() throws {
        let zsh = try #require(Installed.zsh)
        // `compadd` works only inside of the line editor: what it would be given is printed instead.
        let printed = try run(
            zsh,
            ["-f"],
            "zsh",
            """
            compdef() { : }
            compadd() { local name=$@[-1]; print -rl -- ${(P)name} }
            _files() { print -r -- "files $*" }
            source ./completion
            ask() { words=("$@"); CURRENT=$#words; PREFIX=$words[-1]; QIPREFIX=$quote; _sitrep }
            ask sitrep search --region Kiev
            ask sitrep search region:Kyiv-O
            quote="'" ask sitrep search --source 'Harb'
            ask sitrep search wea
            ask sitrep extract ''
            ask sitrep status --index ''
            """
        )
        #expect(
            printed == [
                "Kyiv", "Kyiv Oblast", "region:Kyiv-Oblast", "Harbour Light", "weapon:", "files ", "files -/",
            ]
        )
    }

    @Test("fish", .enabled(if: Installed.fish != nil, "fish is not installed"))
    func fish() throws {
        let fish = try #require(Installed.fish)
        let printed = try run(
            fish,
            ["--no-config"],
            "fish",
            """
            source ./completion
            complete -C 'sitrep search --region Kie'
            complete -C 'sitrep search region:Kyiv-O'
            complete -C 'sitrep search --source "Harb'
            complete -C 'sitrep sear'
            complete -C 'sitrep index compl'
            mkdir $HOME/b
            ln -s (command -s sitrep) $HOME/b/sitrep
            complete -C '~/b/sitrep sear'
            complete -C '~/none/sitrep sear'
            """
        ).map { String($0.split(separator: "\t")[0]) }
        #expect(
            printed == ["Kiev", "Kiev Oblast", "region:Kyiv-Oblast", "Harbour Light", "search", "completion", "search"]
        )
    }

    @Test("A script can be asked for anywhere on the line; an unknown shell is an error")
    func scripts() throws {
        let script = try SitrepProcess.run(["--generate-completion-script", "zsh"])
        #expect(script.text.hasPrefix("#compdef sitrep\n"))
        for arguments in [
            ["search", "--generate-completion-script", "zsh"], ["--generate-completion-script=zsh"],
            ["search", "drones", "--limit", "2", "--generate-completion-script", "zsh"],
        ] {
            #expect(try SitrepProcess.run(arguments).output == script.output, "\(arguments)")
        }
        try SitrepProcess.run(["--generate-completion-script", "csh"]).expectError(64, "csh", "bash")
        let own = try SitrepProcess.run(["--generate-completion-script"], environment: ["SHELL": "/usr/bin/fish"])
        #expect(own.text.contains("complete -c sitrep"))
    }
}

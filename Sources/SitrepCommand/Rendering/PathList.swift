import Sitrep

/// Writes the paths of the files that hits come from, each once, the file of the best hit first; or the keys of the hits.
struct PathList {
    /// What is listed.
    enum Content {
        case paths
        /// The whole keys: sixteen hexadecimal digits, which stand for one report whatever its id.
        case keys
    }

    /// What ends a line of it.
    enum Ending: UInt8 {
        /// A line break, for people and most programs.
        case line = 0x0A
        /// A NUL, which no path has in it, for `xargs -0`.
        case null = 0
    }

    let content: Content
    let ending: Ending
    /// By their bytes: strings that are written alike, such as é composed or not, can be names of two files.
    private var written: Set<[UInt8]> = []

    init(_ content: Content, ending: Ending) {
        self.content = content
        self.ending = ending
    }

    /// Writes those of the hits' paths or keys that were not written yet.
    ///
    /// The bytes are those of the file's name, whatever they are; a terminal gets lines that are safe to show.
    mutating func write(_ hits: [Hit]) {
        for hit in hits {
            let text = content == .keys ? hit.wholeKey : hit.path
            let bytes = PathBytes.bytes(of: text)
            guard written.insert(bytes).inserted else { continue }
            if Output.outputIsTerminal {
                Output.write(Printable.line(text) + "\n")
            } else {
                Output.write(bytes: bytes + [ending.rawValue])
            }
        }
    }
}

import Sitrep

/// Writes the paths of the files that hits come from, each once, the file of the best hit first.
struct PathList {
    /// What ends a path.
    enum Ending: UInt8 {
        /// A line break, for people and most programs.
        case line = 0x0A
        /// A NUL, which no path has in it, for `xargs -0`.
        case null = 0
    }

    let ending: Ending
    private var written: Set<String> = []

    init(ending: Ending) { self.ending = ending }

    /// Writes those of the hits' paths that were not written yet.
    ///
    /// The bytes are those of the file's name, whatever they are; on a terminal, lines are made safe to show.
    mutating func write(_ hits: [Hit]) {
        for hit in hits where written.insert(hit.path).inserted {
            if ending == .line, Output.outputIsTerminal {
                Output.write(Printable.line(hit.path) + "\n")
            } else {
                Output.write(bytes: PathBytes.bytes(of: hit.path) + [ending.rawValue])
            }
        }
    }
}

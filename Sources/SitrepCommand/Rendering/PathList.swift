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
    /// By their bytes: strings that are written alike, such as é composed or not, can be names of two files.
    private var written: Set<[UInt8]> = []

    init(ending: Ending) { self.ending = ending }

    /// Writes those of the hits' paths that were not written yet.
    ///
    /// The bytes are those of the file's name, whatever they are; a terminal gets lines that are safe to show.
    mutating func write(_ hits: [Hit]) {
        for hit in hits {
            let bytes = PathBytes.bytes(of: hit.path)
            guard written.insert(bytes).inserted else { continue }
            if Output.outputIsTerminal {
                Output.write(Printable.line(hit.path) + "\n")
            } else {
                Output.write(bytes: bytes + [ending.rawValue])
            }
        }
    }
}

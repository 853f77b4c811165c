import Foundation

/// The tables of the page of messages, each below a heading that begins with the exit status.
struct MessagePage {
    struct Row: Hashable {
        /// The exit status of the section; 1 where inputs failed.
        var status: Int32
        /// The message as it is printed, with `…` for what varies; for status 1 the reason alone.
        var message: String
        /// What to do; empty where the page says nothing of that.
        var advice: String
    }

    let rows: [Row]

    init() throws {
        var rows: [Row] = []
        var status: Int32 = 0
        for line in try Document("Sources/Sitrep/Documentation.docc/Messages.md").lines {
            if let heading = line.wholeMatch(of: /## Status (\d+): .*/) { status = Int32(heading.1) ?? 0 }
            guard line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 3, cells[0].hasSuffix("`") else {
                throw Malformed(line: line)
            }
            rows.append(Row(status: status, message: String(cells[0].dropFirst().dropLast()), advice: cells[2]))
        }
        self.rows = rows
    }

    /// A row that is no row of three cells, the first of them a message.
    struct Malformed: Error {
        var line: String
    }
}

extension String {
    /// Whether a line is this message, in which `…` stands for any text.
    func isMessage(_ line: some StringProtocol) -> Bool {
        let pattern = components(separatedBy: "…").map(NSRegularExpression.escapedPattern(for:)).joined(separator: ".*")
        return line.range(of: "^\(pattern)$", options: .regularExpression) != nil
    }
}

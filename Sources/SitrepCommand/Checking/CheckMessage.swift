import Sitrep

/// A line that the process of a check writes for the one that waits for it.
enum CheckMessage: Codable {
    case progress(part: CheckPart, done: Int, total: Int)
    case finding(CheckFinding)
    case waiting
    case restarted
    /// The last line of one that came to its end.
    case ended(CheckSummary)
    /// The last line of one that tried what can be read.
    case tried(isReadable: Bool)
    /// The last line of one that could not check.
    case failed(code: String, message: String, hint: String?)

    init(_ event: CheckEvent) {
        self =
            switch event {
            case .progress(let part, let done, let total): .progress(part: part, done: done, total: total)
            case .finding(let finding): .finding(finding)
            case .waiting: .waiting
            case .restarted: .restarted
            }
    }
}

/// What a check found.
struct CheckAnswer {
    var findings: [CheckFinding] = []
    var summary = CheckSummary()

    /// Whether no damage was found.
    var isSound: Bool { !findings.contains { $0.severity == .damage } }
}

extension SitrepError.Code {
    /// The codes by their names.
    private static let names: [(String, SitrepError.Code)] = [
        ("usage", .usage), ("data", .data), ("notFound", .notFound), ("io", .io), ("locked", .locked),
        ("unavailable", .unavailable),
    ]

    var name: String { Self.names.first { $0.1 == self }?.0 ?? "io" }

    init(name: String) { self = Self.names.first { $0.0 == name }?.1 ?? .io }
}

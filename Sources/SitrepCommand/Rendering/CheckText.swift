import Sitrep

/// What a check found, for a person to read.
struct CheckText {
    let style: Style
    let isQuiet: Bool

    func write(_ answer: CheckAnswer, repaired: [String]) {
        for line in repaired where !isQuiet {
            Output.write(style.hanging("mended: " + Printable.line(line), indent: 2) + "\n")
        }
        for finding in answer.findings where !isQuiet || finding.severity == .damage {
            let line = "\(finding.severity.rawValue): \(finding.message)"
            Output.write(style.hanging(Printable.line(line), indent: 2) + "\n")
            if let remedy = finding.remedy { Output.write("  mend it: " + Printable.line(remedy) + "\n") }
        }
        guard !isQuiet else { return }
        let damages = answer.findings.count { $0.severity == .damage }
        let state = damages == 0 ? "sound" : "damaged"
        let held = "\(Printable.count(answer.summary.reports, "report")), revision \(answer.summary.revision)"
        Output.write(state + (answer.summary == CheckSummary() ? "" : ": " + held) + "\n")
    }
}

/// What a check found, as JSON.
struct CheckObject: Encodable {
    let path: String
    let sound: Bool
    let reports: Int
    let indexRevision: Int
    let findings: [Finding]
    /// Present only where a repair was asked for.
    let repaired: [String]?

    struct Finding: Encodable {
        let part: String
        let severity: String
        let message: String
        let remedy: OrNull<String>
    }

    init(_ path: String, _ answer: CheckAnswer, repaired: [String]?) {
        self.path = path
        sound = answer.isSound
        reports = answer.summary.reports
        indexRevision = answer.summary.revision
        findings = answer.findings.map {
            Finding(
                part: $0.part.rawValue,
                severity: $0.severity.rawValue,
                message: $0.message,
                remedy: OrNull($0.remedy)
            )
        }
        self.repaired = repaired
    }
}

import Sitrep

/// What was exported.
struct CaseSummary: Encodable {
    var folder: String
    var reports = 0
    var figures = 0
    var files = 0
    var undated = 0
    var irrelevant = 0
    /// Originals that are not there as they were indexed.
    var lost: [CaseOriginal] = []
    /// The SHA-256 of the list of checksums, which stands for the whole.
    var sumsDigest = ""

    init(folder: String) { self.folder = folder }

    private enum CodingKeys: String, CodingKey {
        case folder, reports, verified, changed, missing, figures, files, undated, irrelevant, sha256
    }

    func count(_ state: CaseOriginal.State) -> Int { lost.count { $0.state == state } }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(OrNull(reports == 0 ? nil : folder), forKey: .folder)
        try container.encode(reports, forKey: .reports)
        try container.encode(reports - lost.count, forKey: .verified)
        try container.encode(count(.changed), forKey: .changed)
        try container.encode(count(.missing), forKey: .missing)
        try container.encode(figures, forKey: .figures)
        try container.encode(files, forKey: .files)
        try container.encode(undated, forKey: .undated)
        try container.encode(irrelevant, forKey: .irrelevant)
        try container.encode(OrNull(sumsDigest.isEmpty ? nil : sumsDigest), forKey: .sha256)
    }
}

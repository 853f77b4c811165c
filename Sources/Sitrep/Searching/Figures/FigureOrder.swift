/// The order in which rows of figures are shown.
struct FigureOrder {
    /// The rows by their places in the list that was given.
    let rows: [Int]

    init(_ rows: [ClaimRow], by precision: EventDate.Precision, _ directory: ConceptDirectory) {
        struct Place {
            var index: Int
            var period: (Int, Int)
            /// Within a longer period.
            var day: (Int, Int)
            var kind: Int
            var matter: [String]
            var reports: Int
            var number: Double
        }
        let kinds = Dictionary(uniqueKeysWithValues: Claim.Kind.allCases.enumerated().map { ($1, $0) })
        let places = rows.enumerated().map { index, row in
            let claim = row.claim
            let path = claim.place.map { directory.path(of: $0, in: .region) } ?? []
            return Place(
                index: index,
                period: FigurePeriod(claim.date, by: precision).order,
                day: FigurePeriod(claim.date, by: .day).order,
                kind: kinds[claim.kind] ?? 0,
                matter: [claim.unit] + path,
                reports: row.reportCount,
                number: claim.least ?? claim.most ?? 0
            )
        }
        self.rows = places.sorted { a, b in
            if a.period != b.period { return a.period < b.period }
            if a.day != b.day { return a.day < b.day }
            if a.kind != b.kind { return a.kind < b.kind }
            if a.matter != b.matter { return a.matter.lexicographicallyPrecedes(b.matter) }
            if a.reports != b.reports { return a.reports > b.reports }
            if a.number != b.number { return a.number < b.number }
            return a.index < b.index
        }.map(\.index)
    }
}

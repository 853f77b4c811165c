extension ReportWriter {
    /// The figures of a report as a person leaves them: without those that were struck, and with no place, actor or
    /// weapon that the report is said not to have.
    func corrected(_ list: ClaimList, _ marks: ReportMarks?) -> ClaimList {
        guard let marks, !list.claims.isEmpty else { return list }
        var corrected = list
        corrected.struck = list.claims.filter { Self.isStruck($0, marks) }
        corrected.claims.removeAll { Self.isStruck($0, marks) }
        let dropped = dropped(marks)
        guard !dropped.isEmpty else { return corrected }
        func kept(_ concept: ConceptID?, _ facet: FacetKind) -> ConceptID? {
            concept.flatMap { isDropped($0, facet, dropped) ? nil : $0 }
        }
        func correct(_ claims: inout [Claim]) {
            for index in claims.indices {
                claims[index].place = kept(claims[index].place, .region)
                claims[index].weapon = kept(claims[index].weapon, .weapon)
                claims[index].subject = kept(claims[index].subject, .actor)
                claims[index].claimant = kept(claims[index].claimant, .actor)
            }
        }
        correct(&corrected.claims)
        correct(&corrected.struck)
        return corrected
    }

    private static func isStruck(_ claim: Claim, _ marks: ReportMarks) -> Bool {
        marks.droppedFigures.contains { FigureName.isName($0, of: claim) }
    }
}

internal import CXapian

extension DatabaseReading where Self: ~Copyable {
    /// Searches: matches, totals and counts in one call.
    ///
    /// Throws `.wildcardLimit` for a wildcard that expands too far, `.serialisation` for a malformed packed value in a
    /// counted slot, and `.invalidArgument` for a query or options out of range.
    public func search(
        _ query: Query,
        _ options: SearchOptions = SearchOptions()
    ) throws(XapianError) -> SearchOutcome {
        let steps = try QuerySteps(query, weighs: options.weighting != .boolean)
        return try unsafe options.withCOptions { cOptions throws(XapianError) in
            let result = try unsafe steps.withCQuery { query throws(XapianError) in
                try unsafe ResultReader { out in unsafe cx_search(raw, query, cOptions, out) }
            }
            return SearchOutcome(
                matches: result.matches(fetchesData: options.fetchesData, valueCount: options.valueSlots.count),
                estimated: result.estimated,
                lowerBound: result.lowerBound,
                upperBound: result.upperBound,
                counts: result.counts(),
                countedDocuments: result.countedDocuments()
            )
        }
    }

    /// Counts slots over all documents that a query matches, without ranking, in one pass.
    ///
    /// Throws as ``search(_:_:)`` does.
    public func facetCounts(
        _ query: Query,
        slots: [CountedSlot]
    ) throws(XapianError) -> FacetCountsResult {
        let steps = try QuerySteps(query, weighs: false)
        let cSlots = try slots.cSlots()
        return try unsafe steps.withCQuery { query throws(XapianError) in
            let result = try unsafe ResultReader { out in
                unsafe cx_facet_counts(raw, query, cSlots, cSlots.count, out)
            }
            return FacetCountsResult(
                total: result.estimated,
                counts: result.counts(),
                countedDocuments: result.countedDocuments()
            )
        }
    }

    /// Counts slots with packed values over all documents that a query matches.
    public func facetCounts(_ query: Query, slots: [Slot]) throws(XapianError) -> FacetCountsResult {
        try facetCounts(query, slots: slots.map { CountedSlot(slot: $0) })
    }

    /// The ids of all documents that a query matches, ascending, without ranking.
    public func matchingDocumentIDs(_ query: Query) throws(XapianError) -> [DocumentID] {
        let steps = try QuerySteps(query, weighs: false)
        return try unsafe steps.withCQuery { query throws(XapianError) in
            try unsafe ListReader { out in unsafe cx_matching_documents(raw, query, out) }.documentIDs()
        }
    }

    /// The terms of a query that a document has, in the order of the query, without those of wildcards.
    ///
    /// Throws `.documentNotFound` when the document is not there.
    public func matchingTerms(_ query: Query, in id: DocumentID) throws(XapianError) -> [[UInt8]] {
        let steps = try QuerySteps(query)
        return try unsafe steps.withCQuery { query throws(XapianError) in
            try unsafe ListReader(about: id.description) { out in
                unsafe cx_matching_terms(raw, query, id.rawValue, out)
            }.strings()
        }
    }
}

internal import CGlass

extension FlatDocument {
    /// Calls `body` with the document as the C layer takes it, borrowed for the call.
    func withGlassDocument<Failure: Error>(_ body: (cg_document) throws(Failure) -> Void) throws(Failure) {
        try unsafe withGlassLists(lists[...] + [terms], taken: []) { lists throws(Failure) in
            try unsafe lists.withUnsafeBufferPointer { lists throws(Failure) in
                try unsafe valueBytes.withGlassBytes { valueBytes throws(Failure) in
                    try unsafe slots.withUnsafeBufferPointer { slots throws(Failure) in
                        try unsafe valueEnds.withUnsafeBufferPointer { ends throws(Failure) in
                            try unsafe data.withGlassBytes { data throws(Failure) in
                                let values = unsafe cg_values(
                                    bytes: valueBytes,
                                    slots: slots.baseAddress,
                                    ends: ends.baseAddress,
                                    count: slots.count
                                )
                                try unsafe body(
                                    cg_document(
                                        lists: lists.baseAddress,
                                        list_count: lists.count,
                                        values: values,
                                        data: data
                                    )
                                )
                            }
                        }
                    }
                }
            }
        }
    }

    /// Borrows one list after the other: a call deeper for each of the few that a document has.
    private func withGlassLists<Failure: Error>(
        _ lists: ArraySlice<TermList>,
        taken: [cg_terms],
        _ body: ([cg_terms]) throws(Failure) -> Void
    ) throws(Failure) {
        guard let first = lists.first else { return try unsafe body(taken) }
        try unsafe first.withGlassTerms { terms throws(Failure) in
            try unsafe withGlassLists(lists.dropFirst(), taken: taken + [terms], body)
        }
    }
}

extension TermList {
    fileprivate func withGlassTerms<Failure: Error>(_ body: (cg_terms) throws(Failure) -> Void) throws(Failure) {
        try unsafe bytes.withGlassBytes { bytes throws(Failure) in
            try unsafe ends.withUnsafeBufferPointer { ends throws(Failure) in
                try unsafe frequencies.withUnsafeBufferPointer { frequencies throws(Failure) in
                    try unsafe positionEnds.withUnsafeBufferPointer { positionEnds throws(Failure) in
                        try unsafe positions.withUnsafeBufferPointer { positions throws(Failure) in
                            try unsafe body(
                                cg_terms(
                                    bytes: bytes,
                                    ends: ends.baseAddress,
                                    frequencies: frequencies.baseAddress,
                                    position_ends: positionEnds.baseAddress,
                                    count: ends.count,
                                    positions: positions.baseAddress,
                                    position_count: positions.count
                                )
                            )
                        }
                    }
                }
            }
        }
    }
}

extension ByteSource where Self: ~Copyable & ~Escapable {
    /// Calls `body` with the bytes as the C layer takes them, borrowed for the call.
    func withGlassBytes<Result: ~Copyable, Failure: Error>(
        _ body: (cg_bytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes { bytes throws(Failure) in
            try unsafe bytes.withUnsafeBufferPointer { buffer throws(Failure) in
                try unsafe body(cg_bytes(start: buffer.baseAddress, count: buffer.count))
            }
        }
    }
}

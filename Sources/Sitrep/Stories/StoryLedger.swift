internal import Xapian

/// What a run has to do with stories when all reports are written: the reports whose stories may have changed.
struct StoryLedger {
    /// The documents that were written with another fingerprint than they had. None of them bears a label.
    private(set) var changed = DocumentBitmap()
    /// The stories that lost a report, or have one that changed.
    private(set) var loosened: Set<String> = []

    /// Linear in the ids.
    var isEmpty: Bool { loosened.isEmpty && changed.isEmpty }

    /// A document was written.
    ///
    /// - Parameter label: the story that it belonged to before.
    mutating func write(_ document: DocumentID, label: String?) {
        changed.insert(document)
        if let label { loosened.insert(label) }
    }

    /// A document was taken out.
    mutating func remove(_ document: DocumentID, label: String?) {
        changed.remove(document)
        if let label { loosened.insert(label) }
    }
}

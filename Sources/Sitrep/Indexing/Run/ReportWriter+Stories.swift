internal import Xapian

extension ReportWriter {
    /// Groups the reports that this run wrote, and those of stories that lost one, to stories, and gives a new generation
    /// its file of bands.
    ///
    /// To be called when all reports are written and taken out. What comes of it depends on nothing but the reports that
    /// the index then holds: not on the order in which they came.
    ///
    /// - Parameter revision: the revision that the state gets, if that is not the run's own.
    mutating func settleStories(revision: Int? = nil) throws {
        // A new generation gets its file even where no story changed.
        guard !stories.isEmpty || !writer.addsKeyTerms else { return }
        let (changed, members) = try storiesToSettle()
        let settling = try settling(changed, revision ?? run)
        for label in stories.loosened {
            try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
        }
        var labels = Relabelling()
        var alone = members
        for component in settling.components() {
            let story = try settling.story(of: component, in: writer.database, hasLabels: hasLabels)
            for label in story.swallowed {
                try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
            }
            let key = StoryMembers.metadataKey(label: story.label)
            try writer.database.setMetadata(StoryMembers.encode(story.keys), for: key)
            for document in story.relabelled { labels.set(story.label, of: document) }
            if !members.isEmpty { for document in component { alone.remove(DocumentID(document)) } }
        }
        try alone.forEachID { document throws(XapianError) in
            if try StoryMembers.label(of: document, in: writer.database) != nil { labels.set(nil, of: document) }
        }
        try labels.forEachDocument { document, label in
            try writer.database.setValue(label, of: document, in: Schema.storySlot)
            writer.noteChange(of: document)
            try writer.documentWritten()
        }
        stories = StoryLedger()
    }

    /// The documents whose stories may have changed, and which of them are those of stories that lost a report.
    private func storiesToSettle() throws -> (changed: DocumentBitmap, members: DocumentBitmap) {
        var changed = stories.changed
        var members = DocumentBitmap()
        for label in stories.loosened {
            for key in try StoryMembers.keys(of: label, in: writer.database) {
                for document in try writer.database.documentIDs(containing: Schema.key.term(key)) {
                    changed.insert(document)
                    members.insert(document)
                }
            }
        }
        return (changed, members)
    }

    /// The stories of documents, joined.
    private func settling(_ changed: DocumentBitmap, _ revision: Int) throws -> StorySettling {
        let path = writer.bandsPath
        let runsPath = path + ".runs"
        let last = try writer.database.lastDocumentID
        guard writer.addsKeyTerms else {
            let sketches = try StorySketches(path: path + ".sketches")
            let runs = try SortedRuns.ofAll(in: writer.database, spillPath: runsPath, sketches: sketches)
            var settling = StorySettling(changed, last: last, sketches: sketches)
            let output = try BandOutput(path: path, uuid: try writer.database.uuid, revision: revision)
            try settling.join(all: runs, in: writer.database, writing: output)
            try output.complete()
            return settling
        }
        var settling = StorySettling(changed, last: last)
        let runs = try SortedRuns.of(changed, in: writer.database, spillPath: runsPath)
        guard changed.count < (try writer.database.documentCount) else {
            try settling.join(changed: runs, in: writer.database, bands: nil)
            return settling
        }
        do {
            try settling.join(changed: runs, in: writer.database, bands: try presentBands())
            return settling
        } catch is BandFile.Damaged {
            // Made anew from the fingerprints before this run, whose own documents have terms.
            try BandFile.write(try writer.presentDatabase(), revision: run - 1, to: path)
            settling = StorySettling(changed, last: last)
            try settling.join(changed: runs, in: writer.database, bands: try presentBands())
            return settling
        }
    }

    private func presentBands() throws -> BandFile {
        try BandFile(path: writer.bandsPath, uuid: try writer.database.uuid, revision: run - 1)
    }
}

/// Labels that documents get, in the order of these, so that neighbours in the database are written together.
private struct Relabelling {
    private var labels: [(document: DocumentID, label: UInt64?)] = []

    /// - Parameter label: `nil` for none.
    mutating func set(_ label: String?, of document: DocumentID) {
        labels.append((document, label.map(PreparedReport.number(ofKey:))))
    }

    /// Calls `body` for each document with the value that it gets.
    func forEachDocument(_ body: (DocumentID, [UInt8]) throws -> Void) throws {
        for (document, label) in labels.sorted(by: { $0.document < $1.document }) {
            try body(document, label.map(Hexadecimal.encode) ?? [])
        }
    }
}

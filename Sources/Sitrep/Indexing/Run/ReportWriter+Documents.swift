internal import Xapian

extension ReportWriter {
    /// The reports of a file as the index knows them, by key.
    func known(of file: FileKey) throws -> [String: Known] {
        var result: [String: Known] = [:]
        for document in try writer.database.documentIDs(containing: file.term) {
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            result[record.key] = Known(document: document, record: record)
        }
        return result
    }

    /// The report with this id and the file that it came from; `nil` where there is none.
    func known(id: String) throws -> (report: Known, file: FileKey)? {
        guard let document = try writer.database.documentIDs(containing: Schema.id.term(id)).first,
            let file = try FileKey(of: document, in: writer.database)
        else { return nil }
        let record = try StoredRecord(decoding: try writer.database.documentData(document))
        return (Known(document: document, record: record), file)
    }

    /// The report with this key; `nil` where there is none.
    func known(key: UInt64) throws -> Known? {
        let term = Schema.key.term(String(decoding: Hexadecimal.encode(key), as: UTF8.self))
        guard let document = try writer.database.documentIDs(containing: term).first else { return nil }
        return Known(
            document: document,
            record: try StoredRecord(decoding: try writer.database.documentData(document))
        )
    }

    /// Takes a report out of the index.
    mutating func delete(_ report: Known) throws {
        try releaseEdges(of: report.document)
        try writer.prepareToChange()
        stories.remove(report.document, label: try StoryMembers.label(of: report.document, in: writer.database))
        try writer.database.delete(report.document)
        writer.noteChange(of: report.document)
        try writer.setText([], ofReport: report.record.key, document: report.document)
        hasChanges = true
    }

    /// Remembers the state of a file, where it is not the one that is known.
    mutating func remember(_ file: FileRecord, instead known: FileRecord?) throws {
        guard file != known else { return }
        try writer.setMetadata(file.encoded(), for: file.fileKey.metadataKey)
        files.set(file)
        hasChanges = true
    }

    /// Forgets the state of a file.
    mutating func forget(_ file: FileRecord) throws {
        try writer.setMetadata([], for: file.fileKey.metadataKey)
        files.remove(file)
        hasChanges = true
    }

    /// Writes a report's document and text.
    ///
    /// - Parameter before: the report as it was: its document gives way, the time when it first came in stays.
    mutating func write(_ report: PreparedReport, path: String, file: FileKey, replacing before: Known?) throws {
        let concepts = try place(report)
        var report = report
        report.claims = corrected(report.claims, report.applied?.marks)
        let arrival = arrival(of: report, before: before)
        let record = StoredRecord(
            id: report.id,
            key: report.key,
            article: report.article,
            path: path,
            digest: report.digest,
            added: arrival.added,
            run: arrival.run,
            mentioned: concepts.mentioned,
            removedBytes: report.removedBytes,
            applied: report.applied
        )
        let id: DocumentID
        if let before {
            if report.applied == nil, let applied = before.record.applied {
                marksBefore[report.number] = AppliedMarks.digest(of: applied.marks)
            }
            var document = try make(report, record, concepts, file).document()
            try keepStory(of: before, in: &document, report)
            id = before.document
            try writer.prepareToChange()
            try writer.database.replace(id, with: document)
            writer.noteChange(of: id)
            if before.record.key != report.key {
                try writer.setText([], ofReport: before.record.key, document: before.document)
            }
        } else if writer.addsInBulk {
            id = try writer.add(try make(report, record, concepts, file), ofReport: report.number)
            stories.write(id, label: nil)
        } else {
            let document = try make(report, record, concepts, file).document()
            id = try writer.add(document, ofReport: report.number)
            writer.noteChange(of: id)
            stories.write(id, label: nil)
        }
        try writer.setText(report.storedText(), ofReport: report.key, document: id, isNew: before == nil)
        written.insert(report.number)
        hasChanges = true
        try noteEdges(of: report)
        try writer.documentWritten()
    }

    private func make(
        _ report: PreparedReport,
        _ record: StoredRecord,
        _ concepts: ReportConcepts,
        _ file: FileKey
    ) throws(XapianError) -> FlatDocument {
        try ReportDocument.make(
            report,
            record: record,
            concepts: concepts,
            file: file,
            hasKeyTerms: writer.addsKeyTerms
        )
    }

    /// A report that tells what it told stays in its story; for another one the stories are settled anew, and for one
    /// with another id, as stories list the keys of their reports.
    private mutating func keepStory(of before: Known, in document: inout Document, _ report: PreparedReport) throws {
        let label = try StoryMembers.label(of: before.document, in: writer.database)
        let fingerprint = try writer.database.documentValue(before.document, in: Schema.storyFingerprintSlot)
        if before.record.key == report.key, fingerprint == report.fingerprint.encoded() {
            if let label { try document.setValue(Array(label.utf8), in: Schema.storySlot) }
        } else {
            stories.write(before.document, label: label)
        }
    }

    /// The concepts of a report; what only this index knows of them is remembered.
    private mutating func place(_ report: PreparedReport) throws -> ReportConcepts {
        var concepts = ReportConcepts()
        var main: [FacetKind: [ConceptID]] = [:]
        let dropped = dropped(report.applied?.marks)
        for mention in report.mentions where !isDropped(mention.concept, mention.facet, dropped) {
            concepts.mentioned[mention.facet, default: []].append(mention.concept)
            if mention.salience >= FacetMention.mainSalience {
                main[mention.facet, default: []].append(mention.concept)
            }
            guard let name = mention.name, directory.concept(mention.concept, in: mention.facet) == nil else {
                continue
            }
            try add([Concept(facet: mention.facet, id: mention.concept, name: name)])
        }
        for facet in FacetKind.allCases {
            let set = (report.applied?.marks.set[facet] ?? []).map { $0.split(separator: "/").map(String.init) }
            for (isSet, path) in (report.article.given[facet] ?? []).map({ (false, $0) }) + set.map({ (true, $0) }) {
                let known = placedPaths.concept(of: path, in: facet)
                guard let (id, new) = known.map({ ($0, []) }) ?? directory.place(path, in: facet) else { continue }
                if !isSet, isDropped(id, facet, dropped) { continue }
                try add(new)
                if known == nil { placedPaths.note(id, of: path, in: facet) }
                main[facet, default: []].append(id)
                if concepts.mentioned[facet]?.contains(id) != true {
                    concepts.mentioned[facet, default: []].append(id)
                }
            }
        }
        concepts.all = concepts.mentioned.reduce(into: [:]) { $0[$1.key] = lineages($1.value, in: $1.key) }
        concepts.main = main.reduce(into: [:]) { $0[$1.key] = lineages($1.value, in: $1.key) }
        return concepts
    }

    /// The values that a person says a report has not.
    func dropped(_ marks: ReportMarks?) -> [FacetKind: Set<ConceptID>] {
        (marks?.dropped ?? [:]).reduce(into: [:]) { dropped, values in
            dropped[values.key] = Set(values.value.flatMap { directory.resolve($0, in: values.key) })
        }
    }

    /// Whether a value, or one that it lies in, is among those.
    func isDropped(_ id: ConceptID, _ facet: FacetKind, _ dropped: [FacetKind: Set<ConceptID>]) -> Bool {
        guard let dropped = dropped[facet], !dropped.isEmpty else { return false }
        return directory.lineage(of: id, in: facet).contains(where: dropped.contains)
    }

    /// Concepts and all that they lie in, each once, sorted.
    private func lineages(_ ids: [ConceptID], in facet: FacetKind) -> [ConceptID] {
        Set(ids.flatMap { directory.lineage(of: $0, in: facet) }).sorted()
    }

    /// Remembers concepts that only this index has.
    private mutating func add(_ concepts: [Concept]) throws {
        for concept in concepts {
            let (key, value) = ConceptDirectory.entry(of: concept)
            try writer.setMetadata(value, for: key)
        }
        directory.add(concepts)
    }
}

internal import Xapian

extension ReportWriter {
    /// Groups the reports that this run wrote, and those of stories that lost one, to stories.
    ///
    /// To be called when all reports are written and taken out. What comes of it depends on nothing but the reports that
    /// the index then holds: not on the order in which they came.
    mutating func settleStories() throws {
        guard !stories.isEmpty else { return }
        var changed = stories.changed
        for label in stories.loosened {
            for key in try StoryMembers.keys(of: label, in: writer.database) {
                changed.formUnion(try writer.database.documentIDs(containing: Schema.key.term(key)))
            }
        }
        var settling = try StorySettling(changed.sorted(), in: writer.database)
        try settling.meet(in: writer.database)
        for label in stories.loosened {
            try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
        }
        for story in try settling.stories(in: writer.database) { try write(story) }
        stories = StoryLedger()
    }

    private mutating func write(_ story: StorySettling.Story) throws {
        for document in story.relabelled {
            try writer.database.setValue(Array((story.label ?? "").utf8), of: document, in: Schema.storySlot)
            writer.noteChange(of: document)
        }
        for label in story.swallowed {
            try writer.database.setMetadata([], for: StoryMembers.metadataKey(label: label))
        }
        if let label = story.label {
            try writer.database.setMetadata(
                StoryMembers.encode(story.keys),
                for: StoryMembers.metadataKey(label: label)
            )
        }
    }
}

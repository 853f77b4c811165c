internal import Xapian

/// The slots whose values are counted, and so have columns.
enum ColumnSlots {
    static let all: [(slot: Slot, kind: ColumnLayout.Kind)] = {
        let packed = [
            Schema.region, Schema.actor, Schema.weapon, Schema.tag, Schema.happened, Schema.happenedWithin,
            Schema.happenedMonth, Schema.happenedYear,
        ]
        let whole = [Schema.source, Schema.language, Schema.date, Schema.story]
        return packed.compactMap { $0.slot.map { ($0, .packed) } } + whole.compactMap { $0.slot.map { ($0, .whole) } }
    }()

    /// The slot by which documents are counted in groups.
    static let group = Schema.storySlot
}

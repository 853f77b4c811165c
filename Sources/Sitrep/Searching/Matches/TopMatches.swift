internal import Xapian

/// Ranks matches by columns instead of the matcher: their scores from posting lists and the lengths in a column, ties by
/// the days in another, and of each story the best by the column of stories.
///
/// What days leave open, reports of one day with the same score, is decided by the values in the database.
struct TopMatches {
    private let matches: DocumentBitmap
    /// Where there are none, values are read instead.
    private let columns: ColumnAccess.Columns?
    private let members: Members
    /// The ids of the matches, ascending.
    private let ids: [UInt32]
    private let order: Order

    /// What comes first where scores are equal, or are not asked for.
    private enum Order {
        case newest, oldest

        var slot: Slot? { self == .newest ? Schema.newestOrder.slot : Schema.oldestOrder.slot }
    }

    /// More hits are asked for by exports, which read all matches anyway.
    private static let mostWanted = 10_000
    /// More values than these are read by the matcher in less time.
    private static let mostTies = 4_000

    /// - Returns: `nil` for an order that there is no column for.
    init?(
        _ matches: DocumentBitmap,
        _ columns: ColumnAccess.Columns?,
        _ options: SearchOptions,
        _ members: Members
    ) {
        switch options.order {
        case .relevanceThenValue(let slot, false) where slot == Schema.newestOrder.slot: order = .newest
        case .value(let slot, false) where slot == Schema.newestOrder.slot: order = .newest
        case .value(let slot, false) where slot == Schema.oldestOrder.slot: order = .oldest
        default: return nil
        }
        self.matches = matches
        self.columns = columns
        self.members = members
        ids = matches.rawIDs
    }

    /// The matches of the page that is asked for, without their data; `nil` where they need the matcher.
    ///
    /// - Parameter query: what the matches are those of, with its weights.
    func page(
        _ options: SearchOptions,
        of query: Query,
        in database: borrowing Database
    ) throws(XapianError) -> [Match]? {
        let (wanted, overflow) = options.offset.addingReportingOverflow(min(options.limit, ids.count))
        // What weighs is not left to the matcher for speed alone, as it cannot weigh everything.
        let mayLeave = options.weighting == .boolean
        guard !overflow, !mayLeave || wanted <= Self.mostWanted, options.minimumPercent == 0,
            options.collapseMaximum == 1,
            options.collapseSlot == nil || options.collapseSlot == ColumnSlots.group
        else { return nil }
        guard options.offset < ids.count, options.limit > 0 else { return [] }
        var scores: [Double]?
        if options.weighting != .boolean {
            scores = try database.scores(of: query, matches, lengths: lengths(database), RankingModel.parameters)
            if scores == nil { return nil }
        }
        let keys = try keys(database)
        var depth = wanted + 10
        while true {
            let mostTies = mayLeave ? Self.mostTies : .max
            guard var best = try first(depth, scores, keys, mostTies: mostTies, database) else { return nil }
            let isAll = best.count == ids.count
            if options.collapseSlot != nil { best = try firstOfEachStory(best, database) }
            if isAll || best.count >= wanted {
                return best.dropFirst(options.offset).prefix(options.limit).map { place in
                    Match(documentID: DocumentID(ids[place]), weight: scores?[place] ?? 0)
                }
            }
            depth = depth.multipliedReportingOverflow(by: 4).overflow ? .max : depth * 4
        }
    }

    /// The places of the first matches in their order, and more that are tied with the last on its day; `nil` where too
    /// many are tied.
    private func first(
        _ count: Int,
        _ scores: [Double]?,
        _ keys: [UInt32],
        mostTies: Int,
        _ database: borrowing Database
    ) throws(XapianError) -> [Int]? {
        var best: [Int]
        if let scores {
            func precedes(_ a: Int, _ b: Int) -> Bool {
                scores[a] != scores[b] ? scores[a] > scores[b] : keys[a] < keys[b]
            }
            best = BestPlaces.first(count, of: ids.count, by: precedes)
            best.sort(by: precedes)
        } else {
            func precedes(_ a: Int, _ b: Int) -> Bool { keys[a] < keys[b] }
            best = BestPlaces.first(count, of: ids.count, by: precedes)
            best.sort(by: precedes)
        }
        var start = 0
        var read = 0
        while start < best.count {
            var end = start + 1
            while end < best.count, keys[best[end]] == keys[best[start]],
                scores.map({ $0[best[end]] == $0[best[start]] }) ?? true
            {
                end += 1
            }
            if end - start > 1, let slot = order.slot {
                read += end - start
                guard read <= mostTies else { return nil }
                var values: [(place: Int, value: [UInt8])] = []
                for place in best[start..<end] {
                    let value = try database.documentValue(DocumentID(ids[place]), in: slot, isThere: true)
                    values.append((place, value))
                }
                // What is equal in all stays in the order of the ids, as in Xapian.
                values.sort {
                    $0.value != $1.value ? $0.value.lexicographicallyPrecedes($1.value) : $0.place < $1.place
                }
                best.replaceSubrange(start..<end, with: values.map(\.place))
            }
            start = end
        }
        return best
    }

    // MARK: Columns, and the values of what changed since

    private func lengths(_ database: borrowing Database) throws(XapianError) -> [UInt32] {
        try numbers(NumberColumns.lengths) { id throws(XapianError) in
            UInt32(clamping: try database.documentLength(id))
        }
    }

    /// The days, so that those that come first have the lowest number.
    private func keys(_ database: borrowing Database) throws(XapianError) -> [UInt32] {
        var days = try numbers(NumberColumns.days) { id throws(XapianError) in
            guard let slot = Schema.oldestOrder.slot else { return NumberColumns.noDay }
            return NumberColumns.day(try database.documentValue(id, in: slot))
        }
        if order == .newest {
            // As ``SortKey`` turns digits round; undated reports stay behind.
            for place in days.indices where days[place] < NumberColumns.noDay {
                days[place] = NumberColumns.noDay - days[place]
            }
        }
        return days
    }

    private func numbers(
        _ slot: Slot,
        changed: (DocumentID) throws(XapianError) -> UInt32
    ) throws(XapianError) -> [UInt32] {
        guard let columns else {
            var result: [UInt32] = []
            result.reserveCapacity(ids.count)
            for id in ids { result.append(try changed(DocumentID(id))) }
            return result
        }
        let column = columns.file.numbers(slot)
        var result = ids.map { Int($0) < column.count ? column[Int($0)] : 0 }
        for id in columns.changed.ids where matches.contains(id) {
            if let place = place(of: id.rawValue) { result[place] = try changed(id) }
        }
        return result
    }

    private func place(of id: UInt32) -> Int? {
        var (low, high) = (0, ids.count)
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < ids.count && ids[low] == id ? low : nil
    }

    // MARK: Stories

    /// A story of several reports.
    private enum Story: Hashable {
        /// By its ordinal in the column.
        case known(Int)
        /// By its name, which the column does not have.
        case new(StoryName)
    }

    private func firstOfEachStory(_ places: [Int], _ database: borrowing Database) throws(XapianError) -> [Int] {
        let column = columns?.file.column(ColumnSlots.group)
        if columns != nil, column == nil { return places }
        var seen: Set<Story> = []
        var result: [Int] = []
        for place in places {
            guard let story = try story(of: ids[place], column, database) else {
                result.append(place)
                continue
            }
            if seen.insert(story).inserted { result.append(place) }
        }
        return result
    }

    /// The story of a document; `nil` for one that tells one alone.
    private func story(
        of id: UInt32,
        _ column: ColumnFile.Column?,
        _ database: borrowing Database
    ) throws(XapianError) -> Story? {
        if let columns, let column, !columns.changed.contains(DocumentID(id)), id <= columns.file.lastDocument {
            let ordinal = column.ordinals[Int(id)]
            return ordinal == 0 ? nil : .known(ordinal)
        }
        guard let story = try members.story(of: DocumentID(id), in: database) else { return nil }
        return column?.number(of: Array(story.label.utf8)).map { .known($0 + 1) } ?? .new(story)
    }
}

/// Lines of a YAML file that come in the place of others.
struct YAMLEdit {
    /// The lines that go, from 0; empty for a place before a line.
    var range: Range<Int>
    /// The lines that come.
    var lines: [String]

    /// Lines after some edits. Linear in the lines and the edits.
    ///
    /// - Parameter edits: from the top down; of those at one place what is put in comes before what is replaced.
    /// - Returns: `nil` where edits overlap, or lines are not there.
    static func apply(_ edits: [YAMLEdit], to lines: [[UInt8]]) -> [[UInt8]]? {
        var result: [[UInt8]] = []
        var at = 0
        for edit in edits {
            guard edit.range.lowerBound >= at, edit.range.upperBound <= lines.count else { return nil }
            result += lines[at..<edit.range.lowerBound]
            result += edit.lines.map { Array($0.utf8) }
            at = edit.range.upperBound
        }
        return result + lines[at...]
    }

    /// Edits from the top down, those that put something in before those that replace what stands there.
    static func sorted(_ edits: [YAMLEdit]) -> [YAMLEdit] {
        edits.enumerated().sorted { a, b in
            let (one, other) = (a.element.range, b.element.range)
            if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
            return one.isEmpty != other.isEmpty ? one.isEmpty : a.offset < b.offset
        }.map(\.element)
    }

    /// Takes single items out of a list and adds others at its end, so that comments and layout of the rest stay.
    ///
    /// - Parameters:
    ///   - node: the list as it stands.
    ///   - old: what it says; none of it twice.
    ///   - new: what it is to say: some of `old` in that order, and then what is added.
    ///   - range: the lines of the key of the list and of the list.
    /// - Returns: `nil` where the list has to be written as a whole.
    static func change(
        _ node: YAMLNode,
        _ old: [String],
        to new: [String],
        within range: Range<Int>,
        of lines: [[UInt8]]
    ) -> [YAMLEdit]? {
        guard case .sequence(let items) = node.value, items.map(\.text) == old, Set(old).count == old.count else {
            return nil
        }
        let wanted = Set(new)
        let kept = old.filter(wanted.contains)
        guard !kept.isEmpty, new.starts(with: kept) else { return nil }
        let removed = old.indices.filter { !wanted.contains(old[$0]) }
        let added = new.dropFirst(kept.count).map(YAMLScalar.written)
        if let flow = YAMLLines.flowList(of: node, in: lines) {
            return changeFlow(flow, removed, added, within: range, of: lines)
        }
        var edits: [YAMLEdit] = []
        for place in removed {
            let limit = place + 1 < items.count ? items[place + 1].line - 1 : range.upperBound
            guard let item = YAMLLines.range(from: items[place], before: limit, in: lines) else { return nil }
            edits.append(YAMLEdit(range: item, lines: []))
        }
        guard items.allSatisfy({ YAMLLines.hyphen(of: $0, in: lines) != nil && range.contains($0.line - 1) }),
            let column = items.last.flatMap({ YAMLLines.hyphen(of: $0, in: lines) })
        else { return nil }
        let blanks = String(repeating: " ", count: column)
        let end = range.upperBound
        if !added.isEmpty { edits.append(YAMLEdit(range: end..<end, lines: added.map { "\(blanks)- \($0)" })) }
        return edits
    }

    /// The same for a list in brackets on one line.
    private static func changeFlow(
        _ flow: YAMLLines.FlowList,
        _ removed: [Int],
        _ added: [String],
        within range: Range<Int>,
        of lines: [[UInt8]]
    ) -> [YAMLEdit]? {
        let number = flow.last.line
        guard range.contains(number), removed.count <= 1, flow.items.count > 1 || removed.isEmpty,
            flow.items.allSatisfy({ $0.start.line == number && $0.end.line == number })
        else { return nil }
        var line = lines[number]
        line.insert(contentsOf: added.flatMap { Array((", " + $0).utf8) }, at: flow.last.column)
        if let place = removed.first {
            guard place < flow.items.count else { return nil }
            // With the comma before it, or for the first one with the comma behind it.
            let from = place == 0 ? flow.items[0].start : flow.items[place - 1].end
            let to = place == 0 ? flow.items[1].start : flow.items[place].end
            line.removeSubrange(from.column..<to.column)
        }
        return [YAMLEdit(range: number..<number + 1, lines: [String(decoding: line, as: UTF8.self)])]
    }
}

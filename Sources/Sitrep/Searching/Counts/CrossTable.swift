/// How many reports have two (or three) values together.
public struct CrossTable: Sendable, Equatable {
    /// One dimension: its values are the lines of the table.
    public struct Axis: Sendable, Equatable {
        /// What is counted by.
        public var axis: TableAxis
        /// The values with the number of reports that have each, whatever they have of the other dimensions.
        public var values: [FacetCount]
        /// Reports without a value: those of the line behind the values.
        public var missing: Int
        /// How many values have no line.
        public var hidden: Int
    }

    /// The query as typed.
    public var query: String
    /// The query as it was understood.
    public var interpreted: String
    /// How many reports match.
    public var total: Int
    /// How many undated reports a date filter left out.
    public var undated: Int
    /// How many reports match that a person took for irrelevant, and are not counted.
    public var irrelevant = 0
    /// The index's revision that was counted.
    public var revision: Int
    /// The dimensions.
    public var axes: [Axis]
    /// The cells, the lines of the last dimension following each other; each dimension has one line more than values.
    public var cells: [Int]

    /// How many reports are in all of these lines, one for each dimension: the number of a value, or the number of
    /// values for the reports without one.
    public func count(_ lines: [Int]) -> Int {
        cells[zip(axes, lines).reduce(0) { $0 * ($1.0.values.count + 1) + $1.1 }]
    }
}

extension CrossTable.Axis {
    /// Every line with the number of its reports; the line of reports without a value has no name and comes last, where
    /// there are such reports.
    public var lines: [(number: Int, value: FacetCount?, count: Int)] {
        values.enumerated().map { ($0.offset, $0.element, $0.element.count) }
            + (missing > 0 ? [(values.count, nil, missing)] : [])
    }
}

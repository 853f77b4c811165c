/// A chart over time for print: panels one below the other over one axis of days, with bars (how many in a period) or
/// points (a number with its least and most on a day).
///
/// It says what is shown; ``picture(width:)`` lays it out. Every text may come from outside: it is made safe and
/// shortened with `…` where it is too long. Colours can be told apart with any colour vision and series by their shapes
/// in grey.
///
/// A plot of figures, one panel a kind since their numbers differ in size, one series a claimant or outlet:
///
///     var chart = Chart(title: "Figures for Kursk", timeTitle: "Day of the event", precision: .day)
///     chart.lines = ["Query: region:kursk", "12 claims in 31 reports"]
///     chart.notes = ["Drawn 2026-11-21; index of 2026-11-20"]
///     chart.hollowMeaning = "at least, about"
///     let point = Chart.Point(
///         days: day...day, value: 11_000, least: 10_000, most: 12_000, isHollow: false, weight: 3,
///         hint: "10,000 to 12,000 sent, says …: 3 reports")
///     chart.panels = [
///         Chart.Panel(
///             name: "Troops", detail: "12 claims", valueTitle: "Persons",
///             series: [Chart.Series(name: "Ukraine", points: [point])])
///     ]
///     try chart.picture().write(to: "figures.svg", as: .svg)
public struct Chart: Sendable, Equatable {
    /// What it shows, in a line.
    public var title: String
    /// Below the title: the query and filters as understood, and what was counted.
    public var lines: [String] = []
    /// Below the plot: what was left out, the dates of drawing and of the index.
    public var notes: [String] = []
    /// What the axis of days tells, with its unit: `Week of publication`.
    public var timeTitle: String
    /// The finest unit that the axis of days is divided into; that of the bars.
    public var precision: EventDate.Precision
    /// The days of the axis; `nil` for those that are drawn. What lies outside is not drawn.
    public var days: ClosedRange<CalendarDate>?
    /// Whether all panels have the scale of the largest value, so that their heights can be compared.
    public var sharesScale = false
    /// What hollow marks mean, for the legend: `at least, about`.
    public var hollowMeaning: String?
    /// What a ring around a mark means, for the legend: `another figure speaks against it`.
    public var ringedMeaning: String?
    /// What the line through a mark means, for the legend.
    public var rangeMeaning = "least to most"
    /// What stands where nothing is drawn.
    public var emptyText = "Nothing to draw"
    /// From top to bottom.
    public var panels: [Panel] = []

    /// A chart without panels.
    public init(title: String, timeTitle: String, precision: EventDate.Precision) {
        self.title = title
        self.timeTitle = timeTitle
        self.precision = precision
    }

    /// How a number becomes a height.
    public enum Scale: Sendable {
        /// From 0; a unit is always as high.
        case linear
        /// Every ten times is as high, for numbers of very different sizes; what is not above 0 is not drawn.
        case logarithmic
    }

    /// One plot of several that share the axis of days.
    public struct Panel: Sendable, Equatable {
        /// What it shows; empty for a single panel, whose name would be the title again.
        public var name: String
        /// Behind the name, not in bold: `124 reports`.
        public var detail: String
        /// What its numbers are, with their unit: `Reports`, `Square kilometres`.
        public var valueTitle: String
        /// How its numbers become heights.
        public var scale: Scale
        /// Whether its numbers are whole, so that nothing between 1 and 2 is marked on the axis.
        public var isWhole: Bool
        /// What is drawn.
        public var series: [Series]

        /// A panel.
        public init(
            name: String = "",
            detail: String = "",
            valueTitle: String,
            scale: Scale = .linear,
            isWhole: Bool = true,
            series: [Series]
        ) {
            self.name = name
            self.detail = detail
            self.valueTitle = valueTitle
            self.scale = scale
            self.isWhole = isWhole
            self.series = series
        }
    }

    /// Bars or points of one kind. Series of points of the same name look the same in all panels, and are explained in
    /// a legend.
    public struct Series: Sendable, Equatable {
        /// For the legend; bars are told by their panel's name.
        public var name: String
        /// Bars, from the first day to the last.
        public var bars: [Bar]
        /// Points, in the order in which they are drawn.
        public var points: [Point]
        /// Whether it is what is left over, drawn in grey.
        public var isRest: Bool

        /// Bars.
        public init(name: String, bars: [Bar], isRest: Bool = false) {
            (self.name, self.bars, self.points, self.isRest) = (name, bars, [], isRest)
        }

        /// Points.
        public init(name: String, points: [Point], isRest: Bool = false) {
            (self.name, self.bars, self.points, self.isRest) = (name, [], points, isRest)
        }
    }

    /// How many in a period.
    public struct Bar: Sendable, Equatable {
        /// The days of the period.
        public var days: ClosedRange<CalendarDate>
        /// Its height; nothing is drawn for 0.
        public var value: Double
        /// What is told of it where one points at it: `2024-W46: 10 reports`.
        public var hint: String

        /// A bar.
        public init(days: ClosedRange<CalendarDate>, value: Double, hint: String) {
            self.days = days
            self.value = value
            self.hint = hint
        }
    }

    /// A number on a day, or on one of some days.
    public struct Point: Sendable, Equatable {
        /// The days of which it is told; several are drawn as a line across them.
        public var days: ClosedRange<CalendarDate>
        /// Where the mark stands: the number, or the middle of its range.
        public var value: Double
        /// The lower end of the line through the mark; `nil` for none.
        public var least: Double?
        /// The upper end of the line through the mark; `nil` for none.
        public var most: Double?
        /// Whether the mark is not filled, since the number is not exact.
        public var isHollow: Bool
        /// Whether a ring is drawn around the mark.
        public var isRinged: Bool
        /// How many reports say so: the more, the larger the mark.
        public var weight: Int
        /// What is told of it where one points at it.
        public var hint: String

        /// A point.
        public init(
            days: ClosedRange<CalendarDate>,
            value: Double,
            least: Double? = nil,
            most: Double? = nil,
            isHollow: Bool = false,
            isRinged: Bool = false,
            weight: Int = 1,
            hint: String
        ) {
            self.days = days
            self.value = value
            self.least = least
            self.most = most
            self.isHollow = isHollow
            self.isRinged = isRinged
            self.weight = weight
            self.hint = hint
        }
    }
}

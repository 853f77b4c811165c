import Testing

@testable import Sitrep

@Suite("Axes of a chart")
struct AxisTests {
    private func names(_ from: String, _ to: String, _ precision: EventDate.Precision, width: Double = 700) throws
        -> [String]
    {
        let days = try ChartTests.day(from)...ChartTests.day(to)
        return TimeAxis(days, precision: precision, left: 0, width: width).ticks().map { tick in
            [tick.name, tick.context ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    @Test("Days are named by themselves, by weeks, months or years, as they fit")
    func days() throws {
        #expect(try names("2024-11-29", "2024-12-02", .day) == ["29 Nov 2024", "30", "1 Dec 2024", "2"])
        #expect(try names("2024-10-29", "2024-11-05", .day, width: 150) == ["29", "1 Nov 2024", "3", "5"])
        #expect(try names("2024-10-30", "2024-11-30", .week, width: 200).prefix(2) == ["28", "4 Nov 2024"])
        let months = try names("2024-11-13", "2025-06-30", .day, width: 300)
        #expect(months == ["Dec 2024", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun"])
        #expect(try names("2014-02-20", "2025-06-30", .day) == (2015...2025).map(String.init))
        let millennia = stride(from: 1_000, through: 9_000, by: 1_000).map(String.init)
        #expect(try names("0001-01-01", "9999-12-31", .day) == millennia)
        #expect(try names("2024-01-01", "2024-12-31", .year) == ["2024"])
    }

    @Test("Names do not touch", arguments: EventDate.Precision.allCases)
    func distances(precision: EventDate.Precision) throws {
        let first = try ChartTests.day("2019-12-31")
        for count in [1, 2, 9, 31, 60, 100, 400, 1_000, 5_000, 100_000] {
            let last = try #require(first.adding(days: count - 1))
            let ticks = TimeAxis(first...last, precision: precision, left: 40, width: 600).ticks()
            for (tick, next) in zip(ticks, ticks.dropFirst()) {
                let size = TimeAxis.textSize
                let room = PictureText.width(tick.name, size: size) / 2 + PictureText.width(next.name, size: size) / 2
                #expect(next.x - tick.x >= room, "\(count) \(precision): \(tick.name) \(next.name)")
            }
        }
    }

    @Test("Numbers are round, reach over all values, and are whole where counts are")
    func numbers() {
        func ticks(_ values: [Double], _ scale: Chart.Scale = .linear, isWhole: Bool = true) -> [Double] {
            ValueAxis(values, scale: scale, isWhole: isWhole, most: 5).ticks
        }
        #expect(ticks([]) == [0, 1])
        #expect(ticks([1]) == [0, 1])
        #expect(ticks([3, 7]) == [0, 2, 4, 6, 8])
        #expect(ticks([1], isWhole: false) == [0, 0.2, 0.4, 0.6000000000000001, 0.8, 1])
        #expect(ticks([1_210]) == [0, 500, 1_000, 1_500])
        #expect(ticks([3, 11_000], .logarithmic) == [1, 10, 100, 1_000, 10_000, 100_000])
        #expect(ticks([.nan, .infinity, 1e300, 4]) == [0, 1, 2, 3, 4])
        for value in [0.01, 1, 9, 99, 1e6, 1e15] {
            let axis = ValueAxis([value], scale: .linear, isWhole: false, most: 5)
            #expect(axis.ticks.count <= 7)
            #expect(axis.place(value).map { (0.5...1.000_001).contains($0) } == true)
        }
        #expect(ValueAxis([1], scale: .linear, isWhole: true, most: 5).place(.nan) == nil)
    }
}

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The axis of numbers: which are marked, and how high each stands.
struct ValueAxis {
    /// The marked numbers, ascending.
    let ticks: [Double]
    private let isLogarithmic: Bool
    private let bottom: Double
    private let top: Double

    /// An axis from 0, or from the least power of ten, to a round number that is not below any value.
    ///
    /// - Parameters:
    ///   - values: what is drawn; what is no number does not count.
    ///   - most: about how many numbers are marked.
    init(_ values: [Double], scale: Chart.Scale, isWhole: Bool, most: Int) {
        let finite = values.filter { $0.isFinite && abs($0) <= 1e15 }
        let positive = finite.filter { $0 > 0 }
        isLogarithmic = scale == .logarithmic && !positive.isEmpty
        if isLogarithmic {
            let low = floor(log10(positive.min() ?? 1))
            let high = max(low + 1, ceil(log10(positive.max() ?? 1)))
            (bottom, top) = (low, high)
            let step = max(1, ceil((high - low) / Double(max(1, most))))
            ticks = stride(from: low, through: high, by: step).map { pow(10, $0) }
            return
        }
        let (low, high) = (min(0, finite.min() ?? 0), max(0, finite.max() ?? 0))
        let step = Self.step(over: high - low, most: max(1, most), isWhole: isWhole)
        let first = (low / step).rounded(.down)
        let last = max(first + 1, (high / step).rounded(.up))
        (bottom, top) = (first * step, last * step)
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
    }

    /// Where a value stands: 0 at the foot of the axis, 1 at its top; `nil` for what is not on it.
    func place(_ value: Double) -> Double? {
        guard value.isFinite, !isLogarithmic || value > 0 else { return nil }
        let place = ((isLogarithmic ? log10(value) : value) - bottom) / (top - bottom)
        return (-1e-9...1 + 1e-9).contains(place) ? place : nil
    }

    /// 1, 2 or 5 times a power of ten.
    private static func step(over length: Double, most: Int, isWhole: Bool) -> Double {
        guard length > 0 else { return 1 }
        let rough = length / Double(most)
        let power = pow(10, floor(log10(rough)))
        let step = [1, 2, 5, 10].first { $0 * power >= rough * 0.999_999 } ?? 10
        return isWhole ? max(1, step * power) : step * power
    }
}

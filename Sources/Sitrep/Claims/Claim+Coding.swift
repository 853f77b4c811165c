extension Claim {
    /// The kinds in the order in which they are stored; never to be changed within a schema version.
    private static let kinds: [Kind] = [
        .launched, .intercepted, .jammed, .lostFromRadar, .killed, .wounded, .killedOrWounded, .captured, .missing,
        .evacuated, .troops, .area, .destroyed, .damaged, .delivered, .other,
    ]

    /// The qualifiers in the order in which they are stored, from 1 on; never to be changed within a schema version.
    private static let qualifiers: [Qualifier] = [
        .about, .nearly, .over, .atLeast, .upTo, .dozens, .hundreds, .thousands, .millions, .tensOfThousands,
        .hundredsOfThousands,
    ]

    /// Writes the claim, to be read by ``init(from:)``.
    func write(to out: inout ByteWriter) {
        out.write(Self.kinds.firstIndex(of: kind) ?? 0)
        Self.write(least, to: &out)
        Self.write(most, to: &out)
        out.write(unit)
        out.write(qualifier.flatMap { Self.qualifiers.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
        for concept in [subject, weapon, place, claimant] { out.write(concept?.rawValue) }
        if let date {
            out.write(1)
            date.write(to: &out)
        } else {
            out.write(0)
        }
        out.write(isInTitle ? 1 : 0)
        out.write(span.lowerBound)
        out.write(span.count)
        out.write(surface)
    }

    /// Reads what ``write(to:)`` wrote.
    ///
    /// - Throws: ``ByteReader/Malformed`` for whatever it did not write.
    init(from input: inout ByteReader) throws(ByteReader.Malformed) {
        let kind = try input.int()
        let least = try Self.readNumber(&input)
        let most = try Self.readNumber(&input)
        let unit = try input.string()
        let qualifier = try input.int()
        guard Self.kinds.indices.contains(kind), qualifier <= Self.qualifiers.count else {
            throw ByteReader.Malformed()
        }
        self.init(
            kind: Self.kinds[kind],
            least: least,
            most: most,
            unit: unit,
            qualifier: qualifier == 0 ? nil : Self.qualifiers[qualifier - 1]
        )
        subject = try input.optionalString().map { ConceptID(rawValue: $0) }
        weapon = try input.optionalString().map { ConceptID(rawValue: $0) }
        place = try input.optionalString().map { ConceptID(rawValue: $0) }
        claimant = try input.optionalString().map { ConceptID(rawValue: $0) }
        date = try Self.readDate(&input)
        isInTitle = try Self.readFlag(&input)
        let start = try input.int()
        let (end, overflow) = start.addingReportingOverflow(try input.int())
        guard !overflow else { throw ByteReader.Malformed() }
        span = start..<end
        surface = try input.string()
    }

    /// 0 for `nil`, 1 and the number for a whole one, 2 and the bits of any other.
    private static func write(_ number: Double?, to out: inout ByteWriter) {
        guard let number else { return out.write(0) }
        if let whole = Int(exactly: number), whole >= 0, number.sign == .plus {
            out.write(1)
            out.write(whole)
        } else {
            out.write(2)
            out.write(number.bitPattern)
        }
    }

    private static func readNumber(_ input: inout ByteReader) throws(ByteReader.Malformed) -> Double? {
        switch try input.number() {
        case 0: return nil
        case 1: return Double(try input.number())
        case 2:
            let number = Double(bitPattern: try input.number())
            guard number.isFinite else { throw ByteReader.Malformed() }
            return number
        default: throw ByteReader.Malformed()
        }
    }

    private static func readFlag(_ input: inout ByteReader) throws(ByteReader.Malformed) -> Bool {
        switch try input.number() {
        case 0: false
        case 1: true
        default: throw ByteReader.Malformed()
        }
    }

    private static func readDate(_ input: inout ByteReader) throws(ByteReader.Malformed) -> EventDate? {
        guard try readFlag(&input) else { return nil }
        return try EventDate(from: &input)
    }
}

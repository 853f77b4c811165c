internal import Xapian

extension QueryCompiler {
    /// Adds the reports published in a span, and the undated ones where they are wanted.
    mutating func addPublished(
        _ span: DateSpan,
        _ undated: SearchRequest.Undated?,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let undatedReports = Query.term(Schema.undated.term(""))
        let none = "\(QueryField.date.name):\(QueryParser.noValue)"
        guard undated != .only else {
            compiled.filters.append((.published, undatedReports))
            compiled.interpreted.append(none)
            return
        }
        let known = try years ?? DateTerms.years(in: database)
        years = known
        let query = DateTerms.query(span, years: known)
        let isIncluded = undated == .include
        compiled.filters.append((.published, isIncluded ? .or([query, undatedReports]) : query))
        compiled.interpreted.append(isIncluded ? "(date:\(span) OR \(none))" : "date:\(span)")
        compiled.narrow(.published, to: span)
    }

    /// Adds the reports with an event date in a span.
    mutating func addHappened(
        _ span: DateSpan,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let known = try eventYears ?? DateTerms.years(of: Schema.happenedWithin, in: database)
        eventYears = known
        compiled.filters.append((.happened, DateTerms.happened(span, years: known)))
        compiled.interpreted.append("happened:\(span)")
        compiled.narrow(.happened, to: span)
    }

    /// Adds the reports that Sitrep took in on the days of a span.
    func addArrival(_ span: DateSpan, to compiled: inout CompiledQuery) {
        guard let slot = Schema.added.slot else { return }
        compiled.filters.append(
            (
                .added,
                .valueRange(
                    slot,
                    from: span.first.map { Array(Timestamp.start(ofLocalDay: $0).utf8) },
                    through: span.last.map { Array(Timestamp.end(ofLocalDay: $0).utf8) }
                )
            )
        )
        compiled.interpreted.append("added:\(span)")
    }

    /// Adds the date filters that stand beside the query.
    mutating func addDates(
        _ filters: Filters,
        to compiled: inout CompiledQuery,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let undated = Query.term(Schema.undated.term(""))
        if let span = try span(filters.from, filters.to, "--from", "--to") {
            try addPublished(span, filters.undated, to: &compiled, database)
        } else if filters.undated == .only {
            compiled.filters.append((.published, undated))
            compiled.interpreted.append("date:none")
        } else if filters.undated == .exclude {
            compiled.exclusions.append(undated)
            compiled.interpreted.append("date:any")
        }
        if let span = try span(filters.happenedFrom, filters.happenedTo, "--happened-from", "--happened-to") {
            try addHappened(span, to: &compiled, database)
        }
        if let span = try span(filters.addedFrom, filters.addedTo, "--added-from", "--added-to") {
            addArrival(span, to: &compiled)
        }
    }

    /// The days between two options; `nil` where neither is given.
    func span(
        _ from: String?,
        _ to: String?,
        _ firstOption: String,
        _ lastOption: String
    ) throws(SitrepError) -> DateSpan? {
        guard from != nil || to != nil else { return nil }
        let span = DateSpan(first: try day(from, firstOption)?.first, last: try day(to, lastOption)?.last)
        if let first = span.first, let last = span.last, first > last {
            throw SitrepError(
                .usage,
                "the time from \(first) to \(last) ends before it begins",
                hint: "exchange \(firstOption) and \(lastOption)"
            )
        }
        return span
    }

    private func day(_ text: String?, _ option: String) throws(SitrepError) -> DateSpan? {
        guard let text else { return nil }
        do throws(DateMistake) {
            return try DateSpan.read(text, today: today)
        } catch {
            throw SitrepError(
                .usage,
                "“\(text)” after \(option) is no date" + (error.reason.map { ": " + $0 } ?? ""),
                hint: "write \(DateSpan.forms)"
            )
        }
    }
}

/// What a word has to do with dates.
struct DateWord: Equatable {
    enum Kind: UInt8 {
        case other
        /// Digits; the value is the number, -1 for more than four of them.
        case number
        /// Letters that may follow the digits of a day: `13th`, `13-го`.
        case suffix
        /// 1…12: a month's name, or an abbreviation that needs a day beside it.
        case month, shortMonth
        /// 1…7 from Monday: a weekday's name, or an abbreviation that needs a date behind it.
        case weekday, shortWeekday
        /// 1…20 in words.
        case cardinal
        /// Days from the day of publication: today, yesterday.
        case relativeDay
        case overnight
        /// `three days ago`, and from another event: `a week earlier`, `two days later`.
        case ago, earlier, later
        /// 1 day, 2 week, 3 month, 4 year.
        case unit
        case weekend
        case last, this, next
        case partOfDay, night
        /// 12 for Christmas; `eve` and `new` make feasts with the words beside them.
        case christmas, orthodox, eve, new
        case season
        /// Prepositions and joining words.
        case within, on, since, from, between, and, to, by, of, article
        /// Early, middle, end of a month or year.
        case stage
        /// `року`, `году` behind a year.
        case yearWord
        /// Speaking ends what a word about the future reaches.
        case saying, that
        /// A word about the future; value 1: only before a date.
        case future
        /// A page's own dates: `published`, and `updated` wherever it stands.
        case published, updated
        /// What makes a weekday no day: `every`, `Black`; and `Times` behind it.
        case noDayBefore, noDayBehind
        /// What is counted: the number before it is no day or year.
        case counted
        /// What makes `the 2014 …` a year.
        case event
    }

    var kind: Kind
    var value: Int16
    /// Written in Cyrillic: capitals say nothing about its meaning.
    var isCyrillic = false

    static let other = DateWord(kind: .other, value: 0)
}

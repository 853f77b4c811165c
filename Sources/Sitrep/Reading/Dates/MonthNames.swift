/// The names of months and weekdays in English, Ukrainian and Russian.
enum MonthNames {
    /// The month of a name or abbreviation in lower case, 1…12.
    static func month(_ word: String) -> Int? { months[word] }

    /// Whether a word in lower case is a weekday's name or abbreviation.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }

    /// The weekday of an English, Ukrainian or Russian name in full, in lower case and any case of grammar that news
    /// use; 1 for Monday.
    static func weekday(_ word: String) -> Int? { fullWeekdays[word] }

    private static let fullWeekdays: [String: Int] = {
        var weekdays: [String: Int] = [:]
        for (index, names) in weekdayTable.split(separator: "\n").enumerated() {
            for name in names.split(separator: " ") { weekdays[String(name)] = index + 1 }
        }
        return weekdays
    }()

    private static let weekdayTable = """
        monday понеділок понеділка понедельник понедельника
        tuesday вівторок вівторка вторник вторника
        wednesday середа середу середи среда среду среды
        thursday четвер четверга четверг
        friday п’ятниця п’ятницю п’ятниці пятница пятницу пятницы
        saturday субота суботу суботи суббота субботу субботы
        sunday неділя неділю неділі воскресенье воскресенья
        """

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for (index, names) in table.split(separator: "\n").enumerated() {
            for name in names.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()

    /// One line a month: English; Ukrainian and Russian in nominative, genitive and locative.
    private static let table = """
        january jan січень січня січні січ январь января январе янв
        february feb лютий лютого лютому лют февраль февраля феврале фев февр
        march mar березень березня березні бер март марта марте мар
        april apr квітень квітня квітні квіт кві апрель апреля апреле апр
        may травень травня травні трав тра май мая мае
        june jun червень червня червні черв чер июнь июня июне июн
        july jul липень липня липні лип июль июля июле июл
        august aug серпень серпня серпні серп сер август августа августе авг
        september sep sept вересень вересня вересні вер сентябрь сентября сентябре сен сент
        october oct жовтень жовтня жовтні жовт жов октябрь октября октябре окт
        november nov листопад листопада листопаді лист лис ноябрь ноября ноябре ноя нояб
        december dec грудень грудня грудні груд гру декабрь декабря декабре дек
        """

    private static let weekdays = Set(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun
        понеділок вівторок середа четвер п’ятниця п'ятниця субота неділя пн вт ср чт пт сб нд
        понедельник вторник среда четверг пятница суббота воскресенье вс
        """.split { $0 == " " || $0 == "\n" }.map(String.init)
    )
}

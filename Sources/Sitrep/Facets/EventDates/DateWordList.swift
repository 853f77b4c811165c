/// The list that ``DateLexicon`` is made of: a kind, then its words; where a value matters, a line for each.
enum DateWordList {
    static let all: [(text: String, word: DateWord)] =
        numbered(.month, months, from: 1) + numbered(.shortMonth, shortMonths, from: 1)
        + numbered(.weekday, weekdays, from: 1) + numbered(.shortWeekday, shortWeekdays, from: 1)
        + numbered(.cardinal, cardinals, from: 1) + numbered(.relativeDay, relativeDays, from: -2)
        + numbered(.unit, units, from: 1) + numbered(.future, futures, from: 0)
        + plain.flatMap { kind, text in numbered(kind, text.replacingLineBreaks, from: 0) }

    private static func numbered(_ kind: DateWord.Kind, _ text: String, from first: Int16) -> [(String, DateWord)] {
        text.split(separator: "\n").enumerated().flatMap { number, line in
            line.split(separator: " ").map { word in
                let isCyrillic = word.unicodeScalars.first.map { (0x400...0x4FF).contains($0.value) } ?? false
                return (
                    String(word), DateWord(kind: kind, value: first + Int16(number), isCyrillic: isCyrillic)
                )
            }
        }
    }

    private static let months = """
        january січень січня січні січнем январь января январе январем
        february лютий лютого лютому лютим февраль февраля феврале февралем
        march березень березня березні березнем март марта марте мартом
        april квітень квітня квітні квітнем апрель апреля апреле апрелем
        may травень травня травні травнем май мая мае маем
        june червень червня червні червнем июнь июня июне июнем
        july липень липня липні липнем июль июля июле июлем
        august серпень серпня серпні серпнем август августа августе августом
        september вересень вересня вересні вереснем сентябрь сентября сентябре сентябрем
        october жовтень жовтня жовтні жовтнем октябрь октября октябре октябрем
        november листопад листопада листопаді листопадом ноябрь ноября ноябре ноябрем
        december грудень грудня грудні груднем декабрь декабря декабре декабрем
        """

    private static let shortMonths = """
        jan січ янв
        feb лют фев февр
        mar бер мар
        apr квіт апр
        трав
        jun черв июн
        jul лип июл
        aug серп авг
        sep sept вер сен сент
        oct жовт окт
        nov лист ноя нояб
        dec груд дек
        """

    private static let weekdays = """
        monday понеділок понеділка понеділком понедельник понедельника понедельником
        tuesday вівторок вівторка вторник вторника
        wednesday середа середу середи среда среду среды
        thursday четвер четверга четверг
        friday п’ятниця п’ятницю п’ятниці пятница пятницу пятницы
        saturday субота суботу суботи суббота субботу субботы
        sunday неділя неділю неділі воскресенье воскресенья воскресение
        """

    private static let shortWeekdays = """
        mon пн
        tue tues вт
        wed weds ср
        thu thur thurs чт
        fri пт
        sat сб
        sun нд вс
        """

    private static let cardinals = """
        a an one один одну одна одного
        two couple два дві две двох двух
        three три трьох трех
        four чотири четыре
        five п’ять пять
        six шість шесть
        seven сім семь
        eight вісім восемь
        nine дев’ять девять
        ten десять
        eleven одинадцять одиннадцать
        twelve дванадцять двенадцать
        """

    private static let relativeDays = """
        позавчора позавчера
        yesterday вчора учора вчера
        today tonight сьогодні сегодня
        tomorrow завтра
        """

    private static let units = """
        day days день дні дня днів дней доба доби сутки суток
        week weeks тиждень тижні тижня тижнів неделя недели неделю недель неделе
        month months місяць місяці місяця місяців месяц месяца месяцев месяце
        year years
        """

    private static let futures = """
        will shall scheduled planned upcoming assumes takes begins starts expires inauguration inaugurated deadline буде \
        будуть відбудеться відбудуться будет будут состоится состоятся инаугурация инаугурации інавгурація інавгурації
        would
        """

    private static let plain: [(DateWord.Kind, String)] = [
        (.suffix, "st nd rd th го е й я му ого ті х"),
        (.overnight, "overnight"),
        (.ago, "ago тому назад"),
        (.earlier, "earlier раніше ранее"),
        (.later, "later згодом спустя"),
        (.weekend, "weekend вихідних вихідні выходных выходные"),
        (.last, "last минулого минулої минулий минулу минулому прошлого прошлой прошлый прошлую прошлом торішнього"),
        (.this, "this цього цієї цей цю цьому этого этой этот эту этом"),
        (.next, "next coming наступного наступної наступний наступну следующего следующей следующий следующую"),
        (
            .partOfDay,
            """
            morning afternoon evening noon midday midnight dawn daybreak ранку ранок вранці уранці ввечері увечері вечора
            вечір полудня полудні утра утро утром вечером вечера вечер днем удень
            """
        ),
        (.night, "night nights ніч ночі вночі уночі ночь ночи ночью"),
        (.christmas, "christmas різдво різдва"),
        (.orthodox, "orthodox рождество рождества"),
        (.eve, "eve"),
        (.new, "new"),
        (.season, "spring summer autumn winter навесні влітку восени взимку весной летом осенью зимой"),
        (.within, "in during throughout at у в во впродовж упродовж протягом"),
        (.on, "on into на"),
        (.since, "since"),
        (.from, "from з із зі с со від от"),
        (.between, "between між между"),
        (.and, "and і й та и"),
        (.to, "to through по"),
        (.by, "by until till before до к"),
        (.of, "of"),
        (.article, "the"),
        (
            .stage,
            """
            early mid late beginning start middle end початку початок наприкінці кінці кінця середині половині начале
            начала конце конца середине половине
            """
        ),
        (.yearWord, "року рік році роком год года году годом рр р г гг"),
        (
            .saying,
            """
            said says told announced reported warned added stated wrote confirmed claimed declared сказав сказала заявив
            заявила заявили повідомив повідомила повідомили повідомило сказал сказала заявил сообщил сообщила сообщили
            сообщило
            """
        ),
        (.that, "that що что"),
        (.published, "published posted опубліковано опубликовано"),
        (.updated, "updated modified retrieved accessed оновлено обновлено"),
        (.noDayBefore, "every each black bloody good easter palm ash super holy кожен кожну каждый каждую"),
        (.noDayBehind, "times telegraph mirror express"),
        (
            .counted,
            """
            people persons soldiers troops men women children civilians prisoners drones missiles shells rounds tanks
            vehicles houses homes buildings villages settlements cases hours minutes km kilometres
            kilometers miles metres meters feet tons tonnes dollars euros hryvnias roubles rubles percent others were have
            осіб людей чоловік солдатів дронів ракет безпілотників годин хвилин человек солдат дронов беспилотников часов
            минут
            """
        ),
        (
            .event,
            """
            invasion annexation war revolution counteroffensive offensive coup election elections ceasefire agreement
            agreements memorandum accords treaty protests siege battle incursion uprising genocide attack attacks massacre sham referendum
            """
        ),
    ]
}

extension String {
    fileprivate var replacingLineBreaks: String { split(separator: "\n").joined(separator: " ") }
}

/// The words of figures with their roles.
enum ClaimWordList {
    static let all: [(text: String, word: ClaimWord)] =
        roles.flatMap { role, value, text in words(text, ClaimWord(role: role, value: value)) }
        + counted(cardinals, .cardinal) + ClaimNounList.words + ClaimEventList.words

    private static func words(_ text: String, _ word: ClaimWord) -> [(text: String, word: ClaimWord)] {
        text.split { $0 == " " || $0 == "\n" }.map { (String($0), word) }
    }

    /// Lists whose first word is their value.
    private static func counted(_ text: String, _ role: ClaimWord.Role) -> [(text: String, word: ClaimWord)] {
        text.split(separator: "\n").flatMap { line -> [(text: String, word: ClaimWord)] in
            let parts = line.split(separator: " ")
            return parts.dropFirst().map { (String($0), ClaimWord(role: role, value: Int16(parts[0]) ?? 0)) }
        }
    }

    private static let cardinals = """
        0 zero нуль ноль
        1 one один одна одного одну одне одно одной одним
        2 two два дві двоє двох двома две двое двоих двух двумя
        3 three три троє трьох трьома трое троих трех тремя
        4 four чотири четверо чотирьох четыре четверо четверых четырех
        5 five п'ять п’ятеро п’яти п’ятьох пять пятеро пятерых пяти
        6 six шість шестеро шести шістьох шесть шестеро
        7 seven сім семеро семи сімох семь семеро
        8 eight вісім восьмеро восьми вісьмох восемь восьмеро
        9 nine дев’ять дев’ятеро дев’яти девять девяти
        10 ten десять десятеро десяти
        11 eleven одинадцять одинадцяти одиннадцать одиннадцати
        12 twelve дванадцять дванадцяти двенадцать двенадцати
        13 thirteen тринадцять тринадцяти тринадцать тринадцати
        14 fourteen чотирнадцять чотирнадцяти четырнадцать четырнадцати
        15 fifteen п’ятнадцять п’ятнадцяти пятнадцать пятнадцати
        16 sixteen шістнадцять шістнадцяти шестнадцать шестнадцати
        17 seventeen сімнадцять сімнадцяти семнадцать семнадцати
        18 eighteen вісімнадцять вісімнадцяти восемнадцать восемнадцати
        19 nineteen дев’ятнадцять дев’ятнадцяти девятнадцать девятнадцати
        20 twenty двадцять двадцяти двадцать двадцати
        30 thirty тридцять тридцяти тридцать тридцати
        40 forty сорок сорока
        50 fifty п’ятдесят п’ятдесяти пятьдесят пятидесяти
        60 sixty шістдесят шістдесяти шестьдесят шестидесяти
        70 seventy сімдесят сімдесяти семьдесят семидесяти
        80 eighty вісімдесят вісімдесяти восемьдесят восьмидесяти
        90 ninety дев’яносто девяносто девяноста
        100 сто ста
        200 двісті двохсот двести двухсот
        300 триста трьохсот трехсот
        400 чотириста чотирьохсот четыреста четырехсот
        500 п’ятсот пятьсот пятисот
        600 шістсот шестисот шестьсот
        700 сімсот семьсот семисот
        800 вісімсот восьмисот восемьсот
        900 дев’ятсот девятьсот девятисот
        """

    private static let roles: [(ClaimWord.Role, Int16, String)] = [
        (.scale, 1, "десяток десятка десятків десятков"),
        (.scale, 2, "hundred сотня сотню сотень сотен"),
        (.scale, 3, "thousand тисяча тисячу тисяч тис тысяча тысячу тысяч тыс"),
        (.scale, 6, "million mn mln мільйон мільйона мільйонів млн миллион миллиона миллионов"),
        (.scale, 9, "billion bn мільярд* миллиард* млрд"),
        (.dozen, 0, "dozen дюжина дюжину дюжини дюжины"),
        (.pair, 0, "couple pair both обидва обидві обоє оба обе пара пару"),
        (.vague, 1, "dozens scores tens десятки десятками"),
        (.vague, 2, "hundreds сотні сотнями сотни"),
        (.vague, 3, "thousands тисячі тисячами тысячи тысячами"),
        (.vague, 6, "millions мільйони миллионы"),
        (.several, 0, "several few кілька декілька несколько"),
        (.half, 0, "half пів"),
        (.oneAndHalf, 0, "півтора півтори полтора полторы полутора"),
        (.article, 0, "a an"),
        (
            .about, 0,
            """
            about around approximately roughly some estimated circa близько приблизно орієнтовно порядку около примерно
            ориентировочно порядка
            """
        ),
        (.nearly, 0, "nearly almost майже почти"),
        (.more, 0, "more over exceeding above понад більше більш поверх свыше более больше"),
        (.fewer, 0, "fewer less under менше менш менее меньше"),
        (.than, 0, "than ніж чем чим"),
        (.at, 0, "at"),
        (.least, 0, "least minimum щонайменше принаймні мінімум минимум якнайменше"),
        (.up, 0, "up"),
        (.to, 0, "to до"),
        (.asWord, 0, "as як как"),
        (.many, 0, "many much"),
        (.most, 0, "most"),
        (.no, 0, "no"),
        (.not, 0, "not never none nobody didnt wasnt werent hasnt havent не ні нет жодн* ниодн* cannot"),
        (.failed, 0, "failed unable fail failing вдалося удалось вдалось"),
        (.and, 0, "and plus і й та и"),
        (.or, 0, "or або чи или либо"),
        (.of, 0, "of"),
        (.out, 0, "out"),
        (.by, 0, "by"),
        (.with, 0, "with involving featuring"),
        (.from, 0, "from з із зі с со из від от"),
        (
            .preposition, 0,
            """
            in on over near across into onto towards toward against along around between through inside outside beyond
            at for during since until till within off upon aboard beside behind per via у в во на над біля під при по
            за для про об протягом через проти против возле под перед между между около к ко про
            """
        ),
        (.that, 0, "that що что"),
        (.relative, 0, "which who whom whose яка який які яких якого якої котор*"),
        (
            .boundary, 0,
            """
            while but after before when because where although though whereas if unless as so yet whether despite amid
            але поки після перед коли тому де якщо хоча тоді но пока после когда потому где если хотя тогда а чтобы щоб
            """
        ),
        (.determiner, 0, "the these those this all any each every усі всі все усіх всіх всех ці эти цих этих those"),
        (.determiner, 1, "his her their its my our їхні його її їх его ее их свої свои своїх своих"),
        (.pronoun, 0, "them it they he she we us him нього них неї ней нее него"),
        (
            .auxiliary, 1,
            """
            was were is are be been being got get був була було були бути был была было были быть remains є
            """
        ),
        (.auxiliary, 0, "has have had having"),
        (.modal, 0, "will would could may might should can must буде будуть будет будут може могут"),
        (.including, 0, "including among серед среди включая включно зокрема"),
        (
            .additional, 0,
            """
            another other further additional remaining extra ще ещё інших інші іншу другие других другую інших решта
            остальные остальных
            """
        ),
        (.contain, 0, "includes include included contains contained comprises"),
        (.shoot, 0, "shot shoots shoot"),
        (.shoot, 1, "shooting"),
        (.bring, 0, "brought bring brings"),
        (.bring, 1, "bringing"),
        (.take, 0, "took takes take taken"),
        (.take, 1, "taking"),
        (.down, 0, "down"),
        (.lose, 0, "lost lose loses"),
        (.lose, 1, "losing"),
        (.go, 0, "gone went go goes disappeared dropped vanished fell thrown failed missed disappear"),
        (.radar, 0, "radar radars радар* astray"),
        (.jamming, 0, "jamming jam jams ew реб рэб радіоелектронн* радиоэлектронн*"),
        (.prisoner, 0, "prisoner hostage captive полон плен полону"),
        (.drive, 0, "driven forced"),
        (.home, 0, "home homes"),
        (
            .power, 0,
            "power electricity heating heat water gas світла електроенергії электроэнергии электричества света"
        ),
        (.without, 0, "without без"),
        (.life, 0, "lives life limbs limb legs leg"),
        (
            .measure, 0,
            """
            percent percentage pc cent percents відсот* процент* year years month months week weeks day days hour hours
            minute minutes second seconds years decade decades century centuries time times fold degrees degree storey
            storeys story stories floor floors рік року років роки год года лет місяц* месяц* тижн* неделю недел* день
            дня днів дні дней годин годину години час часа часов хвилин* минут* секунд* разів раз раза поверх* этаж*
            dollars dollar euros euro pounds hryvnias hryvnia roubles rubles usd eur uah долар* доллар* євро евро гривень
            грн гривен* рублей рубл* tonnes tons tonne ton kg kilograms kilogram pounds тонн* кг litres liters barrels
            barrel megawatts mw мвт points goals votes seats nm mach am pm oclock rate th st nd rd го й pages
            """
        ),
        (.measure, 1, "km kilometers kilometres kilometer kilometre mile miles км кілометр* километр*"),
        (.measure, 2, "metres meters metre meter m feet foot ft cm mm м метр* hectares acres гектар* мм см"),
        (.square, 0, "square sq кв квадратн*"),
        (
            .numbered, 0,
            """
            no number chapter article day page ward group version phase building route point table figure section
            paragraph channel studio resolution highway flight protocol grade level type model mark area номер стаття
            статья резолюция пункт
            """
        ),
        (
            .saying, 0,
            """
            said says say claim reports claimed claims announced announces stated states warned warns added adds
            confirmed confirms estimates estimated believes believe noted wrote writes told declared acknowledged
            admitted revealed shared tweeted posted suggested suggests explained alleged assessed concluded indicated indicates
            shows showed predicted described put puts accused insists insisted claiming saying announcing
            reporting indicating estimating stating according stressed emphasized emphasised asserted maintains
            estimate calculated calculates disclosed testified argued insists заявив заявил* заявля* повідомив повідомил*
            повідомля* зазначив зазначил* зазнача* розповів розповіл* уточнив уточнил* додав додал* вважають вважає
            підрахувал* оцінює оцінюють оцінив оцінил* сообщил* сообща* отметил* отмечает отмечают рассказал* добавил*
            уточнил* считает считают полагают оценивает оценивают оценил* подсчитал* підтвердив підтвердил* підтверджу*
            подтвердил* подтвержда* сказав сказал* наголосив наголосил* підкреслив підкреслил* подчеркнул*
            доповів доповіл* доложил* передає
            """
        ),
        (.saying, 1, "reported counted counts нарахували"),
        (.according, 0, "даними данным словами словам оцінками оценкам інформацією информации оцінкою оценке"),
        (.toll, 0, "toll"),
        (.toll, 1, "кількість количество число"),
        (
            .reach, 0,
            "reached passed topped exceeded rose risen exceeds reaching rises climbed зрос* вырос* возрос* збільш* увелич*"
        ),
    ]
}

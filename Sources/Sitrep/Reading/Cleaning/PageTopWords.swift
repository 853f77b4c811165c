/// Words of what stands above a headline, in lower case: English, Ukrainian and Russian.
enum PageTopWords {
    /// What outlets are called by, mostly as the last word of their names.
    static let outlets = set(
        """
        gazette observer examiner standard bulletin times post herald tribune chronicle journal mail telegraph guardian
        independent echo courier review digest dispatch daily weekly inquirer monitor ledger sentinel mirror express
        globe advertiser argus messenger reader register spectator
        вісник газета новини вісті тижневик кур’єр вестник ведомости известия новости газета курьер обозреватель
        """
    )

    /// What the parts of a news site are called by.
    static let sections = set(
        """
        home world europe asia africa america americas uk us usa ukraine russia international national local regional
        politics business economy markets opinion comment analysis sport sports weather culture arts tech technology
        science health travel video videos photos live news latest lifestyle entertainment about contact archive menu
        search login more war conflict defence defense security
        світ європа україна політика бізнес економіка думка думки спорт погода культура технології наука здоров’я
        подорожі відео фото новини головна війна суспільство
        мир европа украина россия политика бизнес экономика мнение мнения спорт погода культура технологии наука
        здоровье путешествия видео фото новости главная война общество
        """
    )

    /// Lines that lead about a site.
    static let navigation: Set<String> = [
        "menu", "main menu", "open menu", "close menu", "toggle navigation", "toggle menu", "navigation", "home",
        "search", "close", "skip to navigation", "skip to main", "меню", "головна", "пошук", "главная", "поиск",
    ]

    static let greetings = set("hello hi welcome greetings вітаємо привіт здравствуйте привет")

    /// Words that speak to the reader.
    static let addresses = set("you your our reader readers visitor visitors ви вас вам ваш вы")

    static let editions = set("edition issue international print online выпуск випуск")

    private static func set(_ words: String) -> Set<String> {
        Set(words.split { $0 == " " || $0 == "\n" }.map(String.init))
    }
}

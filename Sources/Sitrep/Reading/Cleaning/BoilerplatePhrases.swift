/// What stands in scraped reports beside the report, in English, Ukrainian and Russian.
enum BoilerplatePhrases {
    /// Lines that are boilerplate when they are nothing else, in lower case and without signs at their ends.
    static let wholeLines: [String: String] = {
        var lines: [String: String] = [:]
        for (reason, phrases) in wholeLineTable {
            for phrase in phrases.split(separator: "\n") { lines[String(phrase)] = reason }
        }
        return lines
    }()

    private static let wholeLineTable: [(reason: String, phrases: String)] = [
        (
            "link to more",
            """
            read more
            read more here
            read also
            see also
            read the full story
            read full article
            read the full article
            continue reading
            keep reading
            load more
            show more
            see more
            view more
            learn more
            more
            related
            related articles
            related news
            related stories
            related posts
            related topics
            recommended
            recommended stories
            more on this story
            you may also like
            most read
            trending
            trending now
            latest news
            story continues
            story continues below
            back to top
            skip to content
            skip to main content
            читати далі
            читайте також
            читайте також:
            докладніше
            детальніше
            більше
            дивіться також
            схожі новини
            останні новини
            читать далее
            читайте также
            подробнее
            смотрите также
            похожие новости
            последние новости
            материалы по теме
            previous article
            next article
            previous post
            next post
            новини партнерів
            новости партнеров
            новости партнёров
            newer post
            older post
            more from this section
            попередня новина
            наступна новина
            предыдущая новость
            следующая новость
            """
        ),
        (
            "advertisement",
            """
            advertisement
            advertisements
            advertisement - scroll to continue
            advertisement continue reading the main story
            article continues below advertisement
            ad
            sponsored
            sponsored content
            promoted
            реклама
            на правах реклами
            на правах рекламы
            """
        ),
        (
            "sharing",
            """
            share
            share this
            share this article
            share this story
            share this post
            share article
            share via
            share on facebook
            share on twitter
            share on x
            share on linkedin
            share on whatsapp
            share on telegram
            share on social media
            click to share
            copy link
            copy url
            link copied
            facebook
            twitter
            whatsapp
            telegram
            linkedin
            pinterest
            reddit
            email
            e-mail
            print
            print this article
            print this page
            send to a friend
            save
            tweet
            like
            follow us
            поділитися
            поділитись
            поділитися в facebook
            підписатися
            роздрукувати
            скопіювати посилання
            поделиться
            поделиться в facebook
            подписаться
            распечатать
            скопировать ссылку
            """
        ),
        (
            "sign-up",
            """
            subscribe
            subscribe now
            sign up
            sign up now
            sign in
            log in
            login
            register
            newsletter
            get the newsletter
            join the conversation
            підпишіться
            увійти
            підпишись
            подпишитесь
            войти
            """
        ),
        (
            "page note",
            """
            journalistic standards
            report an error
            report a typo
            correction policy
            """
        ),
        (
            "audio player",
            """
            click to listen highlighted text
            listen to this article
            listen to article
            listen to this story
            hi welcome you can highlight texts in any article and it becomes audio news that you can hear
            your browser does not support the audio element
            your browser does not support the video element
            прослухати
            слухати новину
            прослушать
            """
        ),
    ]

    /// Words of a line of buttons, in lower case.
    static let sharingWords: Set<String> = [
        "share", "tweet", "pin", "email", "e-mail", "print", "save", "copy", "link", "facebook", "twitter", "x",
        "telegram", "whatsapp", "viber", "linkedin", "reddit", "pinterest", "messenger", "this", "on", "via", "sms",
        "поділитися", "поширити", "поделиться", "роздрукувати", "распечатать",
    ]

    /// Starts of lines of any length that tease another article, with its headline and its first sentence.
    static let teaserStarts = ["Other Topics of Interest "]

    /// Starts of short lines that are boilerplate, in lower case.
    static let lineStarts: [(reason: String, start: String)] = [
        ("sharing", "click to share"), ("sharing", "share this article on"), ("sharing", "follow us on"),
        ("sharing", "follow us in"), ("sharing", "like us on"), ("sharing", "join us on"),
        ("sharing", "join our telegram"),
        ("sharing", "join our whatsapp"), ("sharing", "стежте за нами"), ("sharing", "слідкуйте за нами"),
        ("sharing", "читайте нас у"), ("sharing", "читайте нас в"), ("sharing", "приєднуйтесь до нас"),
        ("sharing", "следите за нами"), ("sharing", "присоединяйтесь к нам"),
        ("sign-up", "sign up for our"), ("sign-up", "sign up to our"), ("sign-up", "sign up for the"),
        ("sign-up", "subscribe to our"), ("sign-up", "subscribe to the"), ("sign-up", "get our newsletter"),
        ("sign-up", "get the latest news delivered"), ("sign-up", "enter your email"),
        ("sign-up", "thank you for subscribing"),
        ("sign-up", "підписуйтесь на наш"), ("sign-up", "підпишіться на наш"), ("sign-up", "підписуйтесь на канал"),
        ("sign-up", "подписывайтесь на наш"), ("sign-up", "подпишитесь на наш"), ("sign-up", "подписывайтесь на канал"),
        ("link to more", "read more:"), ("link to more", "read also:"), ("link to more", "see also:"),
        ("link to more", "related:"), ("link to more", "also read:"), ("link to more", "read next:"),
        ("link to more", "most viewed:"), ("link to more", "most read:"), ("link to more", "next article:"),
        ("link to more", "previous article:"), ("link to more", "watch:"), ("link to more", "tags:"),
        ("link to more", "теги:"), ("link to more", "topics:"), ("sharing", "send this page to"),
        ("sharing", "copy article link"), ("sharing", "share this item"), ("sharing", "share this article"),
        ("author box", "about the author"), ("author box", "got a tip?"), ("author box", "have a tip?"),
        ("link to more", "you may also like:"), ("link to more", "you might also like:"),
        ("link to more", "don't miss:"),
        ("link to more", "don’t miss:"), ("link to more", "recommended:"), ("link to more", "trending:"),
        ("sharing", "поширити:"), ("sharing", "поділитися:"), ("sharing", "поделиться:"),
        ("sharing", "follow our coverage"), ("sign-up", "get the latest in your inbox"),
        ("sign-up", "get the latest news in your inbox"), ("sign-up", "подписаться на рассылку"),
        ("sign-up", "підписатися на розсилку"), ("sign-up", "подписаться на канал"),
        ("page note", "помітили помилку?"), ("page note", "заметили ошибку?"), ("page note", "нашли ошибку?"),
        ("page note", "знайшли помилку?"), ("cookie notice", "this website uses cookies"),
        ("cookie notice", "this site uses cookies"),
        ("credits", "our standards:"), ("credits", "reporting by "), ("credits", "additional reporting by "),
        ("credits", "editing by "), ("credits", "writing by "), ("credits", "compiled by "),
        ("link to more", "story continues below"), ("sign-up", "sign in to save"),
        ("link to more", "читайте також:"), ("link to more", "дивіться також:"), ("link to more", "читайте также:"),
        ("link to more", "смотрите также:"), ("audio player", "click to listen"),
        ("audio player", "listen to this article"),
        ("rights notice", "all rights reserved"), ("rights notice", "©"), ("rights notice", "copyright ©"),
        ("rights notice", "copyright 20"), ("rights notice", "усі права захищені"),
        ("rights notice", "всі права захищені"),
        ("rights notice", "все права защищены"),
        ("page note", "please enable javascript"), ("page note", "javascript is disabled"),
        ("page note", "якщо ви помітили помилку"), ("page note", "якщо ви знайшли помилку"),
        ("page note", "если вы заметили ошибку"), ("page note", "если вы нашли ошибку"),
        ("update note", "last updated"), ("update note", "this report was last updated"),
        ("update note", "this article was last updated"), ("update note", "this story was last updated"),
        ("update note", "this page was last updated"),
        ("update note", "this report was last revised"), ("update note", "this article was last revised"),
        ("update note", "this story was last revised"), ("update note", "this report was last modified"),
        ("update note", "this article was last modified"), ("update note", "востаннє оновлено"),
        ("update note", "последнее обновление"),
    ]

    /// Lines after which only readers' comments follow, in lower case and without signs at their ends.
    static let ends: Set<String> = [
        "leave a reply", "leave a comment", "post a comment", "leave your comment", "add a comment", "write a comment",
        "cancel reply", "leave a reply cancel reply", "leave a comment cancel reply", "залишити відповідь",
        "залишити коментар", "додати коментар", "оставить комментарий", "добавить комментарий", "добавить ответ",
        "your email address will not be published", "ваша e-mail адреса не оприлюднюватиметься",
        "ваш адрес email не будет опубликован",
    ]

    /// Starts of lines that are part of a comment form.
    static let commentForm = [
        "your email address will not be published", "required fields are marked", "save my name, email",
        "you must be logged in to post a comment", "please log in to comment", "ваша e-mail адреса не",
        "обов’язкові поля позначені", "ваш адрес email не будет", "обязательные поля помечены",
    ]

    /// Phrases of cookie notices; a notice has two of them, or one and the word "cookies" twice more.
    static let cookieNotice = [
        "use cookies", "uses cookies", "using cookies", "cookie policy", "cookies policy", "cookie settings",
        "accept cookies", "accept all cookies", "accept these cookies", "you accept these", "reject all", "accept all",
        "manage settings", "manage cookies", "manage preferences", "cookie preferences", "by continuing to use",
        "by continuing to browse", "by using this site", "by clicking", "personalized content", "personalised content",
        "personalised ads", "personalized ads", "improve your experience", "consent to", "our partners",
        "privacy policy", "use of cookies", "strictly necessary cookies", "використовуємо файли cookie",
        "використовує файли cookie", "використовуємо cookie", "використовує cookie", "файли cookie", "файлів cookie",
        "політика конфіденційності", "політикою конфіденційності", "продовжуючи користуватися", "продовжуючи перегляд",
        "погоджуєтеся", "погоджуєтесь", "используем файлы cookie", "использует файлы cookie", "используем cookie",
        "использует cookie", "файлы cookie", "файлов cookie", "политика конфиденциальности",
        "политикой конфиденциальности", "продолжая использовать", "продолжая просмотр", "соглашаетесь",
    ]

    /// Beginnings of an author's line.
    static let bylineStarts = ["by ", "written by ", "reported by ", "автор: ", "автор – ", "автор ", "текст: "]
}

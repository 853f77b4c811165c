/// The verbs, participles and nouns that say what happened to the things counted.
enum ClaimEventList {
    private typealias Kinds = [(classes: NounClass, kind: Claim.Kind)]

    private static let launch: Kinds = [([.drone, .missile, .ammunition], .launched)]
    private static let send: Kinds = [
        (.flying, .launched), (.soldier, .troops), ([.ammunition, .aircraft, .vehicle], .delivered),
    ]
    private static let intercept: Kinds = [([.drone, .missile, .aircraft], .intercepted)]
    private static let destroy: Kinds = [
        (.flying, .intercepted), (.soldier, .killed),
        ([.ammunition, .aircraft, .vehicle, .ship, .building], .destroyed),
    ]
    private static let eliminate: Kinds = [
        (.flying, .intercepted), (.people, .killed), ([.aircraft, .vehicle, .ship], .destroyed),
    ]
    private static let damage: Kinds = [([.building, .vehicle, .ship, .aircraft], .damaged)]
    private static let strike: Kinds = [(.flying, .launched), ([.building, .vehicle, .ship, .aircraft], .damaged)]
    private static let jam: Kinds = [(.flying, .jammed)]
    private static let offRadar: Kinds = [(.flying, .lostFromRadar)]
    private static let loss: Kinds = [
        (.flying, .lostFromRadar), ([.aircraft, .vehicle, .ship], .destroyed), (.people, .killedOrWounded),
    ]
    private static let kill: Kinds = [(.people, .killed)]
    private static let wound: Kinds = [(.people, .wounded)]
    private static let either: Kinds = [(.people, .killedOrWounded)]
    private static let capture: Kinds = [(.people, .captured), ([.vehicle, .aircraft, .ship], .captured)]
    private static let missing: Kinds = [(.people, .missing)]
    private static let evacuate: Kinds = [(.people, .evacuated)]
    private static let displace: Kinds = [(.people, .other), (.household, .other)]
    private static let unserved: Kinds = [(.people, .other), ([.household, .building], .other)]
    private static let release: Kinds = [(.flying, .launched), (.people, .other)]
    private static let deploy: Kinds = [(.soldier, .troops), (.person, .troops)]
    private static let gather: Kinds = [(.soldier, .troops)]
    private static let stay: Kinds = [(.soldier, .troops), (.flying, .other)]
    private static let arrive: Kinds = [(.soldier, .troops), (.people, .other)]
    private static let deliver: Kinds = [(.arms, .delivered)]
    private static let onward: Kinds = [(.flying, .other)]
    private static let leave: Kinds = [(.flying, .other), (.people, .other)]

    private static let rows: [(Kinds, ClaimEvent.Form, String)] = [
        // English.
        (launch, .past, "launched fired unleashed lobbed hurled aimed directed"),
        (launch, .active, "launch launches launching fire fires firing unleashing unleashes hurling lobbing"),
        (launch, .past, "used employed attacked targeted bombarded"),
        (launch, .active, "using attacking"),
        (launch, .noun, "onslaught barrage wave salvo volley swarm attack attacks assault raid"),
        (send, .past, "sent dispatched"),
        (send, .active, "send sends sending dispatches dispatching"),
        (intercept, .past, "downed intercepted repelled stopped neutralized neutralised thwarted"),
        (intercept, .active, "downs downing intercept intercepts intercepting"),
        (intercept, .noun, "interception downing"),
        (destroy, .past, "destroyed obliterated burned burnt"),
        (destroy, .active, "destroy destroys destroying burns"),
        (destroy, .noun, "destruction"),
        (eliminate, .past, "eliminated liquidated"),
        (eliminate, .active, "eliminating eliminates"),
        (damage, .past, "damaged shelled"),
        (damage, .active, "damaging damages shelling"),
        (strike, .past, "hit struck"),
        (strike, .active, "hitting hits striking strikes"),
        (jam, .past, "jammed suppressed diverted"),
        (kill, .past, "killed slain murdered executed massacred assassinated"),
        (kill, .active, "kill kills killing claiming"),
        (kill, .intransitive, "died dies die perished"),
        (kill, .state, "dead"),
        (kill, .noun, "death"),
        (wound, .past, "wounded injured hurt maimed"),
        (wound, .active, "wounding wounds injuring injures hurting"),
        (capture, .past, "captured seized abducted kidnapped detained"),
        (capture, .active, "capture captures capturing seizing"),
        (capture, .intransitive, "surrendered surrender surrendering"),
        (capture, .past, "held imprisoned"),
        ([(.people, .captured)], .active, "holding holds detaining"),
        (capture, .state, "captivity"),
        (missing, .state, "missing"),
        (evacuate, .past, "evacuated"),
        (evacuate, .active, "evacuate evacuating evacuates"),
        (evacuate, .noun, "evacuation"),
        (displace, .past, "displaced uprooted rescued"),
        (displace, .active, "displacing"),
        (displace, .intransitive, "fled flee fleeing returned escaped sought"),
        (arrive, .intransitive, "arrived arriving arrive"),
        (displace, .active, "hosting hosts hosted accommodating sheltering"),
        (displace, .state, "homeless"),
        (unserved, .past, "trapped stranded starving"),
        (unserved, .state, "need"),
        (unserved, .active, "trapping stranding"),
        (release, .past, "released"),
        (release, .active, "releasing releases"),
        (release, .past, "freed"),
        (deploy, .past, "deployed massed amassed concentrated stationed mobilized mobilised"),
        (gather, .past, "gathered assembled based"),
        (deploy, .active, "deploy deploys deploying massing amassing amasses gathering concentrating mobilizing"),
        (deploy, .noun, "force deployment contingent"),
        (stay, .intransitive, "remain remained remaining"),
        (onward, .intransitive, "flew entered turned"),
        (leave, .intransitive, "left crossed"),
        (
            deliver, .past,
            """
            delivered supplied provided donated pledged promised transferred given received offered committed
            contributed allocated handed
            """
        ),
        (deliver, .noun, "shipment consignment batch delivery donation transfer"),
        (
            deliver, .active,
            """
            deliver delivers delivering supply supplies supplying provide provides providing donate donating
            receive receives receiving pledging pledges
            """
        ),
        (launch, .weak, "listed recorded registered detected tracked identified"),
        (loss, .noun, "loss losses"),
        // Ukrainian and Russian.
        (intercept, .free, "збит* збил* збили сбит* сбил* перехоп* перехвач* перехват* приземл* нейтраліз* нейтрализ*"),
        (destroy, .free, "знищ* уничтож* зруйнован* зруйнув* розбит* разруш* спален* сожжен*"),
        (eliminate, .free, "ліквід* ликвид*"),
        (
            launch, .free,
            """
            запущ* запуст* запуск* випущ* выпущ* випуст* выпуст* атакув* атаков* застосув* применен* применил* застосован*
            обстріл* обстрел* вистріл* выстрел* запуска* задіял* задейств*
            """
        ),
        (strike, .free, "влучил* попал* влуча* ударил*"),
        (
            jam, .free,
            """
            подавлен* подавил* придуш* пригніч* заглуш*
            """
        ),
        (kill, .free, "загин* загибл* погиб* вбит* вбил* вбив* убит* убил* убив* умер* помер* скончал* мертв* гибел*"),
        (
            wound, .free,
            "поранен* поранил* травмов* ранен* ранил* пострадал* постраждав постраждал* пострадавш* травмир*"
        ),
        (capture, .free, "захоплен* захопил* захвач* захватил* взят*"),
        (missing, .free, "зникл* пропал* зник"),
        (evacuate, .free, "евакуй* евакуюв* эвакуир* евакуац* эвакуац*"),
        (displace, .free, "переміщен* перемещен* виїхал* выехал* покинул* втекл* бежал* повернул* вернул*"),
        (
            deploy, .free,
            """
            зосередж* сосредоточ* розгорну* разверну* перекину* переброс* накопич* собран* зібран* стягнул* стянул* дислок*
            """
        ),
        (send, .free, "направил* надісла* отправил* відправил* послал*"),
        (damage, .free, "пошкодж* поврежд*"),
        (deliver, .free, "передал* надал* передаст* поставил* постача* передач*"),
        (loss, .free, "втратил* потерял* втрат* потер*"),
        (launch, .weak, "зафіксов* зафиксир* насчит*"),
    ]

    private static let fixed: [(Kinds, ClaimEvent.Form)] = [
        (intercept, .past), (offRadar, .intransitive), (jam, .past), (loss, .past),
        (either, .past), (capture, .past), (unserved, .state), (kill, .intransitive), (displace, .past),
        (wound, .state), (launch, .weak), (deliver, .past),
    ]

    /// Events that several words make together: the places in ``events`` behind those of single words.
    enum Joined: Int {
        case shotDown, offRadar, jammed, lost, killedOrWounded, takenPrisoner, withoutPower, lostLife
        case drivenFromHome, lostLimb, counted, given

        var number: Int { ClaimEventList.rows.count + rawValue }
    }

    static let events: [ClaimEvent] =
        rows.map { ClaimEvent(form: $0.1, kinds: $0.0) } + fixed.map { ClaimEvent(form: $0.1, kinds: $0.0) }

    /// The words with their places in ``events``.
    static let words: [(text: String, word: ClaimWord)] = rows.enumerated().flatMap { number, row in
        row.2.split { $0 == " " || $0 == "\n" }.map { (String($0), ClaimWord(role: .event, value: Int16(number))) }
    }
}

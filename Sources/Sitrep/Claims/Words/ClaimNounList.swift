/// The nouns that figures count.
enum ClaimNounList {
    /// Unit, classes, English plurals and words without a plural, English singulars, Slavic forms (of any number).
    private static let rows: [(String, NounClass, String, String, String)] = [
        (
            "drones", .drone, "drones uavs quadcopters uas shaheds gerans geraniums decoys",
            "drone uav quadcopter shahed geran",
            "дрон* безпілотник* беспилотник* бпла шахед* герань гераней"
        ),
        (
            "missiles", .missile, "missiles rockets", "missile rocket", "ракет*"
        ),
        (
            "bombs", .ammunition, "bombs", "bomb", "бомб бомби бомбы бомбу авіабомб* авиабомб* каб кабів кабов"
        ),
        (
            "shells", .ammunition, "shells projectiles", "shell projectile", "снаряд*"
        ),
        ("rounds", .ammunition, "rounds", "", "боєприпас* боеприпас*"),
        ("weapons", .ammunition, "weapons arms", "", ""),
        ("rifles", .ammunition, "rifles", "rifle", "гвинтів* винтов*"),
        ("munitions", .ammunition, "munitions bullets", "", ""),
        ("devices", .ammunition, "devices goggles", "", ""),
        ("helmets", .ammunition, "helmets", "", ""),
        ("mines", .ammunition, "mines", "", ""),
        (
            "aircraft", .aircraft, "aircraft planes warplanes jets bombers", "plane warplane jet bomber",
            "літак* самолет* винищувач* истребител*"
        ),
        ("helicopters", .aircraft, "helicopters", "helicopter", "гелікоптер* вертоліт вертольот* вертолет*"),
        ("tanks", .vehicle, "tanks", "tank", "танк* "),
        (
            "vehicles", .vehicle, "vehicles apcs ifvs trucks carriers", "vehicle apc ifv truck",
            "бронемашин* вантажівк* грузовик* бтр бмп автомобіл* автомобил* одиниць единиц ббм"
        ),
        ("guns", .vehicle, "howitzers guns mortars", "howitzer", "гаубиц* гармат* міномет* миномет* артсистем*"),
        (
            "systems", .vehicle, "systems batteries launchers", "battery launcher",
            "систем* комплекс* установк* рсзв рсзо"
        ),
        (
            "ships", .ship, "ships boats vessels warships submarines corvettes tankers",
            "ship boat vessel warship submarine",
            "корабл* човн* катер* лодк* суден"
        ),
        (
            "buildings", .building,
            "buildings houses homes apartments flats hospitals schools structures", "building house",
            "будинк* будівель будівл* дом дома домов здани* квартир* споруд* лікарень лікарні больниц* шкіл школ*"
        ),
        ("facilities", .building, "facilities installations depots", "facility depot", "обєкт* объект*"),
        (
            "people", .person,
            """
            people persons civilians men women children residents workers firefighters rescuers victims hostages patients
            passengers journalists medics doctors students girls boys kids inhabitants citizens lives
            individuals others sailors policemen employees guards relatives teenagers adults pensioners rebels tourists
            villagers protesters demonstrators volunteers nationals prisoners detainees captives pows adolescents
            ukrainians russians palestinians israelis syrians afghans americans koreans crewmen parents brothers sisters
            toddlers infants babies officers bandits police volunteers members specialists
            instructors pilots crew terrorists defenders operatives
            """,
            """
            person civilian man woman child resident worker firefighter rescuer girl boy mother father son daughter
            journalist teenager pensioner hostage passenger driver medic doctor student victim sailor policeman couple
            infant toddler baby husband wife brother sister grandmother grandfather employee boyfriend schoolgirl
            schoolboy policewoman paramedic nurse teacher priest officer commander pilot guard
            terrorist
            """,
            """
            людей люди людьми людин* особа особи осіб человек* людям чоловік* жінк* дитин* дітей діти дітьми женщин* мужчин* ребен*
            детей дети детьми жител* мешкан* цивільн* гражданск* мирн* українц* росіян* украинц* россиян* рятувальник* спасател* робітник*
            рабоч* пенсіонер* пенсионер* підліт* подрост* хлопчик* хлопц* хлопець дівч* мальчик* девоч* мати мать матір заручник*
            заложник* полонен* пленн* медик* журналіст* журналист* громадян граждан пасажир* пассажир* водій водитель
            водія сын син сина сыновей дочка доньк* пацієнт* пациент* поліцейськ* полицейск*
            """
        ),
        (
            "people", [.person, .soldier],
            """
            soldiers troops servicemen servicemembers personnel fighters militants marines insurgents
            mercenaries peacekeepers conscripts reservists infantrymen combatants recruits paratroopers
            gunmen commandos invaders occupiers guardsmen cossacks
            """,
            """
            soldier serviceman fighter militant marine insurgent peacekeeper conscript mercenary gunman paratrooper
            """,
            """
            солдат* військових військові військовий військовими військовослужбовц* военных военные военный военными военнослужащ* бійц* боец бойц* боєць окупант* оккупант* офіцер*
            офицер* бойовик* боевик* загарбник* захватчик* захисник* защитник* найманц* наемник* піхотинц* пехотинц*
            військ войск штурмовик* противник* мобілізован* мобилизован*
            """
        ),
        (
            "people", [.person, .refugee], "refugees migrants evacuees returnees idps", "refugee",
            "біженц* беженц* переселенц*"
        ),
        (
            "households", .household, "households families customers consumers subscribers", "",
            "родин сімей семей абонент* домогосподарств* споживач* потребител*"
        ),
        ("people", [.person, .death], "deaths fatalities killings bodies corpses", "death fatality corpse", "смертей"),
        ("people", [.person, .injury], "injuries woundings", "injury", ""),
        ("people", [.person, .casualty], "casualties", "casualty", ""),
    ]

    static let nouns: [ClaimNoun] = rows.map { ClaimNoun(unit: $0.0, classes: $0.1) }

    /// The words with their places in ``nouns``.
    static let words: [(text: String, word: ClaimWord)] = rows.enumerated().flatMap { number, row in
        let (_, _, plural, singular, slavic) = row
        func words(_ text: String, _ role: ClaimWord.Role) -> [(text: String, word: ClaimWord)] {
            text.split { $0 == " " || $0 == "\n" }.map { (String($0), ClaimWord(role: role, value: Int16(number))) }
        }
        return words(plural + " " + slavic, .noun) + words(singular, .singularNoun)
    }
}

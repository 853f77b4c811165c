extension MonthNames {
    /// The months of one language or group, from January on: names parted by commas, months by bars. Cases of grammar
    /// that dates use stand beside the nominative.
    static let table = """
        january,jan | february,feb | march,mar | april,apr | may | june,jun | july,jul | august,aug | \
        september,sep,sept | october,oct | november,nov | december,dec
        січень,січня,січні,січ | лютий,лютого,лютому,лют | березень,березня,березні,бер | \
        квітень,квітня,квітні,квіт,кві | травень,травня,травні,трав,тра | червень,червня,червні,черв,чер | \
        липень,липня,липні,лип | серпень,серпня,серпні,серп,сер | вересень,вересня,вересні,вер | \
        жовтень,жовтня,жовтні,жовт,жов | листопад,листопада,листопаді,лист,лис | грудень,грудня,грудні,груд,гру
        январь,января,январе,янв | февраль,февраля,феврале,фев,февр | март,марта,марте,мар | апрель,апреля,апреле,апр | \
        май,мая,мае | июнь,июня,июне,июн | июль,июля,июле,июл | август,августа,августе,авг | \
        сентябрь,сентября,сентябре,сен,сент | октябрь,октября,октябре,окт | ноябрь,ноября,ноябре,ноя,нояб | \
        декабрь,декабря,декабре,дек
        студзень,студзеня | люты,лютага | сакавік,сакавіка | красавік,красавіка | травень,траўня,мая | \
        чэрвень,чэрвеня | ліпень,ліпеня | жнівень,жніўня | верасень,верасня | кастрычнік,кастрычніка | \
        лістапад,лістапада | снежань,снежня
        януари,јануар,јануара,јануари | февруари,фебруар,фебруара | март,марта | април,априла | май,мај,маја | \
        юни,јун,јуна,јуни | юли,јул,јула,јули | август,аугуст,августа | септември,септембар,септембра | \
        октомври,октобар,октобра | ноември,новембар,новембра | декември,децембар,децембра
        januar,jänner,jan | februar,feber,feb | märz,maerz,mär,mrz | april,apr | mai | juni,jun | juli,jul | \
        august,aug | september,sept,sep | oktober,okt | november,nov | dezember,dez
        janvier,janv | février,fevrier,févr,fév,fevr | mars | avril,avr | mai | juin | juillet,juil | août,aout | \
        septembre,sept | octobre,oct | novembre,nov | décembre,decembre,déc
        enero,ene | febrero,feb | marzo,mar | abril,abr | mayo,may | junio,jun | julio,jul | agosto,ago | \
        septiembre,setiembre,sept,sep,set | octubre,oct | noviembre,nov | diciembre,dic
        gennaio,gen | febbraio,feb | marzo,mar | aprile,apr | maggio,mag | giugno,giu | luglio,lug | agosto,ago | \
        settembre,set,sett | ottobre,ott | novembre,nov | dicembre,dic
        janeiro,jan | fevereiro,fev | março,marco,mar | abril,abr | maio,mai | junho,jun | julho,jul | agosto,ago | \
        setembro,set | outubro,out | novembro,nov | dezembro,dez
        gener | febrer | març | abril | maig | juny | juliol | agost | setembre | octubre | novembre | desembre
        ianuarie,ian | februarie,feb | martie | aprilie | mai | iunie,iun | iulie,iul | august,aug | septembrie,sept | \
        octombrie,oct | noiembrie,noi | decembrie,dec
        januari,jan | februari,feb | maart,mrt | april,apr | mei | juni,jun | juli,jul | augustus,aug | \
        september,sep | oktober,okt | november,nov | december,dec
        januar,januari,jan | februar,februari,feb | marts,mars | april,apr | maj,mai | juni,jun | juli,jul | \
        august,augusti,aug | september,sept | oktober,okt | november,nov | december,desember,dec,des
        janúar | febrúar | mars | apríl | maí | júní | júlí | ágúst | september | október | nóvember | desember
        tammikuu,tammikuuta | helmikuu,helmikuuta | maaliskuu,maaliskuuta | huhtikuu,huhtikuuta | \
        toukokuu,toukokuuta | kesäkuu,kesäkuuta | heinäkuu,heinäkuuta | elokuu,elokuuta | syyskuu,syyskuuta | \
        lokakuu,lokakuuta | marraskuu,marraskuuta | joulukuu,joulukuuta
        jaanuar | veebruar | märts | aprill | mai | juuni | juuli | august | september | oktoober | november | detsember
        janvāris,janvārī,janv | februāris,februārī,febr | marts,martā | aprīlis,aprīlī,apr | maijs,maijā | \
        jūnijs,jūnijā | jūlijs,jūlijā | augusts,augustā | septembris,septembrī | oktobris,oktobrī | \
        novembris,novembrī | decembris,decembrī
        sausis,sausio | vasaris,vasario | kovas,kovo | balandis,balandžio | gegužė,gegužės | birželis,birželio | \
        liepa,liepos | rugpjūtis,rugpjūčio | rugsėjis,rugsėjo | spalis,spalio | lapkritis,lapkričio | gruodis,gruodžio
        styczeń,stycznia,sty | luty,lutego,lut | marzec,marca,mar | kwiecień,kwietnia,kwi | maj,maja | \
        czerwiec,czerwca,cze | lipiec,lipca,lip | sierpień,sierpnia,sie | wrzesień,września,wrz | \
        październik,października,paź | listopad,listopada,lis | grudzień,grudnia,gru
        leden,ledna | únor,února | březen,března | duben,dubna | květen,května | červen,června | červenec,července | \
        srpen,srpna | září | říjen,října | listopad,listopadu | prosinec,prosince
        január,januára | február,februára | marec,marca | apríl,apríla | máj,mája | jún,júna | júl,júla | \
        august,augusta | september,septembra | október,októbra | november,novembra | december,decembra
        januar,januara,januarja | februar,februara,februarja | mart,marta,marec,marca | april,aprila | maj,maja | \
        jun,juna,junij,junija | jul,jula,julij,julija | avgust,avgusta | septembar,septembra | oktobar,oktobra | \
        novembar,novembra | decembar,decembra
        siječanj,siječnja | veljača,veljače | ožujak,ožujka | travanj,travnja | svibanj,svibnja | lipanj,lipnja | \
        srpanj,srpnja | kolovoz,kolovoza | rujan,rujna | | studeni,studenoga,studenog | prosinac,prosinca
        január,jan | február,febr | március,márc | április,ápr | május,máj | június,jún | július,júl | \
        augusztus,aug | szeptember,szept | október,okt | november,nov | december,dec
        ιανουάριος,ιανουαρίου,ιαν | φεβρουάριος,φεβρουαρίου,φεβ | μάρτιος,μαρτίου,μαρ | απρίλιος,απριλίου,απρ | \
        μάιος,μαΐου,μάιου,μαΐ | ιούνιος,ιουνίου,ιουν | ιούλιος,ιουλίου,ιουλ | αύγουστος,αυγούστου,αυγ | \
        σεπτέμβριος,σεπτεμβρίου,σεπ | οκτώβριος,οκτωβρίου,οκτ | νοέμβριος,νοεμβρίου,νοε | δεκέμβριος,δεκεμβρίου,δεκ
        janar | shkurt | mars | prill | maj | qershor | korrik | gusht | shtator | tetor | nëntor | dhjetor
        ocak | şubat | mart | nisan | mayıs | haziran | temmuz | ağustos | eylül | ekim | kasım | aralık
        yanvar | fevral | mart | aprel | may | iyun | iyul | avqust,avgust | sentyabr,sentabr | oktyabr,oktabr | \
        noyabr | dekabr
        қаңтар | ақпан | наурыз | сәуір | мамыр | маусым | шілде | тамыз | қыркүйек | қазан | қараша | желтоқсан
        հունվար,հունվարի | փետրվար,փետրվարի | մարտ,մարտի | ապրիլ,ապրիլի | մայիս,մայիսի | հունիս,հունիսի | \
        հուլիս,հուլիսի | օգոստոս,օգոստոսի | սեպտեմբեր,սեպտեմբերի | հոկտեմբեր,հոկտեմբերի | նոյեմբեր,նոյեմբերի | \
        դեկտեմբեր,դեկտեմբերի
        იანვარი | თებერვალი | მარტი | აპრილი | მაისი | ივნისი | ივლისი | აგვისტო | სექტემბერი | ოქტომბერი | \
        ნოემბერი | დეკემბერი
        januari | februari,pebruari | maret | april | mei | juni | juli | agustus,agu,agt | september | \
        oktober,okt | november,nopember | desember,des
        januari | februari | mac | april | mei | jun | julai | ogos | september | oktober | november | disember
        enero | pebrero | marso | abril | mayo | hunyo | hulyo | agosto | setyembre | oktubre | nobyembre | disyembre
        يناير,جانفي | فبراير,فيفري | مارس | أبريل,ابريل,إبريل,أفريل | مايو,ماي | يونيو,يونيه,جوان | \
        يوليو,يوليه,يوليوز,جويلية | أغسطس,اغسطس,غشت,أوت | سبتمبر,شتنبر | أكتوبر,اكتوبر | نوفمبر,نونبر | \
        ديسمبر,دجنبر
        كانون الثاني | شباط | آذار,اذار | نيسان | أيار,ايار | حزيران | تموز | آب | أيلول,ايلول | تشرين الأول | \
        تشرين الثاني | كانون الأول
        ژانویه | فوریه | مارس | آوریل | مه | ژوئن | ژوئیه | اوت | سپتامبر | اکتبر | نوامبر | دسامبر
        جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر
        ינואר,בינואר | פברואר,בפברואר | מרץ,במרץ,מרס,במרס | אפריל,באפריל | מאי,במאי | יוני,ביוני | יולי,ביולי | \
        אוגוסט,באוגוסט | ספטמבר,בספטמבר | אוקטובר,באוקטובר | נובמבר,בנובמבר | דצמבר,בדצמבר
        जनवरी | फरवरी,फ़रवरी | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर,सितम्बर | अक्टूबर,अक्तूबर | \
        नवंबर,नवम्बर | दिसंबर,दिसम्बर
        জানুয়ারি,জানুয়ারী | ফেব্রুয়ারি,ফেব্রুয়ারী | মার্চ | এপ্রিল | মে | জুন | জুলাই | আগস্ট | সেপ্টেম্বর | অক্টোবর | \
        নভেম্বর | ডিসেম্বর
        มกราคม | กุมภาพันธ์ | มีนาคม | เมษายน | พฤษภาคม | มิถุนายน | กรกฎาคม | สิงหาคม | กันยายน | ตุลาคม | \
        พฤศจิกายน | ธันวาคม
        """

    /// Names and abbreviations of weekdays: names with a day that a sentence may tell (``weekday(_:)``) stand in
    /// ``fullWeekdayTable``.
    static let weekdayTable = """
        mon tue tues wed weds thu thur thurs fri sat sun
        пн вт ср чт пт сб нд вс п'ятниця
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
        lundi mardi mercredi jeudi vendredi samedi dimanche
        lunes martes miércoles miercoles jueves viernes sábado sabado domingo
        lunedì martedì mercoledì giovedì venerdì sabato domenica
        segunda terça quarta quinta sexta feira dilluns dimarts dimecres dijous divendres dissabte diumenge
        luni marți miercuri joi vineri sâmbătă duminică
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        mandag tirsdag onsdag torsdag fredag lørdag søndag måndag tisdag lördag söndag
        maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
        poniedziałek wtorek środa czwartek piątek sobota niedziela
        pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa
        ponedjeljak ponedeljak utorak srijeda sreda četvrtak petak subota nedjelja nedelja
        понедељак уторак среда четвртак петак недеља понеделник вторник сряда четвъртък петък събота
        hétfő kedd szerda csütörtök péntek szombat vasárnap
        δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
        pazartesi salı çarşamba perşembe cuma cumartesi pazar
        senin selasa rabu kamis jumat sabtu minggu ahad
        الأحد الاحد الإثنين الاثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت
        """

    /// Monday to Sunday in English, Ukrainian and Russian, in the cases of grammar that news use.
    static let fullWeekdayTable = """
        monday понеділок понеділка понедельник понедельника
        tuesday вівторок вівторка вторник вторника
        wednesday середа середу середи среда среду среды
        thursday четвер четверга четверг
        friday п’ятниця п’ятницю п’ятниці пятница пятницу пятницы
        saturday субота суботу суботи суббота субботу субботы
        sunday неділя неділю неділі воскресенье воскресенья
        """
}

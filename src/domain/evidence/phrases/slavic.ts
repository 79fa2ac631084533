import type { Phrases } from "./phrases"

export const pl: Phrases = {
  absent:
    "biuro _ nieczynne; biuro _ zamknięte; przerwa urlopowa; przerwa świąteczna; na urlopie; jestem na urlopie; poza biurem; nie ma mnie; nie będzie mnie; jestem nieobecn*; nieobecn*; na zwolnieniu; zwolnieniu lekarskim; w podróży; w delegacji; na delegacji; na szkoleniu; na konferencji; na spotkaniach cały; niedostępn*; urlop macierzyński; urlopie macierzyńskim; urlopie rodzicielskim; dzień wolny; mam wolne; biuro jest nieczynne; niepełny etat",
  back: "wracam; wrócę; po powrocie; będę ponownie; do pracy wracam; powrót; będę z powrotem; z powrotem; dostępn* od",
  later:
    "odpowiem; odpiszę; odpowiem po; odpiszę po; odpowiem na; jak najszybciej; najszybciej jak; z opóźnieniem; skontaktuję się; tak szybko",
  unread:
    "nie czytam; brak dostępu; bez dostępu; ograniczony dostęp; nie mam dostępu; nie będę sprawdzać; sporadycznie; nie będzie przekazan*; nie jest przekazywan*; nie jest monitorowan*; nie odczytuj*",
  redirect:
    "w pilnych sprawach; w sprawach pilnych; w razie pilnych; w nagłych; w pilnym; sprawy pilne; proszę o kontakt z; proszę kontaktować; prosimy o kontakt z; kontakt z; proszę dzwonić; mój współpracownik; moja współpracownica; kolega; koleżank*; zastępuje mnie; podczas mojej nieobecności; w czasie mojej nieobecności",
  gone: "zmieniłem stanowisko; zmieniłam stanowisko; zmieniłem dział; nie zajmuję się już; nie pracuje już; nie pracuję już; już nie pracuje; już nie pracuję; nie jest już; odszedł z; odeszła z; zakończył* pracę; zakończył* współpracę",
  automatic:
    "odpowiedź automatyczna; wiadomość automatyczna; wygenerowan* automatycznie; automatycznie wygenerowan*; wysłan* automatycznie; prosimy nie odpowiadać; proszę nie odpowiadać; nie odpowiadaj; wirtualny asystent",
  thanks:
    "dziękuję za wiadomość; dziękuję za maila; dziękuję za kontakt; dziękujemy za wiadomość; dziękujemy za kontakt; otrzymałem twoją; otrzymałam; otrzymaliśmy",
  bounce:
    "nie można dostarczyć; nie została dostarczona; nie zostało dostarczone; nie udało się dostarczyć; niedostarczon*; skrzynka _ pełna; skrzynka jest pełna; nie znaleziono adresata; nieznany użytkownik; nie znaleziono adresu; nie istnieje; odrzucon*; zablokowan*; adresat*",
  received:
    "zgłoszenie zostało; twoje zgłoszenie; państwa zgłoszenie; zostało zarejestrowane; zostało przyjęte; przyjęliśmy; numer zgłoszenia; pod numerem; nasz zespół; konsultant; wkrótce; zostało rozwiązane; zostało zamknięte; dodać komentarz; odpowiedz na tę; bilet",
  survey:
    "oceń; ocenić; ankieta; zadowolon*; satysfakcj*; twoja opinia; państwa opinia; jak oceniasz; gwiazdk*",
  calendar:
    "zaprasza cię na; zaprasza na zaplanowane; czy weźmiesz udział; tak nie może; zaakceptował* to zaproszenie; odrzucił* to zaproszenie; zaakceptował*; odrzucił*; to zaproszenie; dołącz przez google meet; dołącz do spotkania; spotkanie w aplikacji microsoft teams; organizator; kiedy pon|wt|śr|czw|pt; to wydarzenie; wydarzenie zostało; nowa godzina; identyfikator spotkania; rezerwacja; zarezerwował*; kod dostępu",
  unsubscribe:
    "wypisz się; zrezygnuj z; anuluj subskrypcję; wypisać się; zobacz w przeglądarce; wyświetl w przeglądarce; otrzymujesz tę; otrzymałeś tę; szanowni klienci; polityka prywatności; zarządzaj preferencjami",
  notice:
    "udostępnił*; wspomniał* o tobie; zaprosił* cię; skomentował*; nagranie; nieodebrane połączenie; wiadomość głosowa; został* przeczytan*; chce odwołać; faktura; konserwacj*; awaria; alarm; podpisan*; kwarantann*",
  asks: "proszę; prosimy; prosiłbym; prosiłabym; poproszę; czy; czy można; czy możecie; czy mogą; czy możemy; kiedy; jak; jaki; jakie; jaka; dlaczego; kto; gdzie; co; potrzebujemy; potrzebuję; chcielibyśmy; chciałbym; chciałabym; proszę o; dajcie znać; daj znać; dać znać; oczekujemy; czekamy; o pomoc",
  problem:
    "nie działa; nie działają; błąd; błędy; błędu; problem; problemy; wolno; powolne; zepsut*; nadal; wciąż; pilne; pilnie; brakuje; nie możemy; nie mogę; nie udaje; ale; niestety; zawiesza; awaria",
  closing:
    "dziękuję; dziękujemy; dzięki; dzięki wielkie; bardzo dziękuję; super; świetnie; doskonale; idealnie; rozumiem; ok; okej; w porządku; zgoda; zgadza się; tak; gotowe; zrobione; potwierdzam; działa; już działa; miłego dnia; miłego weekendu; wesołych; do zobaczenia; do usłyszenia; pozdrawiam; dla informacji; do wiadomości; nie ma sprawy; otrzymałem; otrzymałam; przyjąłem; przyjęłam; dobrze",
  banner:
    "wiadomość zewnętrzna; nadawca zewnętrzny; zewnętrzny nadawca; spoza organizacji; z zewnątrz; nie klikaj; zachowaj ostrożność",
  legal:
    "jest poufna; informacje poufne; poufne informacje; wyłącznie dla adresata; przeznaczona wyłącznie; otrzymana omyłkowo; omyłkowo; przed wydrukowaniem; pomyśl o środowisku; nip; krs",
  settled:
    "nie ma problemu; żaden problem; problem rozwiązany; rozwiązane; już działa; działa już; teraz działa; znowu działa; można zamknąć; proszę zamknąć; do wiadomości; nie trzeba odpowiadać",
}

export const cs: Phrases = {
  absent:
    "kancelář* _ zavřen*; kancelári* _ zatvoren*; celozávodní dovolená; na dovolené; čerpám dovolenou; mám dovolenou; mimo kancelář; mimo kanceláre; nejsem v kanceláři; nebudu v kanceláři; nejsem přítom*; nepřítom*; na služební cestě; na pracovní cestě; na nemocenské; na školení; na konferenci; na rodičovské; na mateřské; nedostupn*; mám volno; nie som v kancelárii; nebudem v kancelárii; na dovolenke; čerpám dovolenku; neprítom*; na služobnej ceste; na pracovnej ceste; na školení; na konferencii; na materskej; kancelář je zavřená; kancelária je zatvorená; momentálně nejsem; momentálne nie som",
  back: "vrátím se; po návratu; zpět budu; budu zpět; jsem zpět; vracím se; opět k dispozici; zpátky; vrátim sa; po návrate; budem späť; vraciam sa; opäť k dispozícii; návrat",
  later:
    "odpovím; odpovím po; odpovím vám; ozvu se; jakmile; co nejdříve; co nejdřív; odpoviem; odpoviem po; ozvem sa; čo najskôr; akonáhle; budu se věnovat",
  unread:
    "poštu nečtu; nečtu poštu; nečtu e; bez přístupu; omezený přístup; nemám přístup; nemám prístup; omezeně; sporadicky; nebude přeposlán*; není přeposílán*; nečítam; poštu nečítam; obmedzený prístup; bez prístupu; není sledován*",
  redirect:
    "s naléhavými; v naléhavých; v naléhavém; v případě potřeby; v urgentních; v urgentních případech; prosím obraťte; obraťte se; kontaktujte; kontaktujte prosím; obracejte se; můj kolega; moje kolegyně; zastupuje mě; v mé nepřítomnosti; v súrnych; v súrnom; v naliehavých; v prípade potreby; obráťte sa; môj kolega; moja kolegyňa; zastupuje ma; v mojej neprítomnosti",
  gone: "již nepracuji; již nepracuje; už nepracuji; už nepracuje; není zaměstn*; odešel; odešla; už nepracujem; nie je zamestn*",
  automatic:
    "automatická odpověď; automatická odpoveď; automatická zpráva; automatická správa; automaticky vygenerov*; vygenerován* automaticky; automaticky odesl*; neodpovídejte; neodpovedajte; virtuální asistent",
  thanks:
    "děkuji za zprávu; děkuji za váš; děkuji za vaši; děkujeme za vaši; děkujeme za zprávu; ďakujem za správu; ďakujem za váš; ďakujem za vašu; ďakujeme za; obdrželi jsme; prijali sme",
  bounce:
    "nebyla doručena; nebylo možné doručit; nelze doručit; doručení se nezdařilo; nedoručiteln*; nedoručen*; schránka _ plná; plná schránka; příjemce nebyl; neznámý uživatel; adresa nebyla; neexistuje; byla odmítnuta; byl odmítnut; zablokován*; nebola doručená; nepodarilo sa doručiť; schránka je plná; príjemca; nemožno doručiť",
  received:
    "váš požadavek; vaše žádost; požadavek byl; byl přijat; byl zaregistrován; číslo požadavku; pod číslem; náš tým; technik; byl vyřešen; byl uzavřen; přidat komentář; odpovězte na tento; vaša požiadavka; bola prijatá; bola zaregistrovaná; náš tím; bola vyriešená; bola uzavretá; tiket; ticket byl",
  survey:
    "ohodnoťte; hodnocení; spokojen*; spokojnos*; dotazník; průzkum; váš názor; hodnotenie; ohodnoťte; hvězd*",
  calendar:
    "přijal* toto pozvání; přijal* tuto pozvánku; odmítl* tuto pozvánku; tuto pozvánku; tato pozvánka; přijal* pozvánku; prijal* túto; odmietol; odmietla; túto pozvánku; připojit přes google meet; připojte se ke schůzce; schůzka v microsoft teams; schôdza; organizátor; kdy po|út|st|čt|pá; tato událost; událost byla; nový čas; id schůzky; rezervace; rezervácia",
  unsubscribe:
    "odhlásit se; odhlásit odběr; odhlásiť; odhlásiť sa; zobrazit v prohlížeči; zobraziť v prehliadači; tento e mail dostáváte; dostáváte tento; tento e mail ste dostali; vážení zákazníci; ochrana osobních údajů; ochrana osobných údajov",
  notice:
    "sdílel* s vámi; sdílí s vámi; zmínil* vás; pozval* vás; okomentoval*; záznam; nahrávka; zmeškaný hovor; hlasová zpráva; byla přečtena; bola prečítaná; si přeje odvolat; faktura; údržba; výpadek; upozornění; podepsán*; karantén*",
  asks: "prosím; prosíme; prosím o; můžete; mohli byste; mohl byste; můžeme; mohli bychom; je možné; lze; kdy; jak; jaký; jaké; jaká; proč; kdo; kde; co; potřebujeme; potřebuji; chtěli bychom; chtěl bych; chtěla bych; pošlete; zavolejte; dejte vědět; dejte mi vědět; existuje; máte; môžete; mohli by ste; môžeme; je možné; kedy; ako; aký; prečo; kto; čo; potrebujeme; potrebujem; chceli by sme; chcel by som; pošlite; zavolajte; dajte vedieť",
  problem:
    "nefunguje; nefungují; nejde; chyba; chyby; chybu; problém; problémy; pomalé; pomalý; rozbité; spadl*; stále ne*; naléhavé; urgentní; chybí; nemůžeme; nemohu; nelze; ale; bohužel; nefungujú; súrne; chýba; nemôžeme; nemôžem; bohužiaľ",
  closing:
    "děkuji; děkujeme; díky; moc děkuji; díky moc; ďakujem; ďakujeme; vďaka; skvělé; skvelé; super; výborně; výborne; perfektní; perfektné; rozumím; rozumiem; ok; dobře; dobre; souhlasím; súhlasím; v pořádku; v poriadku; ano; áno; hotovo; potvrzuji; potvrdzujem; funguje; už funguje; hezký víkend; pěkný den; hezký den; pekný víkend; pekný deň; na shledanou; na viděnou; uvidíme se; pro informaci; na vědomí; pre informáciu; není zač; nie je za čo; nemáte zač",
  banner:
    "externí e mail; externí odesílatel; externá správa; externý e mail; mimo organizaci; mimo organizácie; neklikejte; neklikajte; buďte opatrní",
  legal:
    "je důvěrn*; důvěrné informace; je dôvern*; určen* pouze; určen* výhradně; obdrželi omylem; obdrželi tuto zprávu omylem; dostali omylom; před vytištěním; myslete na životní prostředí; ičo",
  settled:
    "žádný problém; bez problému; bez problémů; problém vyřešen; vyřešeno; už funguje; již funguje; teď funguje; opět funguje; můžete uzavřít; na vědomí; vyriešené; už to funguje; môžete uzavrieť; opäť funguje; žiadny problém",
}

export const sl: Phrases = {
  absent:
    "pisarna _ zaprta; ured _ zatvoren; kolektivni dopust; kolektivni godišnji; na dopustu; odsoten; odsotna; nisem v pisarni; izven pisarne; na službeni poti; bolniški; na izobraževanju; na konferenci; na godišnjem odmoru; nisam u uredu; izvan ureda; odsutan; odsutna; na bolovanju; na službenom putu; na putu; na odmoru; nisam u kancelariji; van kancelarije; на годишњем одмору; одсутан; одсутна; nedostupan; nedostupna",
  back: "vrnem se; po vrnitvi; nazaj; ob vrnitvi; vraćam se; po povratku; ponovno dostupan; ponovno dostupna; враћам се; по повратку",
  later:
    "odgovoril bom; odgovorila bom; vam odgovorim; takoj ko; čim prej; odgovorit ću; javit ću se; čim budem; odgovoriću; javiću se; одговорићу",
  unread:
    "ne berem; omejen dostop; brez dostopa; nimam dostopa; ne bo posredovan*; nemam pristup; ograničen pristup; bez pristupa; ne čitam; neće biti proslijeđen*; povremeno; občasno",
  redirect:
    "v nujnih primerih; v nujnem primeru; nujne zadeve; obrnite se na; pokličite; sodelavec; sodelavka; u hitnim slučajevima; u hitnom slučaju; za hitne; obratite se; kontaktirajte; molim kontaktirajte; kolega; kolegica; u mojoj odsutnosti; за хитне; у хитним; обратите се",
  gone: "ne dela več; ne delam več; ni več zaposlen*; ne radi više; ne radim više; više nije zaposlen*; otišao; otišla",
  automatic:
    "samodejni odgovor; samodejno sporočilo; samodejno ustvarjen*; ne odgovarjajte; automatski odgovor; automatska poruka; automatski generiran*; ne odgovarajte; аутоматски одговор",
  thanks:
    "hvala za vaše sporočilo; hvala za sporočilo; hvala za vaš; prejeli smo; hvala na poruci; hvala vam na; hvala na vašoj; zaprimili smo; primili smo",
  bounce:
    "ni bilo mogoče dostaviti; ni bilo dostavljeno; poštni predal _ poln; prejemnik ni; naslov ne obstaja; nije moguće isporučiti; nije isporučen*; nije dostavljen*; sandučić _ pun; primatelj nije; adresa ne postoji; odbijena",
  received:
    "vaš zahtevek; vaša zahteva; je bil zabeležen; številka zahtevka; naša ekipa; je bil rešen; je bil zaprt; vaš zahtjev; vaš upit; je zaprimljen; broj zahtjeva; naš tim; je riješen; je zatvoren; tiket",
  survey: "ocenite; ocijenite; zadovoljn*; anketa; mnenje; mišljenje",
  calendar:
    "je sprejel; je sprejela; je zavrnil; je zavrnila; to povabilo; pridružite se sestanku; organizator; je prihvatio; je prihvatila; je odbio; je odbila; ovaj poziv; ovu pozivnicu; pridružite se sastanku; kada pon|uto|sri|čet|pet; događaj je; dogodek je; id sestanka; id sastanka",
  unsubscribe:
    "odjava; odjavite se; odjavi se; ogled v brskalniku; pogledajte u pregledniku; to sporočilo prejemate; primate ovu; spoštovane stranke; poštovani korisnici",
  notice:
    "je delil; je delila; dijeli s vama; vas je omenil; vas je spomenuo; posnetek; snimka; zgrešen klic; propušten poziv; prebrano; pročitana; račun; vzdrževanje; održavanje",
  asks: "prosim; prosimo; ali lahko; lahko; kdaj; kako; kaj; kateri; zakaj; kdo; kje; potrebujemo; potrebujem; želimo; želel bi; molim; molimo; možete li; možemo li; može li; je li moguće; kada; što; šta; zašto; tko; ko; gdje; gde; koji; koje; trebamo; trebam; želimo; željeli bismo; pošaljite; javite; nazovite; imate li",
  problem:
    "ne deluje; ne delujejo; napaka; napake; težava; težave; počasi; še vedno; nujno; manjka; ne moremo; ne morem; ampak; žal; ne radi; ne rade; greška; greške; problem; problemi; sporo; još uvijek; hitno; nedostaje; ne možemo; ne mogu; ali; nažalost",
  closing:
    "hvala; najlepša hvala; hvala lepa; hvala lijepo; hvala puno; odlično; super; v redu; u redu; razumem; razumijem; ok; potrjeno; potvrđeno; deluje; radi; dobro; lep dan; lep vikend; ugodan dan; ugodan vikend; se vidimo; vidimo se; za informacijo; za informaciju; prejeto; primljeno",
  banner:
    "zunanji pošiljatelj; zunanje sporočilo; vanjski pošiljatelj; vanjska poruka; izvan organizacije; ne klikajte",
  legal:
    "je zaupno; zaupne informacije; povjerljivo; povjerljive informacije; namenjeno izključno; namijenjena isključivo",
  settled:
    "ni problema; nema problema; rešeno; riješeno; zdaj deluje; sada radi; lahko zaprete; možete zatvoriti",
}

export const ru: Phrases = {
  absent:
    "офис* _ закрыт*; офис не работает; не работаем; офіс* _ зачинен*; офисът _ затворен; в отпуске; я в отпуске; нахожусь в отпуске; вне офиса; нет на месте; не в офисе; отсутствую; буду отсутствовать; в командировке; на больничном; на конференции; на обучении; на тренинге; в декрете; выходной; недоступен; недоступна; офис закрыт; у відпустці; поза офісом; відсутній; відсутня; не в офісі; у відрядженні; на лікарняному; на навчанні; в отпуск; извън офиса; отсъствам; в командировка; в болнични; не съм в офиса; на обучение; няма да бъда",
  back: "вернусь; по возвращении; после возвращения; выйду на работу; буду на связи; буду доступен; буду доступна; приступлю к работе; повернусь; після повернення; по поверненню; завръщам се; ще се върна; след завръщането; при завръщане; отново на работа",
  later:
    "отвечу; отвечу вам; смогу ответить; постараюсь ответить; свяжусь с вами; как только; при первой возможности; как можно скорее; с задержкой; відповім; зв яжуся; якнайшвидше; ще ви отговоря; ще отговоря; възможно най скоро; ще се свържа",
  unread:
    "нет доступа; без доступа; ограниченный доступ; не читаю; почту не проверяю; не проверяю; не будет прочитан*; не пересылается; не будет переслан*; редко; немає доступу; обмежений доступ; не читаю; нямам достъп; ограничен достъп; без достъп; не чета",
  redirect:
    "по срочным вопросам; срочные вопросы; в срочных случаях; в экстренных; если срочно; по всем вопросам; обращайтесь; просьба обращаться; пожалуйста обращайтесь; свяжитесь с; пишите в; мой коллега; моя коллега; моему коллеге; в моё отсутствие; на время моего отсутствия; з термінових питань; у термінових; звертайтеся; звертайтесь; мій колега; за спешни; при спешни; в спешни; при спешност; моля свържете се; обърнете се; мой колега; колегата ми",
  gone: "сменил должность; сменила должность; больше не занимаюсь; больше не работает; больше не работаю; уже не работаю; уволился; уволилась; покинул компанию; покинула компанию; більше не працює; більше не працюю; вече не работи; вече не работя; напусна",
  automatic:
    "автоматический ответ; автоответ; автоматическое сообщение; автоматическое уведомление; создано автоматически; сформировано автоматически; отправлено автоматически; не отвечайте; просьба не отвечать; автоматична відповідь; не відповідайте; згенеровано автоматично; автоматичен отговор; автоматично съобщение; автоматично генериран*; не отговаряйте; виртуальный помощник; бот",
  thanks:
    "спасибо за ваше письмо|сообщение|обращение; спасибо за письмо|сообщение|обращение; благодарю за письмо; благодарим за; ваше письмо; получили ваше; дякую за ваш*; дякуємо за; благодаря за вашия; благодаря за имейла; благодарим ви за",
  bounce:
    "не удалось доставить; не доставлено; не может быть доставлен*; не было доставлено; ящик _ переполнен; ящик переполнен; получатель не найден; неизвестный пользователь; адрес не найден; не существует; отклонен*; отклонено; заблокирован*; не вдалося доставити; не доставлено; скринька переповнена; не може да бъде доставен*; не беше доставен*; кутията е пълна",
  received:
    "ваша заявка; ваш запрос; ваше обращение; заявка принята; зарегистрирован*; номер заявки; номер обращения; под номером; наша команда; специалист; наш сотрудник; в ближайшее время; заявка закрыта; запрос закрыт; решен*; чтобы добавить комментарий; ответьте на это письмо; ваш запит; зареєстрован*; наша команда; вашата заявка; е регистриран*; нашият екип; е затворен*; тикет",
  survey:
    "оцените; оценка; оценить; опрос; насколько вы довольны; удовлетворен*; ваше мнение; отзыв; оцініть; опитування; оценете; анкета; доволни",
  calendar:
    "принял приглашение; приняла приглашение; принял это; приняла это; отклонил приглашение; отклонила приглашение; отклонил это; отклонила это; это приглашение; присоединиться через google meet; присоединиться к собранию; собрание microsoft teams; организатор; участники; когда пн|вт|ср|чт|пт; мероприятие отменено; это мероприятие; новое время; идентификатор конференции; бронирование; прийняв запрошення; прийняла запрошення; прие поканата; отхвърли поканата; тази покана",
  unsubscribe:
    "отписаться; отказаться от рассылки; отписка; открыть в браузере; посмотреть в браузере; вы получили это письмо; вы получаете; политика конфиденциальности; уважаемые клиенты; відписатися; отпишете се; отписване; уважаеми клиенти",
  notice:
    "поделился; поделилась; упомянул вас; упомянула вас; пригласил вас; пригласила вас; прокомментировал*; запись; пропущенный звонок; голосовое сообщение; прочитано; было прочитано; хочет отозвать; отозвать сообщение; счет; счёт; технические работы; инцидент; оповещение; подписан*; карантин; код подтверждения",
  asks: "пожалуйста; просим; прошу; просьба; можете; могли бы; можете ли; не могли бы; можно ли; можно; возможно ли; есть ли; когда; как; какой; какая; какие; почему; кто; где; что; нам нужно; мне нужно; нужен; нужна; нужны; хотели бы; хотел бы; хотела бы; пришлите; отправьте; позвоните; сообщите; подскажите; ждем; ждём; будь ласка; чи можна; чи можете; коли; як; чому; нам потрібно; потрібно; прошу; моля; можете ли; може ли; кога; как; защо; кой; какво; имаме нужда; нуждаем се; бихме искали; изпратете; помогите",
  problem:
    "не работает; не работают; не открывается; ошибка; ошибки; ошибку; проблема; проблемы; медленно; тормозит; сломал*; упал*; все еще; всё ещё; срочно; отсутствует; пропал*; не можем; не могу; не получается; но; к сожалению; не працює; помилка; терміново; не можемо; але; на жаль; не работи; грешка; все още; спешно; липсва; не можем; за съжаление",
  closing:
    "спасибо; большое спасибо; спасибо большое; благодарю; отлично; прекрасно; замечательно; супер; хорошо; понятно; понял; поняла; ок; окей; ладно; договорились; да; готово; сделано; подтверждаю; работает; всё работает; все работает; заработало; хороших выходных; хорошего дня; до встречи; до связи; с праздником; для информации; к сведению; не за что; получил; получила; получено; принято; дякую; дякуємо; чудово; добре; зрозуміло; так; працює; гарного дня; благодаря; благодарим; чудесно; добре; разбрах; работи; хубав ден; до скоро",
  banner:
    "внешнее письмо; внешний отправитель; внешнее сообщение; из внешнего источника; за пределами организации; не переходите по; будьте осторожны; зовнішній лист; зовнішній відправник; външен имейл; външен подател",
  legal:
    "является конфиденциальн*; конфиденциальную информацию; конфиденциальной информации; предназначено только; получили это письмо по ошибке; получено по ошибке; прежде чем распечатать; конфіденційн* інформац*; поверителн* информация",
  settled:
    "нет проблем; без проблем; проблема решена; решено; всё решилось; уже работает; теперь работает; снова работает; всё работает; все работает; заработало; можно закрывать; можно закрыть; можете закрыть; для информации; к сведению; проблему вирішено; вже працює; няма проблем; вече работи",
}

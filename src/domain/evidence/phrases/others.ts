import type { Phrases } from "./phrases"

export const hu: Phrases = {
  absent:
    "iroda _ zárva; irodánk _ zárva; üzemszünet; leállás; szabadságon; szabadságon vagyok; nem vagyok az irodában; nem vagyok irodában; irodán kívül; házon kívül; távol vagyok; távol leszek; üzleti úton; hivatalos úton; betegszabadságon; táppénzen; képzésen; konferencián; gyes en; nem vagyok elérhető; nem leszek elérhető; az iroda zárva",
  back: "visszatérek; visszatérésem; vissza; újra elérhető; ismét elérhető; hétfőn tudok; visszaérkezem; újra irodában",
  later:
    "válaszolok; tudok válaszolni; válaszolni; jelentkezem; amint tudok; mihamarabb; a lehető leghamarabb; visszatérésem után",
  unread:
    "nem olvasom; nem olvasok; korlátozottan; nincs hozzáférésem; nem továbbít*; ritkán; nem ellenőrzöm",
  redirect:
    "sürgős esetben; sürgős ügyben; sürgős ügyekben; kérem forduljon; forduljon; keresse kollégámat; keressék; kollégám; kolléganőm; helyettesem; távollétem; kérem keresse",
  gone: "már nem dolgozik; már nem dolgozom; már nem; távozott; elhagytam",
  automatic:
    "automatikus válasz; automatikus üzenet; automatikusan generált; automatikusan küldött; ne válaszoljon; kérjük ne; virtuális asszisztens",
  thanks:
    "köszönöm levelét; köszönöm az üzenetét; köszönöm üzenetét; köszönjük levelét; köszönjük megkeresését; megkaptuk; köszönöm a levelet",
  bounce:
    "nem kézbesíthető; kézbesíthetetlen; nem sikerült kézbesíteni; nem kézbesít*; postafiók _ megtelt; postaládája megtelt; címzett nem; ismeretlen felhasználó; nem létezik; elutasította",
  received:
    "kérését; bejelentését; megkeresését; rögzítettük; megkaptuk; hibajegy*; jegyszám; ügyszám; munkatársunk; csapatunk; megoldva; lezárva; lezártuk; hozzászólás; hamarosan",
  survey: "értékelje; értékelés; elégedett*; felmérés; kérdőív; véleménye; csillag",
  calendar:
    "elfogadta a meghívást; elfogadta ezt; elutasította a meghívást; elutasította ezt; csatlakozás google meet; csatlakozás az értekezlethez; microsoft teams értekezlet; szervező; esemény; új időpont; foglalás; értekezlet azonosító",
  unsubscribe:
    "leiratkozás; leiratkozom; megtekintés böngészőben; azért kapta; tisztelt ügyfeleink; adatvédelm*",
  notice:
    "megosztott; megemlítette; meghívta; hozzászólt; felvétel; nem fogadott hívás; hangüzenet; elolvasták; szeretné visszahívni; számla; karbantartás; aláírt*",
  asks: "kérem; kérjük; kérnénk; tudna; tudnának; tudnátok; tudnánk; lehet; lehetséges; van e; mikor; hogyan; hogy lehet; mi; milyen; miért; ki; hol; szükségünk van; szükségem van; szeretnénk; szeretnék; küldje; küldjék; hívjon; jelezze; várjuk; mennyi",
  problem:
    "nem működik; nem működnek; hiba; hibát; hibaüzenet; probléma; problémák; lassú; leállt; még mindig; sürgős; hiányzik; nem tudjuk; nem tudom; de; sajnos",
  closing:
    "köszönöm; köszönjük; köszi; nagyon köszönöm; szuper; nagyszerű; remek; tökéletes; rendben; oké; ok; értem; értettem; igen; kész; megerősítem; működik; szép napot; szép hétvégét; jó hétvégét; viszontlátásra; tájékoztatásul; nincs mit; megkaptam",
  banner: "külső e mail; külső feladó; külső üzenet; szervezeten kívül*; ne kattintson",
  legal: "bizalmas információ*; bizalmas; kizárólag a címzett; tévedésből kapta; nyomtatás előtt",
  settled:
    "nem probléma; nincs probléma; nem gond; megoldódott; megoldva; már működik; most már működik; újra működik; lezárható; lezárhatják; tájékoztatásul",
}

export const ro: Phrases = {
  absent:
    "birou* _ închis*; suntem închiși; în concediu; sunt în concediu; în afara biroului; nu sunt la birou; nu sunt în birou; absent; absentă; plecat din birou; în deplasare; în delegație; în concediu medical; concediu de maternitate; la un training; la o conferință; indisponibil; indisponibilă; biroul este închis",
  back: "mă întorc; revin; voi reveni; la întoarcere; la revenire; când revin; înapoi la birou; din nou disponibil*",
  later:
    "voi răspunde; vă voi răspunde; răspund; vă răspund; cât mai curând; cât de curând; imediat ce; îndată ce; cu întârziere",
  unread:
    "acces limitat; fără acces; nu am acces; nu citesc; nu va fi citit; nu va fi redirecționat; sporadic; rar",
  redirect:
    "pentru urgențe; în caz de urgență; pentru probleme urgente; dacă este urgent; vă rog să contactați; vă rugăm să contactați; contactați; colegul meu; colega mea; în absența mea; puteți contacta",
  gone: "nu mai lucrez; nu mai lucrează; nu mai face parte; nu mai fac parte; a părăsit; am părăsit",
  automatic:
    "răspuns automat; mesaj automat; generat automat; trimis automat; nu răspundeți; vă rugăm să nu răspundeți; asistent virtual",
  thanks:
    "mulțumesc pentru mesaj; mulțumesc pentru e mail; vă mulțumesc pentru; mulțumim pentru; am primit mesajul; am primit solicitarea",
  bounce:
    "nu a putut fi livrat; nu a fost livrat; nelivrat; cutia poștală este plină; căsuța _ plină; destinatar necunoscut; adresa nu; nu există; a fost respins; blocat",
  received:
    "solicitarea dumneavoastră; solicitarea ta; cererea dumneavoastră; a fost înregistrat*; a fost primit*; numărul tichetului; tichet*; echipa noastră; un coleg; a fost rezolvat*; a fost închis*; adăuga un comentariu; răspundeți la acest",
  survey: "evaluați; evaluează; sondaj; mulțumit; satisfacție; părerea; stele",
  calendar:
    "a acceptat această invitație; a refuzat această invitație; a acceptat; a refuzat; această invitație; participă cu google meet; alătură te; întâlnire microsoft teams; organizator; invitați; eveniment; ora nouă; id ședință; rezervare",
  unsubscribe:
    "dezabonare; dezabonați; dezabonează; vezi în browser; primiți acest; stimați clienți; politica de confidențialitate",
  notice:
    "a partajat; te a menționat; v a menționat; te a invitat; a comentat; înregistrare; apel pierdut; mesaj vocal; a fost citit; dorește să recheme; factură; mentenanță; semnat",
  asks: "vă rog; vă rugăm; te rog; rog; puteți; poți; ați putea; ai putea; putem; am putea; este posibil; există; când; cum; ce; care; de ce; cine; unde; avem nevoie; am nevoie; am dori; aș dori; ne ar; trimiteți; sunați; anunțați; spuneți; așteptăm",
  problem:
    "nu funcționează; nu merge; nu mai merge; eroare; erori; problemă; probleme; lent; greu; blocat; încă nu; urgent; lipsește; lipsesc; nu putem; nu pot; dar; din păcate",
  closing:
    "mulțumesc; mulțumim; mersi; merci; mulțumesc mult; perfect; excelent; super; grozav; în regulă; de acord; ok; am înțeles; înțeles; gata; confirm; confirmat; funcționează; merge; o zi bună; weekend plăcut; zi frumoasă; pe curând; ne vedem; toate cele bune; pentru informare; spre informare; cu plăcere; am primit; bine",
  banner:
    "e mail extern; expeditor extern; mesaj extern; din afara organizației; nu dați clic; atenție acest",
  legal:
    "este confidențial; informații confidențiale; destinat exclusiv; primit din greșeală; înainte de a tipări",
  settled:
    "nicio problemă; fără probleme; s a rezolvat; rezolvat; acum funcționează; funcționează acum; puteți închide; spre informare",
}

export const tr: Phrases = {
  absent:
    "ofis* _ kapalı; kapalıyız; idari izin; izindeyim; izinliyim; yıllık izindeyim; yıllık izinde; ofis dışında; ofis dışındayım; ofiste değilim; ofiste olmayacağım; ofiste bulunmuyorum; seyahatteyim; seyahatte; iş seyahatinde; tatildeyim; tatilde; raporluyum; hastalık izni; doğum izni; eğitimdeyim; eğitimde; konferansta; toplantıda olacağım; ulaşılamaz; müsait değilim; ofisimiz kapalı",
  back: "döneceğim; dönüşümde; dönüşte; döndüğümde; tekrar ofiste; geri döneceğim; görevime; ofise dönüş; dönüş tarihim",
  later:
    "yanıtlayacağım; cevaplayacağım; cevap vereceğim; yanıt vereceğim; dönüş yapacağım; en kısa sürede; en kısa zamanda; mümkün olan en; geri dönüş yapacağım; gecikme",
  unread:
    "erişimim yok; erişimim sınırlı; sınırlı erişim; e postalarımı okuyamıyorum; okumuyorum; okunmayacak; iletilmeyecek; yönlendirilmeyecek; kontrol edemiyorum; erişimim olmayacak",
  redirect:
    "acil durumlarda; acil durumda; acil konular; acil konularda; acil işler; acil hususlar; iletişime geçebilirsiniz; iletişime geçiniz; yazabilirsiniz; arayabilirsiniz; ulaşabilirsiniz; ekip arkadaşım*; arkadaşıma; çalışma arkadaşım; yokluğumda; benim yerime",
  gone: "artık çalışmıyor; artık çalışmıyorum; ayrıldım; ayrılmıştır; şirketten ayrıl*; görevinden ayrıl*; emekli oldu",
  automatic:
    "otomatik yanıt; otomatik cevap; otomatik mesaj; otomatik olarak oluşturul*; otomatik olarak gönderil*; lütfen yanıtlamayın; yanıtlamayınız; cevaplamayınız; sanal asistan",
  thanks:
    "mesajınız için teşekkür*; e postanız için teşekkür*; iletiniz için; mailiniz için; ilginiz için; mesajınızı aldım; mesajınızı aldık; talebinizi aldık",
  bounce:
    "teslim edilemedi; iletilemedi; gönderilemedi; posta kutusu _ dolu; posta kutusu dolu; alıcı bulunamadı; kullanıcı bilinmiyor; adres bulunamadı; mevcut değil; reddedildi; engellendi",
  received:
    "talebiniz; talebin; destek talebi*; kaydedildi; kaydınız; alınmıştır; talep numara*; bilet; ekibimiz; temsilci*; en kısa sürede size; çözüldü; çözümlen*; kapatıldı; kapatılmıştır; yorum eklemek; bu e postayı yanıt*",
  survey: "değerlendirin; puanlayın; değerlendir*; anket; memnuniyet; memnun; görüşünüz; yıldız",
  calendar:
    "bu daveti kabul etti; daveti kabul etti; daveti reddetti; bu daveti; google meet ile katıl*; toplantıya katıl*; microsoft teams toplantısı; düzenleyen; organizatör; ne zaman pzt|sal|çar|per|cum; bu etkinlik; etkinlik iptal; yeni saat; toplantı kimliği; rezervasyon",
  unsubscribe:
    "abonelikten çık*; aboneliği iptal; listeden çık*; tarayıcıda görüntüle*; bu e postayı alıyorsunuz; değerli müşterilerimiz; gizlilik politikası",
  notice:
    "paylaştı; sizden bahsetti; sizi davet etti; yorum yaptı; kayıt hazır; cevapsız arama; sesli mesaj; okundu; geri çekmek; geri çağırmak; fatura; bakım çalışması; kesinti; uyarı; imzalandı; karantina; doğrulama kodu",
  asks: "lütfen; rica ederiz; rica ediyorum; misiniz; mısınız; musunuz; müsünüz; miyiz; mıyız; muyuz; müyüz; mi; mı; mu; mü; edebilir; olabilir; ne zaman; nasıl; ne; neden; kim; nerede; hangi; ihtiyacımız var; ihtiyacım var; istiyoruz; isteriz; istiyorum; gönderin; gönderir; arayın; bildirin; haber verin; yardımcı ol*; bekliyoruz; gerekiyor",
  problem:
    "çalışmıyor; çalışmamaktadır; hata; hatası; sorun; sorunlar; yavaş; çöktü; hala; hâlâ; acil; eksik; yapamıyoruz; yapamıyorum; alamıyoruz; ama; ancak; fakat; maalesef; olmuyor; bozuk",
  closing:
    "teşekkürler; teşekkür ederim; teşekkür ederiz; çok teşekkürler; sağ olun; sağolun; eyvallah; harika; mükemmel; süper; güzel; tamam; tamamdır; anlaşıldı; anladım; olur; evet; oldu; bitti; onaylıyorum; çalışıyor; şimdi çalışıyor; iyi günler; iyi çalışmalar; iyi hafta sonları; iyi haftalar; görüşmek üzere; görüşürüz; bilginize; bilgi için; rica ederim; alındı; not aldım",
  banner:
    "harici e posta; harici gönderen; dış kaynak; kurum dışından; kuruluş dışından; tıklamayın; dikkatli olun",
  legal:
    "gizli bilgi*; gizlidir; yalnızca alıcı*; sadece alıcı*; yanlışlıkla aldıysanız; yazdırmadan önce; çevreyi düşün*",
  settled:
    "sorun değil; sorun yok; sorun çözüldü; çözüldü; şimdi çalışıyor; artık çalışıyor; tekrar çalışıyor; kapatabilirsiniz; kapatılabilir; bilginize",
}

export const el: Phrases = {
  absent:
    "γραφεί* _ κλειστ*; κλειστά για; εκτός γραφείου; είμαι εκτός; θα είμαι εκτός; σε άδεια; με άδεια; βρίσκομαι σε; απουσιάζω; θα απουσιάζω; σε επαγγελματικό ταξίδι; σε ταξίδι; σε διακοπές; σε συνέδριο; σε εκπαίδευση; δεν είμαι στο γραφείο; αναρρωτική; δεν είμαι διαθέσιμ*",
  back: "επιστρέφω; θα επιστρέψω; με την επιστροφή; κατά την επιστροφή; μετά την επιστροφή; πίσω στο γραφείο",
  later: "θα απαντήσω; θα σας απαντήσω; το συντομότερο; μόλις επιστρέψω; θα επικοινωνήσω; απαντήσω",
  unread:
    "δεν έχω πρόσβαση; περιορισμένη πρόσβαση; χωρίς πρόσβαση; δεν διαβάζω; δεν θα διαβαστεί; δεν προωθ*",
  redirect:
    "για επείγοντα; σε επείγουσα; για επείγουσες; σε περίπτωση ανάγκης; επικοινωνήστε; παρακαλώ επικοινωνήστε; απευθυνθείτε; συνάδελφο; συνάδελφός; κατά την απουσία",
  gone: "δεν εργάζομαι πλέον; δεν εργάζεται πλέον; έχει αποχωρήσει; αποχώρησε",
  automatic:
    "αυτόματη απάντηση; αυτόματο μήνυμα; αυτοματοποιημένο; δημιουργήθηκε αυτόματα; μην απαντήσετε; μην απαντάτε",
  thanks: "ευχαριστώ για το μήνυμα; ευχαριστώ για το email; ευχαριστούμε για; λάβαμε το",
  bounce:
    "δεν ήταν δυνατή η παράδοση; δεν παραδόθηκε; αποτυχία παράδοσης; γραμματοκιβώτιο _ πλήρες; δεν βρέθηκε; δεν υπάρχει; απορρίφθηκε από",
  received:
    "το αίτημά σας; έχει καταχωρηθεί; έχει ληφθεί; αριθμός αιτήματος; η ομάδα μας; επιλύθηκε; έκλεισε; προσθέσετε σχόλιο",
  survey: "αξιολογήστε; βαθμολογήστε; έρευνα; ικανοποιημέν*; γνώμη σας",
  calendar:
    "αποδέχτηκε την πρόσκληση; απέρριψε την πρόσκληση; αποδέχθηκε; αυτήν την πρόσκληση; συμμετοχή στη σύσκεψη; διοργανωτής; αυτό το συμβάν; νέα ώρα",
  unsubscribe:
    "διαγραφή; κατάργηση εγγραφής; απεγγραφή; προβολή στο πρόγραμμα περιήγησης; λαμβάνετε αυτό; αγαπητοί πελάτες",
  notice:
    "κοινοποίησε; σας ανέφερε; σας προσκάλεσε; ηχογράφηση; αναπάντητη κλήση; διαβάστηκε; τιμολόγιο; συντήρηση",
  asks: "παρακαλώ; παρακαλούμε; μπορείτε; θα μπορούσατε; μπορούμε; είναι δυνατό*; υπάρχει; πότε; πώς; τι; ποιος; ποια; γιατί; πού; χρειαζόμαστε; χρειάζομαι; θα θέλαμε; θα ήθελα; στείλτε; ενημερώστε; καλέστε; περιμένουμε",
  problem:
    "δεν λειτουργεί; δεν δουλεύει; σφάλμα; σφάλματα; πρόβλημα; προβλήματα; αργό; αργά; ακόμα δεν; επείγον; λείπει; δεν μπορούμε; αλλά; δυστυχώς",
  closing:
    "ευχαριστώ; ευχαριστούμε; ευχαριστώ πολύ; τέλεια; άριστα; ωραία; εντάξει; οκ; ok; κατάλαβα; ναι; έγινε; επιβεβαιώνω; λειτουργεί; καλή συνέχεια; καλό σαββατοκύριακο; καλή ημέρα; τα λέμε; προς ενημέρωση; ελήφθη",
  banner: "εξωτερικό email; εξωτερικός αποστολέας; εξωτερικό μήνυμα; εκτός του οργανισμού; μην κάνετε κλικ",
  legal: "είναι εμπιστευτικ*; εμπιστευτικές πληροφορίες; αποκλειστικά για τον παραλήπτη; λάβατε κατά λάθος",
  settled:
    "κανένα πρόβλημα; λύθηκε; το πρόβλημα λύθηκε; τώρα λειτουργεί; λειτουργεί τώρα; μπορείτε να κλείσετε; προς ενημέρωση",
}

export const ca: Phrases = {
  absent:
    "oficin* _ tancad*; biuras _ nedirba; birojs _ slēgts; kontor _ suletud; fora de l oficina; sóc fora; soc fora; estaré fora; de vacances; de baixa; de viatge; no sóc a l oficina; absent; de permís; lanean ez; bulegotik kanpo; oporretan; biroul; atostogose; atostogauju; ne biure; nesu biure; komandiruotėje; atvaļinājumā; ārpus biroja; prombūtnē; komandējumā; puhkusel; olen puhkusel; kontorist väljas; komandeeringus; lähetuses; ei ole kontoris; í fríi; ekki við; í orlofi",
  back: "quan torni; en tornar; tornaré; torno el; al meu retorn; de tornada; itzultzean; grįšiu; grįžęs; atgriezīšos; pēc atgriešanās; tagasi; naasen; kem aftur; til baka",
  later:
    "respondré; us respondré; contestaré; tan aviat; el més aviat possible; atsakysiu; atbildēšu; vastan; esimesel võimalusel; svara",
  unread:
    "sense accés; accés limitat; no llegeixo; no llegiré; neturėsiu prieigos; ribota prieiga; nav piekļuves; ierobežota piekļuve; ei loe; piiratud ligipääs",
  redirect:
    "per a urgències; en cas d urgència; per qüestions urgents; si és urgent; contacteu; poseu vos en contacte; company; companya; skubiais atvejais; skubiu atveju; kreipkitės; steidzamos; steidzamā; sazinieties; lūdzu sazinieties; kiireloomuli*; kiiretes küsimustes; pöörduge; võtke ühendust; hafið samband",
  gone: "ja no treballo; ja no treballa; he deixat; nebedirba; nebedirbu; vairs nestrādā; vairs nestrādāju; ei tööta enam",
  automatic:
    "resposta automàtica; missatge automàtic; generat automàticament; no respongueu; automatinis atsakymas; automātiskā atbilde; automaatvastus; automaatne vastus; sjálfvirkt svar",
  thanks:
    "gràcies pel vostre; gràcies pel teu; gràcies pel missatge; gràcies pel correu; dėkoju už laišką; ačiū už laišką; paldies par vēstuli; paldies par ziņu; aitäh kirja eest; täname kirja",
  bounce:
    "no s ha pogut lliurar; no es pot lliurar; no s ha lliurat; nepristatyta; nepavyko pristatyti; neizdevās piegādāt; nav piegādāts; ei õnnestunud; kohale toimetada",
  received:
    "hem rebut la vostra; la vostra sol licitud; la teva sol licitud; s ha registrat; el nostre equip; jūsų užklausa; užregistruota; jūsu pieprasījums; reģistrēts; teie päring; registreeritud",
  survey: "valoreu; enquesta; satisfacció; įvertinkite; novērtējiet; hinnake",
  calendar:
    "ha acceptat aquesta; ha rebutjat aquesta; aquesta invitació; organitzador; priėmė kvietimą; atmetė kvietimą; pieņēma; noraidīja; võttis kutse vastu; lükkas",
  unsubscribe:
    "donar se de baixa; cancel lar la subscripció; veure al navegador; atsisakyti; atrakstīties; loobu",
  notice: "ha compartit; t ha mencionat; trucada perduda; factura; manteniment; sąskaita; rēķins; arve",
  asks: "si us plau; sisplau; podeu; pots; podríeu; podries; podem; és possible; quan; com; què; quin; quina; per què; qui; on; necessitem; necessito; voldríem; voldria; envieu; aviseu; prašome; prašau; ar galite; ar galima; kada; kaip; kodėl; reikia; lūdzu; vai varat; vai var; kad; kā; kāpēc; vajag; palun; kas saate; kas; millal; kuidas; miks; vajame; mesedez; noiz; nola; vinsamlegast; getur; hvenær; hvernig",
  problem:
    "no funciona; error; errors; problema; problemes; lent; encara; urgent; falta; no podem; no puc; però; neveikia; klaida; vis dar; skubu; nestrādā; kļūda; joprojām; steidzami; ei tööta; viga; endiselt; kiire; virkar ekki; villa",
  closing:
    "gràcies; moltes gràcies; perfecte; molt bé; d acord; entès; rebut; funciona; bon cap de setmana; bon dia; fins aviat; per informació; ačiū; dėkoju; puiku; gerai; supratau; veikia; geros dienos; paldies; lieliski; labi; sapratu; strādā; jauku dienu; aitäh; tänan; suurepärane; hästi; selge; töötab; head päeva; takk; flott; eskerrik asko; ongi",
  banner: "correu extern; remitent extern; išorinis laiškas; ārējs sūtītājs; väline kiri",
  legal:
    "és confidencial; informació confidencial; konfidenciali informacija; konfidenciāla informācija; konfidentsiaal*",
  settled:
    "cap problema; resolt; ja funciona; podeu tancar; išspręsta; atrisināts; lahendatud; jau veikia; jau strādā; nüüd töötab",
}

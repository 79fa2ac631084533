import type { Phrases } from "./phrases"

export const sv: Phrases = {
  absent:
    "kontor* _ stäng*; semesterstängt; på semester; är ledig; ledig till; är borta; bortrest; på tjänsteresa; på resa; på resande fot; frånvarande; inte på kontoret; ej på kontoret; inte på plats; föräldraledig; sjukskriven; sjuk; på kurs; på utbildning; på konferens; på konferensen; tjänstledig; inte i tjänst; inte anträffbar; upptagen hela; kontoret är stängt; deltid; på möten hela",
  back: "är tillbaka; tillbaka den; tillbaka på; åter den; åter på; är åter; vid återkomst; min återkomst; när jag är tillbaka; tillbaka igen; åter i tjänst",
  later:
    "svarar när; svarar så; svarar dig; återkommer; jag återkommer; så snart som möjligt; så snart jag kan; svara på; dröja",
  unread:
    "läser inte; läser ej; begränsad tillgång; ingen tillgång; inte tillgång; sporadiskt; vidarebefordras inte; läses inte; bevakas inte; inte vidarebefordrats; svarar inte på mejl; utan tillgång",
  redirect:
    "vid akuta; akuta ärenden; brådskande; vid brådskande; i brådskande fall; kontakta; vänligen kontakta; kontakta gärna; ring växeln; min kollega; mina kollegor; under min frånvaro; i min frånvaro; hör av dig till; vänd dig till",
  gone: "bytt roll; bytt tjänst; bytt avdelning; inte längre ansvarig; slutat; har slutat; jobbar inte längre; arbetar inte längre; inte längre kvar; gått i pension; inte längre på",
  automatic:
    "automatiskt svar; autosvar; automatiskt meddelande; automatiskt genererat; genererat automatiskt; skickats automatiskt; svara inte på; går inte att svara; virtuell assistent",
  thanks:
    "tack för ditt mejl|mail|meddelande; tack för ert; tack för din; tack för att du; har mottagit; har tagit emot",
  bounce:
    "kunde inte levereras; inte levereras; inte levererats; gick inte att leverera; brevlåda _ full; brevlådan är full; mottagaren hittades; okänd mottagare; adressen hittades; finns inte; avvisades; blockerades; har blockerats",
  received:
    "ditt ärende; ert ärende; din förfrågan; er förfrågan; ärendenummer; har registrerats; har tagit emot; har mottagits; vårt team; en handläggare; supportteam; har lösts; har stängts; lägga till en kommentar; svara på detta; så snart som; ärendet har",
  survey: "betygsätt; hur nöjd; nöjd är du; enkät; undersökning; din åsikt; utvärdera; stjärnor",
  calendar:
    "bjuder in dig till; ska du delta; kommer du att delta; ja nej kanske; har accepterat; har tackat ja; har tackat nej; har avböjt; denna inbjudan; den här inbjudan; delta med google meet; anslut till mötet; microsoft teams möte; organisatör; när mån|tis|ons|tors|fre; händelsen har; mötes id; ny tid; bokning; har bokat; lösenord för mötet",
  unsubscribe:
    "avprenumerera; avregistrera; avsluta prenumeration*; visa i webbläsare*; du får detta; du får det här; hantera inställningar; integritetspolicy; kära kunder; bästa kund",
  notice:
    "har delat; delade; nämnde dig; har bjudit in dig; kommenterade; inspelning; missat samtal; röstmeddelande; lästes; har lästs; vill återkalla; faktura; underhåll; driftstörning; larm; signerat; karantän; verifieringskod",
  asks: "vänligen; snälla; kan ni; kan du; kan vi; skulle ni; skulle du; skulle vi; går det att; finns det; är det; när; hur; vad; varför; vem; var; vilken; vilka; vi behöver; jag behöver; vi vill; vi skulle vilja; jag skulle vilja; skicka; ring; hör av; återkom; meddela; har ni; behöver",
  problem:
    "fungerar inte; funkar inte; går inte; fel; felmeddelande; problem; långsam*; trasig*; nere; fortfarande; akut; saknas; misslyckas; kan inte; men; tyvärr; kraschar; hänger sig",
  closing:
    "tack; tack så mycket; stort tack; tackar; toppen; perfekt; bra; jättebra; super; utmärkt; okej; ok; förstått; uppfattat; japp; ja; klart; fixat; bekräftat; fungerar; funkar; det fungerar; trevlig helg; ha en bra; vi ses; vi hörs; god jul; för kännedom; fyi; ingen fara; varsågod; mottaget; låter bra; noterat; noterar",
  banner:
    "externt e post; extern avsändare; externt meddelande; utanför organisation*; utifrån; klicka inte; du får inte ofta; var försiktig",
  legal:
    "är konfidentiell*; konfidentiell information; avsedd för mottagaren; avsett för; fått detta av misstag; felaktigt mottagit; innan du skriver ut; tänk på miljön; org nr",
  settled:
    "inga problem; problemet är löst; är löst; löst nu; fungerar nu; fungerar igen; funkar nu; kan stängas; ni kan stänga; ingen fara; för kännedom; behöver inte svara",
}

export const da: Phrases = {
  absent:
    "kontor* _ lukket; kontor* _ stengt; ferielukket; sommerlukket; holder ferie; på ferie; har ferie; på orlov; på barsel; sygemeldt; syg; ikke på kontoret; ikke til stede; fraværende; på rejse; forretningsrejse; på konference; på kursus; til møde hele; holder fri; har fri; fridag; bortrejst; ikke til at træffe; kontoret er lukket; deltid; ude af kontoret; ute av kontoret; borte fra; har fri; har avspasering; på kurs; på reise; i permisjon; foreldrepermisjon; sykemeldt; ikke på jobb; ikke tilgjengelig; ikke tilgængelig; utilgjengelig",
  back: "er tilbage; tilbage den; tilbage på; vender tilbage; når jeg er tilbage; kommer tilbage; retur den; er tilbake; tilbake på; tilbake den; tilbake igjen; når jeg er tilbake; er på kontoret igen; er på plass igjen",
  later:
    "svarer når; svarer på; svarer så; vender tilbage til; besvarer; hurtigst muligt; så hurtigt som muligt; så snart jeg; svarer deg; snarest mulig; så fort jeg; kommer tilbake til",
  unread:
    "læser ikke; begrænset adgang; ingen adgang; ikke adgang; uden adgang; sporadisk; videresendes ikke; bliver ikke læst; læses ikke; leser ikke; begrenset tilgang; ikke tilgang; ingen tilgang; uten tilgang; blir ikke lest; blir ikke videresendt; overvåges ikke; overvåkes ikke",
  redirect:
    "haster det; hvis det haster; ved hastesager; i hastende; i presserende; kontakt venligst; venligst kontakt; kontakt min; ta kontakt; tag kontakt; kontakte; min kollega; mine kolleger; i mit fravær; i mitt fravær; under mitt; henvend dig; henvendelser; ring til",
  gone: "skiftet stilling; skiftet job; byttet stilling; byttet jobb; ikke længere ansvarlig; stoppet; er stoppet; ikke længere ansat; arbejder ikke længere; fratrådt; sluttet; har sluttet; jobber ikke lenger; ikke lenger ansatt; gået på pension",
  automatic:
    "automatisk svar; autosvar; automatisk besked; automatisk melding; automatisk genereret; automatisk generert; sendt automatisk; kan ikke besvares; svar ikke på; ikke svar på; virtuel assistent; virtuell assistent",
  thanks:
    "tak for din|jeres mail|besked|henvendelse; tak for at; takk for din|deres e|epost|melding|henvendelse|mail; takk for e posten; takk for at; har modtaget; har mottatt",
  bounce:
    "kunne ikke leveres; kan ikke leveres; blev ikke leveret; ikke leveret; ble ikke levert; ikke levert; kunne ikke levere; postkasse _ fuld; postkassen er full; modtageren blev ikke; mottakeren ble ikke; ukendt modtager; ukjent mottaker; findes ikke; finnes ikke; afvist af; avvist av; blokeret; blokkert",
  received:
    "din henvendelse; din forespørgsel; din forespørsel; deres henvendelse; sagsnummer; saksnummer; er modtaget; er mottatt; er registreret; er registrert; vores team; vårt team; en medarbejder; supportteam; er løst; er lukket; lukket; tilføje en kommentar; legge til en kommentar; svar på denne; din sag; din sak; kundeservice",
  survey:
    "bedøm; vurder; hvor tilfreds; tilfredshed; undersøgelse; undersøkelse; din mening; stjerner; hvor fornøyd",
  calendar:
    "inviterer dig til; inviterer deg til; deltager du; skal du delta; ja nej måske; ja nei kanskje; har accepteret; har afvist; har godtatt; har avslått; har takket; denne invitation; denne invitasjonen; deltag med google meet; bli med via google meet; bli med på møtet; deltag i mødet; microsoft teams møde; microsoft teams møte; arrangør; når man|tir|ons|tors|fre; begivenheden; aktiviteten; møde id; møte id; nyt tidspunkt; nytt tidspunkt; reservation; har booket; har bestilt",
  unsubscribe:
    "afmeld; afmelde; frameld; meld deg av; avslutt abonnement*; avmeld; se i browser; se i nettleser*; vis i nettleser*; du modtager denne; du mottar denne; kære kunder; kjære kunder; privatlivspolitik; personvern",
  notice:
    "har delt; delte; nævnte dig; nevnte deg; inviterede dig; har invitert deg; kommenterede; kommenterte; optagelse; opptak; ubesvaret opkald; tapt anrop; talebesked; blev læst; ble lest; ønsker at tilbagekalde; faktura; vedligeholdelse; vedlikehold; driftsforstyrrelse; underskrevet; signert; karantæne; karantene",
  asks: "venligst; vennligst; vil gerne; vil gjerne; kan i; kan du; kan vi; kan dere; kunne i; kunne du; kunne vi; kunne dere; vil du; vil i; er det muligt; er det mulig; er der; er det; findes der; finnes det; hvornår; når; hvordan; hvad; hva; hvorfor; hvem; hvor; hvilken; hvilke; vi skal bruge; vi har brug for; jeg har brug for; vi trenger; jeg trenger; vi vil; vi ønsker; send; ring; giv besked; gi beskjed; sig til; har i; har dere",
  problem:
    "virker ikke; fungerer ikke; fungerar ikke; går ikke; fejl; feil; fejlmeddelelse; feilmelding; problem; problemer; langsom*; treg; trege; nede; stadig; fortsatt; haster; mangler; kan ikke; men; desværre; dessverre; crasher; krasjer; mislykkes",
  closing:
    "tak; mange tak; tusind tak; takk; mange takk; tusen takk; super; perfekt; fint; godt; flot; flott; bra; kjempebra; ok; okay; forstået; forstått; modtaget; mottatt; ja; klaret; fikset; bekræftet; bekreftet; virker; det virker; fungerer; god weekend; god helg; god dag; ha en fin; vi ses; vi snakkes; vi høres; god jul; til orientering; til info; det er i orden; alt i orden; velbekomme; noteret; notert; lyder godt; høres bra",
  banner:
    "ekstern mail; ekstern e mail; ekstern e post; ekstern afsender; ekstern avsender; uden for organisationen; utenfor organisasjonen; klik ikke; ikke klikk; vær forsigtig; vær forsiktig",
  legal:
    "er fortrolig*; fortrolige oplysninger; konfidensiell*; kun beregnet; kun ment for; modtaget denne mail ved en fejl; mottatt denne ved en feil; før du printer; tænk på miljøet; cvr",
  settled:
    "intet problem; ikke noget problem; ingen problem; ikke noe problem; er løst; problemet er løst; virker nu; virker igen; fungerer nå; fungerer igjen; kan lukkes; i kan lukke; dere kan lukke; til orientering",
}

export const fi: Phrases = {
  absent:
    "toimisto* _ suljettu; toimisto* _ kiinni; kesälomalla; olen lomalla; lomalla; kesälomalla; talvilomalla; poissa toimistolta; poissa töistä; olen poissa; poissa; en ole toimistolla; en ole paikalla; sairauslomalla; vanhempainvapaalla; äitiyslomalla; työmatkalla; matkoilla; koulutuksessa; konferenssissa; vapaalla; vapaapäivä; toimisto on suljettu; kokouksissa; osa aikainen",
  back: "palaan; palattuani; palaan töihin; takaisin; olen takaisin; jälleen töissä; tavoitettavissa jälleen; paluuni",
  later:
    "vastaan; vastaan viestiisi; vastaan sähköpostiisi; vastaan palattuani; mahdollisimman pian; niin pian kuin; viiveellä",
  unread:
    "en lue; enkä lue; en seuraa; rajoitetusti; ei pääsyä; satunnaisesti; ei lueta; ei edelleenlähetetä; ei välitetä; harvoin",
  redirect:
    "kiireellisissä; kiireellisessä; kiireelliset; kiireasioissa; hätätapauksessa; ota yhteyttä; ottakaa yhteyttä; voit ottaa yhteyttä; otathan yhteyttä; kollegani; kollegaani; poissaoloni aikana; sijaiseni",
  gone: "en työskentele enää; ei työskentele enää; en ole enää; ei ole enää; lopettanut; siirtynyt pois; jäänyt eläkkeelle",
  automatic:
    "automaattinen vastaus; automaattinen viesti; automaattivastaus; automaattisesti luotu; lähetetty automaattisesti; älä vastaa; älkää vastatko; virtuaaliavustaja",
  thanks:
    "kiitos viestistäsi; kiitos viestistänne; kiitos sähköpostistasi; kiitos yhteydenotosta*; olemme vastaanottaneet; viestisi on vastaanotettu",
  bounce:
    "ei voitu toimittaa; toimitus epäonnistui; ei toimitettu; postilaatikko _ täynnä; vastaanottajaa ei; osoitetta ei löyt*; tuntematon vastaanottaja; hylättiin; estettiin; ei ole olemassa",
  received:
    "pyyntösi; tukipyyntö*; on vastaanotettu; on kirjattu; tiketti; tapausnumero; numerolla; tiimimme; asiantuntija; on ratkaistu; on suljettu; lisätä kommentin; vastaa tähän; käsittelemme; käsittelyssä",
  survey: "arvioi; kuinka tyytyväinen; tyytyväisyys; kysely; mielipiteesi; palautetta; tähteä",
  calendar:
    "hyväksyi tämän kutsun; hylkäsi kutsun; hyväksyi kutsun; tämä kutsu; liity google meet; liity kokoukseen; microsoft teams kokous; järjestäjä; tapahtuma on; uusi aika; kokouksen tunnus; varaus; on varannut; milloin ma|ti|ke|to|pe",
  unsubscribe:
    "peruuta tilaus; peru tilaus; lopeta tilaus; katso selaimessa; saat tämän; hyvät asiakkaat; tietosuoja; hallitse asetuksia",
  notice:
    "jakoi; mainitsi sinut; kutsui sinut; kommentoi; tallenne; vastaamaton puhelu; ääniviesti; luettiin; haluaa perua; lasku; huolto; häiriö; hälytys; allekirjoitettu; karanteeni",
  asks: "voisitko; voisitteko; voitko; voitteko; voimmeko; voisimmeko; onko; olisiko; saisimmeko; saisinko; milloin; miten; mitä; mikä; miksi; kuka; missä; tarvitsemme; tarvitsen; haluaisimme; haluaisin; lähettäkää; lähetä; soita; kerro; kertokaa; ilmoita; auttakaa; pyydämme; ystävällisesti",
  problem:
    "ei toimi; eivät toimi; virhe; virheitä; virheilmoitus; ongelma; ongelmia; hidas; hitaasti; rikki; alhaalla; edelleen; kiireellinen; puuttuu; epäonnistuu; ei onnistu; emme voi; en voi; mutta; valitettavasti; kaatuu",
  closing:
    "kiitos; kiitos paljon; suuret kiitokset; kiitti; loistavaa; hienoa; hyvä; erinomaista; mahtavaa; ok; okei; selvä; ymmärretty; kyllä; joo; tehty; vahvistettu; toimii; nyt toimii; hyvää viikonloppua; hyvää päivänjatkoa; hyvää joulua; nähdään; palataan; tiedoksi; ei hätää; ole hyvä; vastaanotettu; sopii",
  banner:
    "ulkoinen sähköposti; ulkoinen lähettäjä; organisaation ulkopuolelta; ulkopuolinen viesti; älä napsauta; ole varovainen",
  legal:
    "on luottamuksellinen; luottamuksellista tietoa; tarkoitettu vain; vastaanottanut tämän viestin erehdyksessä; ennen tulostamista; ajattele ympäristöä; y tunnus",
  settled:
    "ei ongelmaa; ei ongelmia; ongelma ratkesi; ongelma on ratkaistu; ratkesi; toimii nyt; nyt toimii; toimii taas; voi sulkea; voitte sulkea; tiedoksi; ei tarvitse vastata",
}

import type { Phrases } from "./phrases"

export const nl: Phrases = {
  absent:
    "kantor* _ gesloten; collectieve sluiting; bouwvak; niet op kantoor; met verlof; op vakantie; met vakantie; afwezig; ziekteverlof; ziek; zwangerschapsverlof; ouderschapsverlof; niet aanwezig; niet bereikbaar; op reis; op zakenreis; op een congres; op cursus; in een training; buiten kantoor; vrije dag; vandaag vrij; ben vrij; niet beschikbaar; werkdagen zijn; parttime; kantoor is gesloten; op conferentie; onderweg",
  back: "weer bereikbaar; weer op kantoor; weer terug; terug op; ben terug; terug ben; mijn terugkeer; bij terugkomst; na mijn vakantie; weer aanwezig; weer beschikbaar; terugkomst; vanaf maandag",
  later:
    "zal ik reageren; beantwoord; zo snel mogelijk; zo spoedig mogelijk; reageer ik; antwoord ik; neem ik contact; kom ik bij u terug; later; vertraging",
  unread:
    "geen toegang; beperkt toegang; beperkte toegang; lees geen; niet gelezen; wordt niet gelezen; niet doorgestuurd; niet doorgezonden; niet meer bekeken; niet gecontroleerd; af en toe; sporadisch; beperkt bereikbaar",
  redirect:
    "voor spoed; bij spoed; voor dringende; in dringende gevallen; in geval van nood; bij dringende; voor urgente; neem contact op; contact opnemen; kun je contact; kunt u contact; kun je mijn collega; kunt u mijn collega; mijn collega; tijdens mijn afwezigheid; wendt u zich; voor vragen kunt",
  gone: "van functie veranderd; van functie gewisseld; andere functie; niet langer verantwoordelijk; niet meer werkzaam; werk ik niet meer; werkt niet meer; niet meer bij; niet langer werkzaam; uit dienst; met pensioen; verlaten",
  automatic:
    "bericht is automatisch; mail is automatisch; automatisch antwoord; automatisch bericht; automatisch gegenereerd; automatisch verzonden; automatische reactie; niet beantwoorden; niet reageren op; virtuele assistent; automatische melding",
  thanks:
    "bedankt voor je|uw bericht|mail|email; dank voor je|uw bericht|mail|email; dank u voor uw; hartelijk dank voor uw; wij hebben uw; ik heb uw; ontvangen uw; bericht ontvangen",
  bounce:
    "kon niet worden bezorgd; niet worden bezorgd; niet bezorgd; niet afgeleverd; kan niet worden; bezorging mislukt; postvak _ vol; mailbox _ vol; ontvanger niet gevonden; onbekende gebruiker; adres niet gevonden; bestaat niet; geweigerd door; geblokkeerd; fout opgetreden",
  received:
    "uw aanvraag; je aanvraag; uw verzoek; je verzoek; is ontvangen; hebben ontvangen; is geregistreerd; ticketnummer; uw ticket; je ticket; ons team; medewerker; nemen zo snel; in behandeling; is opgelost; is gesloten; opmerking toe te voegen; beantwoord deze e mail; zaaknummer; onder nummer",
  survey:
    "beoordeel; beoordeling; tevreden; tevredenheid; enquête; uw mening; je mening; hoe was; sterren; waardeer",
  calendar:
    "nodigt u uit voor; nodigt je uit voor; ga je naar; bent u aanwezig; ja nee misschien; heeft deze uitnodiging geaccepteerd; uitnodiging geaccepteerd; uitnodiging geweigerd; uitnodiging afgewezen; deze uitnodiging; deelnemen met google meet; deelnemen aan de vergadering; microsoft teams vergadering; organisator; genodigden; wanneer ma|di|wo|do|vr; deze afspraak; afspraak is; nieuwe tijd; vergader id; vergadering is; geboekt; boeking; toegangscode",
  unsubscribe:
    "afmelden; uitschrijven; schrijf je uit; bekijk in je browser; bekijk deze; je ontvangt deze; u ontvangt deze; u ontvangt dit; beste klanten; beste klant; privacybeleid; voorkeuren beheren",
  notice:
    "heeft je genoemd; heeft gedeeld; gedeeld met; heeft je uitgenodigd; heeft gereageerd; opname; gemiste oproep; voicemail; is gelezen; werd gelezen; wil het bericht; intrekken; factuur; onderhoud; storing; alarm; ondertekend; stuurde je; quarantaine; verificatiecode",
  asks: "wil graag; willen graag; zou graag; graag ontvang*; alstublieft; alsjeblieft; svp; kunt u; kun je; kunnen jullie; kunnen we; zou u; zou je; zouden jullie; is het mogelijk; is er; wanneer; hoe; wat; welke; waarom; wie; waar; hebben we nodig; we hebben _ nodig; ik heb _ nodig; willen we; wij willen; we willen; wil je; stuur; laat weten; laat me weten; bel; heeft u; heb je; verzoek",
  problem:
    "werkt niet; doet het niet; werken niet; fout; fouten; foutmelding; probleem; problemen; traag; kapot; storing; nog steeds; dringend; ontbreekt; ontbreken; lukt niet; kan niet; niet meer; maar; helaas; mislukt",
  closing:
    "bedankt; dank je; dank je wel; dank u; hartelijk dank; dank; top; prima; perfect; super; mooi; helder; duidelijk; akkoord; oké; ok; goed; begrepen; gelukt; ja; gedaan; bevestigd; werkt; het werkt; fijn weekend; fijne dag; fijne avond; fijne feestdagen; tot dan; tot morgen; tot snel; tot dinsdag; groet; groeten; ter info; ter informatie; graag gedaan; is goed",
  banner:
    "externe e mail; externe afzender; van buiten; buiten de organisatie; buiten uw organisatie; klik niet; let op deze; u ontvangt niet vaak",
  legal:
    "is vertrouwelijk; vertrouwelijke informatie; uitsluitend bestemd; bestemd voor de geadresseerde; ten onrechte ontvangen; abusievelijk; voordat u dit; print deze; kvk; denk aan het milieu",
  settled:
    "geen probleem; geen problemen; probleem opgelost; is opgelost; opgelost; werkt nu; werkt weer; mag gesloten; kan gesloten; mag dicht; ter info; ter kennisgeving; laat maar; al gevonden; hoeft niet meer; geen antwoord nodig",
}

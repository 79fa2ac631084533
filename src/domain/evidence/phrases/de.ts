import type { Phrases } from "./phrases"

export const de: Phrases = {
  absent:
    "büro* _ geschlossen; betriebsferien; werksferien; betriebsurlaub; ferienzeit; im urlaub; in urlaub; urlaub bis; nicht im haus; nicht im büro; nicht am platz; nicht am arbeitsplatz; außer haus; nicht erreichbar; nicht zu erreichen; abwesend; abwesenheit; in elternzeit; in mutterschutz; krankgeschrieben; erkrankt; auf dienstreise; dienstreise; auf geschäftsreise; unterwegs; auf reisen; in einer schulung; auf schulung; einer fortbildung; auf fortbildung; auf einer konferenz; in einem workshop; in terminen; bin bis; bin derzeit; bin heute; bin ab; betriebsferien; betriebsruhe; feiertag; freien tag; habe frei; dienstfrei; arbeite in teilzeit; arbeitstage sind; geschlossen; nehme derzeit an; befinde mich",
  back: "wieder erreichbar; wieder da; wieder zurück; wieder im büro; wieder im haus; zurück am; bin ab; ab dem _ wieder; nach meiner rückkehr; nach rückkehr; bei rückkehr; wieder für sie; ab montag; kehre zurück",
  later:
    "melde mich; werde mich melden; antworte ihnen; beantworte; antworte dann; werde ihre; so bald wie möglich; sobald wie möglich; schnellstmöglich; umgehend; verzögert; verzögerung; kann ihre nachricht erst; nach meiner; später; beantworten",
  unread:
    "nicht weitergeleitet; keine e mails; lese keine; keine mails; nicht gelesen; kein zugriff; keinen zugriff; eingeschränkten zugriff; eingeschränkt; nur sporadisch; unregelmäßig; nicht abgerufen; nicht bearbeitet; ohne zugriff; postfach wird; nur gelegentlich; nur bedingt",
  redirect:
    "in dringenden fällen; in dringenden angelegenheiten; dringende fälle; bei dringenden; in eiligen; wenn es eilt; im notfall; in notfällen; wenden sie sich; wende dich; meine vertretung; meine kollegin; mein kollege; meinen kollegen; meine kollegen; vertritt mich; kontaktieren sie; rufen sie unsere; nimmt gern; steht ihnen; in der zwischenzeit; solange an; vertretung",
  gone: "aufgabe gewechselt; funktion gewechselt; abteilung gewechselt; neue aufgabe; neue funktion; nicht mehr zuständig; unternehmen _ verlassen; firma _ verlassen; nicht mehr im unternehmen; nicht mehr bei; nicht mehr tätig; nicht mehr für; ausgeschieden; ausgeschieden; in ruhestand; im ruhestand; nicht mehr beschäftigt",
  automatic:
    "nachricht ist automatisch; mail ist automatisch; automatisch verschickt; automatisch erstellt*; automatisch generiert*; automatisch erzeugt*; automatische antwort; automatische nachricht; automatisch versandt; automatisch gesendet; automatische e mail; automatische benachrichtigung; automatisierte; nicht auf diese; bitte antworten sie nicht; systemnachricht; maschinell erstellt; automatisch beantwortet; autoantwort; virtuelle assistentin; virtueller assistent",
  thanks:
    "danke für ihre (e) mail|nachricht|anfrage; vielen dank für ihre|deine (e) mail|nachricht|anfrage; danke für deine (e) mail|nachricht; ihre nachricht; vielen dank für die nachricht; herzlichen dank für ihre nachricht; ihre mail; ihre e mail",
  bounce:
    "nicht zugestellt; nicht übermittelt; konnte nicht zugestellt; konnte nicht übermittelt; nicht zustellbar; unzustellbar; zustellung fehlgeschlagen; postfach _ voll; kontingent überschritten; empfänger nicht gefunden; empfänger unbekannt; adresse nicht gefunden; abgelehnt; gegenstelle; beim senden; wurde blockiert; existiert nicht; postfach des empfängers",
  received:
    "anfrage erhalten; anfrage ist eingegangen; anfrage wurde; ihr ticket; ticket wurde; ticketnummer; vorgangsnummer; unter der nummer; meldet sich in kürze; team meldet; wurde erfasst; wurde registriert; wurde aufgenommen; in bearbeitung; kümmert sich; wird sich _ kümmern; anliegen erhalten; anliegen wurde; wurde geschlossen; wurde gelöst; als gelöst; status geändert; um einen kommentar; antworten sie auf diese e mail; eingangsbestätigung; bearbeitet",
  survey:
    "wie zufrieden; zufrieden waren; bewerten sie; bewertung; ihre meinung; umfrage; wie haben sie; gut oder schlecht; feedback; empfunden haben; weiterempfehlen; sterne",
  calendar:
    "lädt sie zu einem; lädt dich zu einem; zu einem geplanten; nehmen sie teil; nimmst du teil; werden sie teilnehmen; ja vielleicht nein; diese einladung angenommen; einladung abgelehnt; einladung angenommen; hat zugesagt; hat abgesagt; mit vorbehalt; neue zeit vorgeschlagen; neuen termin vorgeschlagen; termin wurde abgesagt; termin wurde; dieser termin; aus ihrem kalender; kalender entfernt; zusagen ja; ja vielleicht nein; teilnehmen mit google meet; an microsoft teams besprechung; microsoft teams besprechung; besprechungs id; teilnehmer; organisator; wann mo|di|mi|do|fr; gäste; per telefon einwählen; termin gebucht; buchung; terminerinnerung; der termin; besprechung weitergeleitet; kenncode; findet statt",
  unsubscribe:
    "abmelden; abbestellen; newsletter abbestellen; austragen; im browser ansehen; im browser anzeigen; online ansehen; sie erhalten diese; sie bekommen diese; einstellungen ändern; keine weiteren; liebe kundinnen; sehr geehrte kunden; impressum; datenschutz",
  notice:
    "hat sie erwähnt; hat ein dokument; für sie freigegeben; freigegeben; hat kommentiert; aufzeichnung; zusammenfassung; verpasster anruf; sprachnachricht; mailbox; gelesen; wurde am _ gelesen; um _ gelesen; möchte die nachricht; zurückrufen; rechnung; wartungsarbeiten; störung; alarm; anmeldung; bestätigungscode; unterzeichnet; hat reagiert; hat ihnen eine; nachricht gesendet; quarantäne; zahlungserinnerung",
  asks: "bitte; bitten; bitte ich; können sie; könnten sie; könnt ihr; kannst du; könntest du; würden sie; haben sie; gibt es; wann kommt; wann; wie; wo; warum; wer; welche*; was; geht das; ist das; wir brauchen; ich brauche; wir benötigen; wir möchten; ich möchte; wir hätten; melden sie sich; rufen sie; sagen sie; schicken sie; senden sie; geben sie bescheid; bescheid; um _ rückmeldung; rückmeldung; helfen sie",
  problem:
    "funktioniert nicht; geht nicht; klappt nicht; klappt _ nur; fehler; fehlermeldung; fehlt; fehlen; problem; probleme; störung; langsam; nicht mehr; immer noch; dringend; kaputt; abgestürzt; stürzt; falsch; aber; leider; liefert keine; liefert _ nichts; ausfall",
  closing:
    "danke; dankeschön; vielen dank; herzlichen dank; besten dank; super; perfekt; prima; toll; klasse; sehr gut; passt; passt so; alles klar; in ordnung; geht klar; einverstanden; verstanden; erledigt; funktioniert; klappt; läuft; bestätigt; ok; okay; gerne; gern; ja; schönes wochenende; schönen tag; schöne feiertage; bis dann; bis bald; bis morgen; mache ich; zur info; zur information; zur kenntnis; freut mich; hat geholfen; wunderbar; bestens",
  banner:
    "diese e mail stammt von außerhalb; stammt von außerhalb; externe e mail; externer absender; von extern; von einem externen; außerhalb _ organisation; achtung externe; öffnen sie anhänge nur; klicken sie nicht; vorsicht bei links; sie erhalten nicht häufig",
  legal:
    "vertraulich und; ist vertraulich; vertrauliche informationen; nur für den adressaten; nicht der richtige adressat; irrtümlich erhalten; sitz der gesellschaft; amtsgericht; geschäftsführer; handelsregister; hrb; ust id; bitte prüfen sie der umwelt; bevor sie diese",
  settled:
    "kein problem; keine probleme; problem gelöst; problem ist gelöst; ist gelöst; hat sich erledigt; erledigt sich; schon gefunden; selbst gefunden; kann geschlossen werden; können sie schließen; ticket schließen; funktioniert jetzt; funktioniert wieder; funktioniert nun; läuft wieder; läuft jetzt; geht jetzt; geht wieder; klappt jetzt; keine antwort nötig; keine rückmeldung nötig; nur zur info; zur kenntnis; keine weiteren fragen; hat geholfen",
}

import type { Phrases } from "./phrases"

export const it: Phrases = {
  absent:
    "uffici* _ chius*; azienda _ chius*; chiusura estiva; chiusura aziendale; chiusi per ferie; fuori ufficio; fuori sede; sono fuori; sarò fuori; in ferie; in vacanza; in trasferta; in viaggio; in malattia; in congedo; in maternità; in aspettativa; assente; non sono in ufficio; non sarò in ufficio; non in ufficio; in formazione; a una conferenza; impegnato; ufficio chiuso; part time; in permesso",
  back: "mio rientro; al rientro; rientro il; rientrerò; sarò di ritorno; di ritorno; al mio ritorno; torno il; tornerò; in ufficio da",
  later:
    "risponderemo; risponderò; risponderò; le risponderò; ti risponderò; appena possibile; il prima possibile; quanto prima; leggerò; potrei rispondere; con ritardo",
  unread:
    "accesso limitato; senza accesso; non ho accesso; non leggo; leggo la posta; non leggerò; posta di rado; saltuariamente; non sarà letto; non sarà inoltrat*; non è più monitorat*; non presidiat*; accesso alla posta",
  redirect:
    "per urgenze; in caso di urgenza; per comunicazioni urgenti; per questioni urgenti; se urgente; contattare; potete contattare; può contattare; rivolgersi; si prega di contattare; mio collega; mia collega; in mia assenza; durante la mia assenza; può rivolgersi",
  gone: "cambiato ruolo; cambiato mansione; cambiato ufficio; non mi occupo più; non lavoro più; non lavora più; ha lasciato l azienda; ho lasciato; ha lasciato; non fa più parte; non è più; in pensione",
  automatic:
    "messaggio è automatico; invio automatico; risposta automatica; messaggio automatico; generato automaticamente; inviato automaticamente; non rispondere; si prega di non rispondere; non rispondere a questa; assistente virtuale; notifica automatica",
  thanks:
    "grazie per il messaggio; grazie per il suo messaggio; grazie per la sua; grazie per la tua; grazie per averci; ho ricevuto; abbiamo ricevuto; grazie per la mail; grazie per averci contattato",
  bounce:
    "impossibile recapitare; non è stato recapitato; non è stato possibile recapitare; non recapitat*; mancata consegna; casella piena; casella _ piena; destinatario sconosciuto; destinatario non trovato; indirizzo non; non esiste; rifiutato dal; è stato rifiutato; bloccato; errore durante",
  received:
    "la sua richiesta; la tua richiesta; richiesta è stata; è stata registrata; è stata ricevuta; abbiamo ricevuto la; numero di ticket; ticket numero; il ticket; presa in carico; nostro team; un operatore; il più presto; è stato risolto; è stato chiuso; per aggiungere un commento; rispondi a questa; assistenza la",
  survey:
    "valuta; valuti; valutazione; sondaggio; soddisfatto; soddisfazione; la tua opinione; la sua opinione; stelle; questionario; come valuteresti",
  calendar:
    "sta invitando a una; ti ha invitato a; parteciperai; parteciperà; sì no forse; ha accettato questo invito; ha rifiutato questo invito; ha accettato; ha rifiutato; questo invito; partecipa con google meet; partecipa alla riunione; riunione di microsoft teams; organizzatore; invitati; quando lun|mar|mer|gio|ven; questo evento; evento è stato; nuova ora proposta; id riunione; prenotazione confermata; ha prenotato; passcode",
  unsubscribe:
    "disiscriviti; annulla iscrizione; annullare l iscrizione; cancella iscrizione; cancellati; visualizza nel browser; ricevi questa; ricevete questa; informativa sulla privacy; gentili clienti; gentile cliente; gestisci preferenze",
  notice:
    "ti ha menzionato; ha condiviso; ti ha invitato a; ha commentato; registrazione; chiamata persa; messaggio vocale; è stato letto; desidera richiamare; fattura; manutenzione; avviso; ha firmato; firma; ha reagito; ti ha inviato; quarantena; codice di verifica",
  asks: "per favore; per cortesia; cortesemente; potete; può; puoi; potreste; potrebbe; potresti; possiamo; potremmo; è possibile; è previsto; esiste; c è; avete; quando; come; quale; quali; perché; chi; dove; cosa; che cosa; abbiamo bisogno; ho bisogno; vorremmo; vorrei; ci serve; mi serve; mandate; inviate; mandami; fatemi sapere; fammi sapere; ci dica; mi dica; attendiamo; in attesa; vi preghiamo; la prego; confermate; confermi",
  problem:
    "non funziona; non funzionano; errore; errori; problema; problemi; lento; lenta; bloccato; guasto; ancora non; urgente; manca; mancano; impossibile; non riusciamo; non riesco; ma; però; fallisce",
  closing:
    "grazie; grazie mille; molte grazie; ricevuto; perfetto; ottimo; benissimo; va bene; d accordo; ok; capito; fatto; confermato; confermo; funziona; buon weekend; buon fine settimana; buona giornata; buone feste; a presto; a domani; un saluto; saluti; per conoscenza; per informazione; di nulla; prego; tutto ok; bene",
  banner:
    "email esterna; mittente esterno; messaggio esterno; proviene dall esterno; esterno all organizzazione; fuori dall organizzazione; non fare clic; attenzione questa",
  legal:
    "è confidenziale; informazioni riservate; riservato e; strettamente riservat*; destinatario indicato; ricevuto per errore; ricevuto questo messaggio per; prima di stampare; gdpr; rispetta l ambiente",
  settled:
    "nessun problema; problema risolto; è risolto; risolto; ora funziona; funziona tutto; potete chiudere; può chiudere; non serve risposta; per conoscenza; lasciate stare; trovato",
}

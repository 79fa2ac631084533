/** Forms that mail programs write in every language, folded: heads of older mails, mobile signatures, legal words. */

/** "On … wrote:" as Gmail, Apple Mail and Thunderbird write it. */
export const wroteLine = new RegExp(
  [
    "^(?:on|am|le|el|il|op|em|no|dia|den|pa|d\\.|dne|dnia|w dniu|v|u|la|tarihinde|pe|na|a|mnt|pada|vao|ngay)\\b.{6,250}(?:wrote|schrieb|a ecrit|escribio|ha scritto|schreef|escreveu|skrev|kirjoitti|napsal\\(?a?\\)?|napisal\\(?a?\\)?|irta|a scris|skrifadi|va escriure|menulis|da viet)\\b.{0,3}:?\\s*$",
    "(?:wrote|schrieb|a ecrit|escribio|ha scritto|schreef het volgende|schreef|escreveu|skrev|kirjoitti|napsal\\(?a?\\)?|napisal\\(?a?\\)?|irta|tarihinde sunu yazdi|sunlari yazdi|yazdi|a scris|написал\\(?а?\\)?|пише|написа|εγραψε)\\s*:\\s*$",
    "^20\\d\\d(?:年|[-/.]).{4,120}(?:写道|寫道|のメール|:)\\s*[:：]?$",
    "(?:写道|寫道|님이 작성|작성)\\s*[:：]?$",
    "<[^<>@\\s]+@[^<>\\s]+>\\s*[:：]$",
  ].join("|"),
)

/** The line above a forwarded or older mail. */
export const forwardedLine =
  /^(?:[-_*=]{2,}\s*)(?:original|forwarded|ursprungliche|weitergeleitete|message d'origine|message original|message transfere|mensaje (?:original|reenviado)|messaggio (?:originale|inoltrato)|oorspronkelijk|doorgestuurd|mensagem (?:original|encaminhada)|ursprungligt|vidarebefordrat|oprindelig|videresendt|opprinnelig|alkuperainen|edelleenlahetetty|puvodni|preposlan|povodna|oryginalna|przekazana|wiadomosc oryginalna|eredeti|tovabbitott|orijinal|iletilen|исходное|пересылаемое|пересланное|originalno|mesaj (?:original|redirectionat)|转发|轉寄|原始|元のメッセージ|転送|전달된|원본).*$|^begin forwarded message:|^anfang der weitergeleiteten|^debut du message transfere|^inizio messaggio inoltrato|^inicio del mensaje reenviado/

/** Names of the lines in Outlook's block above an older mail. */
export const headerWords: ReadonlySet<string> = new Set(
  (
    "from,sent,to,cc,bcc,subject,date,reply-to,importance,attachments,von,gesendet,an,betreff,datum,kopie,de,envoye,a,objet,date d'envoi,para,enviado,enviado el,asunto,fecha,da,inviato,oggetto,data," +
    "van,verzonden,aan,onderwerp,assunto,fran,skickat,till,amne,fra,sendt,til,emne,sendt dato,lahettaja,lahetetty,vastaanottaja,aihe,od,odeslano,komu,predmet,predmet spravy,wyslano,do,temat,odoslane," +
    "felado,kuldve,cimzett,targy,gonderen,gonderme tarihi,kime,konu,kimden,de la,trimis,catre,subiect,posiljatelj,poslano,za,zadeva,от,отправлено,кому,тема,дата,від,надіслано,απο,αποστολη,προς,θεμα," +
    "发件人,发送时间,收件人,主题,寄件者,收件者,主旨,差出人,送信日時,宛先,件名,보낸 사람,보낸 날짜,받는 사람,제목"
  ).split(","),
)

/** What telephones and mail programs add below a mail. */
export const mobileLine =
  /^(?:get outlook for|sent (?:from|via|with) (?:my|outlook|proton|mail|the|gmail|yahoo|samsung|a phone)|gesendet (?:von|mit)|von meinem .{3,20} gesendet|envoye (?:de|depuis|a partir)|telecharger outlook|obtenir outlook|enviado (?:desde|do|a partir)|obtener outlook|obtenha o outlook|inviato (?:da|dal)|scarica outlook|verzonden (?:vanaf|met)|outlook downloaden|skickat fran|skickades fran|sendt fra|lahetetty|wyslan[oe] z|odeslano z|odoslane z|iphone'?umdan|outlook .{2,20} al$|отправлено с|从我的|发自我的|iphoneから送信|나의 iphone|outlook (?:fur|pour|para|per|voor) (?:android|ios|mac))/

/** Where legal words begin in a line that says something before. */
export const legalPhrases =
  /(?:this (?:e-?mail|message|communication)(?: and any attachments?)?(?: is| are| may| contains?)|the information (?:contained )?in this|if you (?:have )?received this|diese (?:e-?mail|nachricht) (?:enthalt|ist|kann)|ce (?:message|courriel|mail) (?:et|peut|est|contient)|este (?:mensaje|correo|e-?mail)|questo messaggio|dit bericht|esta mensagem|sitz der gesellschaft|registered (?:office|in))/

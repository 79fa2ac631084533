import type { Phrases } from "./phrases"

export const fr: Phrases = {
  absent:
    "bureaux _ fermé*; entreprise _ fermé*; fermeture annuelle; congés annuels; absent du bureau; absente du bureau; absent jusqu; absente jusqu; absent aujourd; absente aujourd; absent pour; absent ce|cette; je suis absent; je suis absente; serai absent; serai absente; actuellement absent; actuellement absente; en congé; en congés; en vacances; en déplacement; en formation; en arrêt maladie; en réunion toute; en congé maternité; en congé parental; hors du bureau; ne suis pas au bureau; pas au bureau; pas disponible; indisponible; jours travaillés; à temps partiel; bureaux sont fermés; fermé; en séminaire; conférence",
  back: "de retour; à mon retour; mon retour; reviens; reviendrai; dès mon retour; serai de retour; dès lundi|mardi|mercredi|jeudi|vendredi",
  later:
    "je vous répondrai; répondrai; vous réponds; je reviendrai vers vous; reviendrai vers vous; traiterai votre; dans les meilleurs délais; dès que possible; réponse tardive; délai de réponse; répondre à mon",
  unread:
    "accès limité; sans accès; pas accès; accès restreint; ne consulte pas; ne serai pas en mesure; ne lis pas; ne sera pas lu; pas transféré; pas redirigé; messagerie de manière; boîte n est plus; plus consultée",
  redirect:
    "pour toute urgence; en cas d urgence; en cas de besoin; pour les urgences; toute demande urgente; merci de contacter; veuillez contacter; vous pouvez contacter; merci de joindre; merci de vous adresser; vous adresser à; veuillez vous adresser; mon collègue; ma collègue; en mon absence; pendant mon absence",
  gone: "changé de fonction*; changé de poste; changé de service; quitté mes fonctions; plus en charge; quitté l entreprise; quitté la société; a quitté; ai quitté; ne fait plus partie; ne travaille plus; ne fais plus partie; plus en poste; n est plus; parti à la retraite",
  automatic:
    "message est automatique; courriel est automatique; envoi automatique; réponse automatique; message automatique; généré automatiquement; envoyé automatiquement; merci de ne pas répondre; ne pas répondre; ne répondez pas; courriel automatique; mail automatique; notification automatique; assistant virtuel",
  thanks:
    "merci de votre message; merci pour votre message|mail|courriel; j ai bien reçu votre; nous avons bien reçu; votre message; votre mail; votre courriel; je vous remercie de votre message",
  bounce:
    "échec de la remise; n a pas pu être remis; n a pas pu être envoyé; n a pas été remis; pas pu être distribué; n existe plus; n existe pas; boîte _ pleine; boîte aux lettres; destinataire introuvable; adresse introuvable; destinataire inconnu; a été bloqué; a été rejeté; serveur distant; non remis; erreur lors de",
  received:
    "demande _ bien été; a bien été enregistrée; a bien été reçue; votre demande n; votre demande; votre ticket; sera examinée; sera traitée; pour ajouter un commentaire; répondez à cet e mail; équipe d assistance; notre équipe; numéro de dossier; sous le numéro; a été clôturé*; a été résolu*; changé le statut; un conseiller; prise en charge; accusé de réception",
  survey:
    "votre avis; êtes vous satisfait; notez; évaluez; évaluer; enquête; sondage; satisfaction; comment évaluez; bonne ou mauvaise; recommander",
  calendar:
    "vous invite à une réunion; vous invite à un zoom; participerez vous; participez vous; oui non peut être; a accepté cette invitation; a refusé cette invitation; a accepté; a refusé; a décliné; a répondu peut être; cette invitation; participer via google meet; rejoindre la réunion; réunion microsoft teams; réunion teams; organisateur; invités; quand lun|mar|mer|jeu|ven; cet événement; événement a été; nouvelle heure; id de réunion; numéro de réunion; oui non peut être; rendez vous confirmé; réservation; a réservé; réunion a été transférée; code secret",
  unsubscribe:
    "se désabonner; désabonner; désinscrire; désinscription; vous désinscrire; se désinscrire; voir dans le navigateur; version en ligne; vous recevez ce; vous recevez cet; gérer vos préférences; gérer mes préférences; mentions légales; chers clients; cher client",
  notice:
    "vous a mentionné; a partagé; partagé avec vous; vous a invité à; a commenté; enregistrement; compte rendu automatique; appel manqué; message vocal; a été lu; lu le; souhaite rappeler; facture; maintenance; incident; alerte; signature; a signé; a réagi; vous a envoyé; quarantaine; code de vérification",
  asks: "pouvez vous; pourriez vous; peux tu; pourrais tu; pourrait on; peut on; est ce que; est il; y a t il; avez vous; aurez vous; merci de; merci d; veuillez; s il vous plaît; svp; dites moi; dites nous; envoyez; rappelez; que faut il; que faire; comment; quand; pourquoi; où; qui; quel; quelle; quels; quelles; nous avons besoin; j ai besoin; nous souhaitons; nous souhaiterions; je souhaite; nous voudrions; besoin d; besoin de; attendons; en attente de; aidez nous; aidez moi",
  problem:
    "ne fonctionne pas; ne fonctionne plus; ne marche pas; ne marche plus; erreur; erreurs; problème; problèmes; panne; bloqué; inaccessible; lent; lente; toujours pas; encore des; urgent; manque; impossible; échoue; échec; mais; en revanche; cependant; n arrivent pas; n arrive pas; reçoivent des",
  closing:
    "merci; merci beaucoup; mille mercis; un grand merci; parfait; super; génial; très bien; bien reçu; bien noté; c est noté; c est bon; d accord; entendu; compris; ça marche; ça fonctionne; cela fonctionne; impeccable; nickel; ok; oui; bonne journée; bon week end; bonne soirée; bonnes fêtes; à bientôt; à demain; à mardi; de rien; je vous en prie; pour info; pour information; pour votre information; confirmé; validé; excellente; bonne semaine",
  banner:
    "courriel externe; e mail externe; expéditeur externe; message externe; provient de l extérieur; extérieur de; attention ce; ne cliquez pas; n ouvrez pas; vous n obtenez pas souvent",
  legal:
    "éléments confidentiels; est confidentiel; sont confidentiels; informations confidentielles; réservés à son destinataire; destinataire prévu; si vous n êtes pas le; reçu par erreur; reçu ce message par erreur; avant d imprimer; pensez à l environnement; au capital de; siège social; siret; rcs",
  settled:
    "pas de problème; aucun problème; sans problème; pas de souci; aucun souci; problème résolu; problème est résolu; c est résolu; est résolu; vous pouvez clore; vous pouvez fermer; vous pouvez clôturer; ça remarche; ça marche; ça fonctionne; cela fonctionne; tout fonctionne; pas besoin de répondre; n appelle pas de réponse; pour information; laissez tomber; j ai trouvé; plus besoin",
}

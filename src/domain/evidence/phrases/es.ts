import type { Phrases } from "./phrases"

export const es: Phrases = {
  absent:
    "oficina* _ cerrad*; cerrado por vacaciones; cerramos por; fuera de la oficina; fuera de oficina; estoy fuera; estaré fuera; de vacaciones; de baja; de permiso; de viaje; de licencia; en una conferencia; en un evento; en formación; ausente; no estoy en la oficina; no estaré disponible; no estoy disponible; me encuentro de; me encuentro fuera; día festivo; oficina cerrada; media jornada; viajando; reunido todo el día",
  back: "de vuelta; mi regreso; a mi vuelta; mi vuelta; regreso el; vuelvo el; hasta mi reincorporación; reincorporación; me reincorporo; estaré de regreso; volveré",
  later:
    "responderé; te responderé; le responderé; contestaré; le contestaré; atenderé; no serán atendidos; lo antes posible; a la mayor brevedad; en cuanto; con retraso; tan pronto como",
  unread:
    "sin acceso; acceso limitado; no leeré; no revisaré; no será leído; no será reenviado; no ha sido reenviado; no consulto; acceso restringido; correo no se",
  redirect:
    "para temas urgentes; para asuntos urgentes; en caso de urgencia; en caso urgente; si es urgente; para urgencias; contacte con; póngase en contacto; contactar con; diríjase a; puede dirigirse; puede escribir; mi compañero; mi compañera; en mi ausencia; durante mi ausencia; cualquier urgencia; en caso de emergencia",
  gone: "cambiado de puesto; cambiado de funciones; cambiado de departamento; ya no soy responsable; ya no trabajo; ya no trabaja; ya no forma parte; ya no formo parte; he dejado la empresa; dejado la compañía; ha dejado la; ya no está en; se ha jubilado",
  automatic:
    "mensaje es automático; correo es automático; envío automático; respuesta automática; mensaje automático; generado automáticamente; enviado automáticamente; no responda a; no responder; correo automático; asistente virtual; notificación automática",
  thanks:
    "gracias por su correo|mensaje|email|consulta; gracias por tu correo|mensaje|email|consulta; gracias por escribir*; gracias por contactar*; he recibido su; hemos recibido su",
  bounce:
    "no se ha podido entregar; no se pudo entregar; no hemos podido; no ha podido entregarse; no pudo ser entregado; no se ha entregado; hacer llegar su; buzón lleno; buzón está lleno; destinatario; usuario desconocido; dirección no; no existe; dominio de destino; rechaza correo; rechazado por; ha sido rechazado; cuota; error al enviar",
  received:
    "hemos registrado; hemos recibido tu; solicitud con el número; su solicitud; tu solicitud; ha sido registrada; ha sido recibida; recibido su solicitud; número de ticket; número de caso; la atenderemos; orden de llegada; nuestro equipo; un agente; se ha cerrado; ha sido resuelta; ha sido cerrado; para añadir un comentario; responda a este correo; se pondrá en contacto; su ticket; tu ticket; un miembro de",
  survey:
    "valore; valora; califique; califica; encuesta; satisfecho; satisfacción; su opinión; tu opinión; cómo valoraría; cómo calificaría; estrellas",
  calendar:
    "está invitando a una; te ha invitado a; asistirás; asistirá; vas a asistir; sí no quizás; ha aceptado esta invitación; ha rechazado esta invitación; ha aceptado; ha rechazado; esta invitación; unirse con google meet; unirse a la reunión; reunión de microsoft teams; organizador; invitados; cuándo lun|mar|mie|jue|vie; este evento; evento se ha cancelado; nueva hora propuesta; id de reunión; reserva confirmada; ha reservado; código de acceso",
  unsubscribe:
    "darse de baja; cancelar suscripción; cancelar la suscripción; anular la suscripción; dejar de recibir; ver en el navegador; ver en tu navegador; recibe este; recibes este; política de privacidad; estimados clientes; estimado cliente; gestionar preferencias",
  notice:
    "te ha mencionado; ha compartido; compartió; te ha invitado a; ha comentado; grabación; llamada perdida; mensaje de voz; ha sido leído; fue leído; desea recuperar; factura; mantenimiento; incidencia; alerta; firmado; firma; ha reaccionado; te ha enviado; cuarentena; código de verificación",
  asks: "por favor; puede; puedes; pueden; podéis; podría; podrías; podrían; podemos; podríamos; es posible; hay alguna; hay forma; cuándo; cómo; qué; quién; cuál; dónde; por qué; necesitamos; necesito; nos gustaría; me gustaría; quisiéramos; quisiera; envíe; envíen; envíame; llame; llámame; díganos; dime; avise; avísame; confirme; esperamos su; tienen; tenéis; ruego; rogamos",
  problem:
    "no funciona; no funcionan; error; errores; falla; fallo; fallan; problema; problemas; lento; lenta; caído; bloqueado; sigue; siguen; todavía no; aún no; urgente; falta; faltan; imposible; no podemos; no puedo; pero; sin embargo; una y otra vez; incompleto",
  closing:
    "gracias; muchas gracias; mil gracias; recibido; perfecto; genial; estupendo; excelente; vale; de acuerdo; ok; entendido; listo; hecho; confirmado; funciona; ya funciona; buen fin de semana; buen día; feliz; un saludo; saludos; nos vemos; hasta luego; hasta mañana; hasta el; para tu información; para su información; de nada; quedo enterado; anotado; muy bien",
  banner:
    "correo externo; remitente externo; mensaje externo; origen externo; procede de fuera; fuera de la organización; externo a la organización; no haga clic; precaución",
  legal:
    "es confidencial; información confidencial; confidencial y; destinatario de; dirigido exclusivamente; si ha recibido este; recibido por error; antes de imprimir; protección de datos; medio ambiente",
  settled:
    "no hay problema; sin problema; ningún problema; problema resuelto; está resuelto; ya está resuelto; ya funciona; funciona ya; pueden cerrar; puede cerrar; podéis cerrar; no hace falta; para su información; para tu información; ya lo encontré; solucionado; resuelto",
}

import type { Phrases } from "./phrases"

export const pt: Phrases = {
  absent:
    "escritório* _ fechad*; recesso; férias coletivas; fora do escritório; estou fora; estarei fora; de férias; em férias; de licença; em licença; em viagem; a viajar; viajando; em formação; em treinamento; em reunião todo; num evento; em um evento; numa conferência; ausente; não estou no escritório; não estarei; de folga; de baixa; baixa médica; licença médica; indisponível; escritório fechado; feriado; meio período; fora da empresa",
  back: "de volta; meu retorno; meu regresso; no regresso; retorno na; retorno no; retorno em; retornarei; regresso a; regresso no; voltarei; estarei de volta; volto na; volto no; volto a",
  later:
    "responderei; respondo em seguida; responderei assim; assim que possível; logo que possível; o mais breve; em seguida; respondo quando; com atraso; retornarei o contato; retorno o contato",
  unread:
    "sem acesso; acesso limitado; acesso restrito; não lerei; não será lida; não será lido; não foi encaminhad*; não será encaminhad*; não monitorad*; não estarei verificando; pouco acesso",
  redirect:
    "em caso de urgência; em caso de emergência; para assuntos urgentes; para urgências; se for urgente; se urgente; fale com; falar com; contacte; contate; entre em contato; entre em contacto; por favor contate; dirija se; meu colega; minha colega; na minha ausência; durante a minha ausência",
  gone: "mudei de função; mudei de área; mudei de cargo; não sou mais responsável; já não trabalho; já não trabalha; não trabalha mais; não trabalho mais; deixei a empresa; deixou a empresa; não faz mais parte; não faço mais parte; desligou se; saí da empresa",
  automatic:
    "mensagem é automática; envio automático; resposta automática; mensagem automática; gerada automaticamente; gerado automaticamente; enviada automaticamente; não responda; não responder; e mail automático; assistente virtual; notificação automática",
  thanks:
    "obrigado pelo seu (e) mail|email|contato|contacto; obrigada pelo seu (e) mail|email|contato|contacto; obrigado pela sua mensagem; obrigada pela sua mensagem; recebi o seu; recebi a sua; recebemos sua; recebemos seu; agradeço o seu",
  bounce:
    "não foi possível entregar; não pôde ser entregue; não foi entregue; não pode ser entregue; falha na entrega; falha de entrega; caixa _ cheia; destinatário não encontrado; destinatário desconhecido; endereço não; não existe; foi rejeitad*; foi bloquead*; erro ao enviar; usuário desconhecido",
  received:
    "sua solicitação; seu pedido; o seu pedido; foi recebid*; foi registrad*; recebemos a sua; recebemos o seu; número do chamado; chamado número; seu chamado; seu ticket; nossa equipe; nossa equipa; um atendente; entrará em contato; será analisad*; foi resolvid*; foi encerrad*; foi fechad*; para adicionar um comentário; responda a este",
  survey:
    "avalie; avaliar; avaliação; pesquisa; inquérito; satisfeito; satisfação; sua opinião; como foi; estrelas; como avalia",
  calendar:
    "convidando você para; convidou você para; você vai participar; vai participar; sim não talvez; aceitou este convite; recusou este convite; aceitou o convite; recusou; este convite; participar com o google meet; entrar na reunião; reunião do microsoft teams; organizador; participantes; convidados; quando seg|ter|qua|qui|sex; este evento; evento foi; nova hora; id da reunião; reserva confirmada; agendamento; agendou; senha",
  unsubscribe:
    "cancelar inscrição; cancelar a inscrição; cancelar subscrição; descadastrar; descadastre; deixar de receber; ver no navegador; você está recebendo; recebeu este; política de privacidade; prezados clientes; caro cliente; gerir preferências",
  notice:
    "mencionou você; mencionou te; compartilhou; partilhou; convidou você; convidou o a; comentou; gravação; chamada perdida; mensagem de voz; foi lida; foi lido; deseja recuperar; gostaria de cancelar; fatura; manutenção; incidente; alerta; assinado; assinatura; reagiu; enviou lhe; quarentena; código de verificação",
  asks: "por favor; pode; podem; poderia; poderiam; podemos; poderíamos; consegue; conseguem; é possível; há alguma; existe; quando; como; qual; quais; por que; porque; quem; onde; o que; precisamos; preciso; gostaríamos; gostaria; queremos; envie; enviem; me avise; avisem; diga; digam; confirme; aguardamos; aguardo; tem como; ajudem",
  problem:
    "não funciona; não funcionam; não está funcionando; erro; erros; falha; falhas; problema; problemas; lento; lenta; lentidão; travado; fora do ar; ainda não; urgente; falta; faltam; não conseguimos; não consigo; mas; porém",
  closing:
    "obrigado; obrigada; muito obrigado; muito obrigada; valeu; recebido; perfeito; ótimo; excelente; maravilha; combinado; ok; certo; entendido; feito; confirmado; confirmo; funciona; funcionou; deu certo; bom fim de semana; bom dia; boa tarde; boas festas; até logo; até breve; até amanhã; até quinta; abraço; abraços; para conhecimento; para sua informação; de nada; está bem; está certo",
  banner:
    "e mail externo; email externo; remetente externo; mensagem externa; origem externa; fora da organização; externo à organização; não clique; cuidado este",
  legal:
    "é confidencial; informações confidenciais; confidencial e; destinatário pretendido; exclusivamente ao destinatário; recebeu esta mensagem por; recebido por engano; antes de imprimir; meio ambiente; proteção de dados",
  settled:
    "sem problema; sem problemas; nenhum problema; problema resolvido; foi resolvido; está resolvido; resolvido; já funciona; agora funciona; podem fechar; pode fechar; podem encerrar; pode encerrar; para conhecimento; não precisa responder; solucionado",
}

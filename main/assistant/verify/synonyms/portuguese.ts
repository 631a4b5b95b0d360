/** A group of synonyms a line (synonyms.ts). */
export const portuguese = `preço custo custa tarifa
começar iniciar começa inicia
acabar terminar finalizar
comprar adquirir
receber obter
aumentar subir aumenta sobe
diminuir baixar reduzir
reparar consertar arranjar
pequeno miúdo
escolher selecionar
enviar mandar
carro automóvel viatura
médico doutor
trabalho emprego
viagem trajeto
falar conversar
mudar alterar modificar
substituir trocar
cancelar anular
adiar postergar
chegar vir
pagar liquidar
reembolsar devolver
pedir solicitar
soma quantia montante
agora atualmente
loja comércio
férias descanso
propor sugerir
casa moradia habitação
empresa companhia firma
cliente comprador
contrato acordo
desconto redução
erro engano
dano avaria
entregar fornecer
conter incluir compreender
assinar subscrever
confirmar ratificar
explicar esclarecer
reunião encontro
encontrar descobrir achar
tirar remover
acrescentar adicionar
limpar lavar
rápido veloz
difícil complicado
fácil simples
sempre constantemente
só somente apenas
quase praticamente
também igualmente
mãe mamã
pai papá
bilhete passagem
aluno estudante
resultado desfecho
causa razão motivo
casamento matrimónio
medicamento remédio`;

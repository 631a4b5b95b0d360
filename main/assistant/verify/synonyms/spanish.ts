/** A group of synonyms a line (synonyms.ts). */
export const spanish = `precio coste costo importe cuesta costar
empezar comenzar empieza comienza iniciar
terminar acabar finalizar
comprar adquirir
recibir obtener
subir aumentar
bajar disminuir reducir
reparar arreglar
pequeño chico
grande amplio
necesitar requerir
elegir escoger
contestar responder
enviar mandar
coche auto vehículo
médico doctor
trabajo empleo
viaje trayecto
hablar charlar
cambiar modificar
sustituir reemplazar
cancelar anular
aplazar posponer
llegar venir
pagar abonar
devolver reembolsar devuelve reembolsa devuelto
pedir solicitar pide piden pedimos solicita
cantidad suma
durar dura tardar
ahora actualmente
incluido comprendido
tienda comercio
proponer sugerir propone
decidir resolver
hora horas h
casa vivienda
dueño propietario
empresa compañía
cliente comprador
contrato acuerdo
factura recibo
descuento rebaja
error fallo
daño desperfecto
instalar montar
entregar dar
guardar conservar
firmar suscribir
confirmar ratificar
explicar aclarar
escribir redactar
reunión junta
visitar ver
encontrar hallar
perder extraviar
romper estropear
quitar retirar
añadir agregar
abrir destapar
cerrar tapar
limpiar asear
cocinar guisar
rápido veloz
difícil complicado
fácil sencillo
bonito hermoso
bueno bien
nuevo reciente
siempre constantemente
solo solamente únicamente
casi prácticamente
muy sumamente
quizás acaso
también además
calle vía
mamá madre
papá padre
abuela yaya
ascensor elevador
autobús bus
billete pasaje
alumno estudiante
profesor maestro
resultado desenlace
causa motivo razón
objetivo meta
parte porción
tamaño dimensión
boda matrimonio
enfermedad dolencia
medicina medicamento
reserva reservación
alojamiento hospedaje
arrendatario inquilino
aparte separado`;

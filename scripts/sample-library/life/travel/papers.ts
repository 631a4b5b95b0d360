import type { Theme } from '../../write/material.ts';
import { asturias, lisbon } from '../facts.ts';

export const travelPapers: Theme = {
  papers: [
    {
      path: 'Documents/Travel/Casa do Jasmim confirmation.pdf',
      at: '2026-01-13 10:00',
      title: `Booking confirmation ${lisbon.booking}`,
      author: lisbon.hotel,
      text: `
Guest: Anna Whitfield. Two adults and one child of ten. Room 6, second floor, balcony over the street. Arrival ${lisbon.from}, departure ${lisbon.to}, ${lisbon.nights} nights.

# Price

| Item | Amount |
| Room 6 with breakfast, 7 nights at ${lisbon.perNight} | ${lisbon.total} |
| Third bed | free |
| City tax, paid at the house | €4 per adult and night |

Cancellation is free until 20 March 2026. After that one night is charged, and the whole stay if you do not come.

# The house

${lisbon.hotel} has nine rooms round a courtyard in ${lisbon.district}. Breakfast is from 8 to 11 under the orange tree, or in the kitchen when it rains. There is no lift and no air conditioning, the walls are a metre thick. Quiet is from 23:00.

===

# Finding us

From the airport take a taxi to Largo do Chafariz, about 20 minutes. The last 80 metres are steps. Ring and Amélia or her brother will carry your bags.

With the metro: red line to Alameda, green line to Martim Moniz, then tram 28, three stops.

# Our neighbourhood

The baker two doors down opens at 7. Fado is sung on Tuesdays and Saturdays in the cellar of number 14; children are welcome until ten. The laundry on the corner returns shirts in a day. For the castle go early and take the back gate.

# Eating with children

Dona Amélia cooks a simple supper for children at 18:30 on request, 9 euros. Tell us about allergies when you arrive: our almond cake stands on every table.`,
    },
    {
      path: 'Documents/Travel/Contrato Casa El Robledal.docx',
      at: '2025-03-31 10:15',
      title: 'Contrato de alquiler vacacional',
      author: 'Casa El Robledal',
      language: 'es-ES',
      text: `
Entre doña Belén Cueto Noriega, propietaria de ${asturias.house}, Llanes (Asturias), y don Mateo Ibarra Sainz, arrendatario.

# Primera: objeto

La propietaria cede al arrendatario el uso de la vivienda vacacional ${asturias.house} del ${asturias.from} al ${asturias.to}. La ocupación máxima es de seis personas.

# Segunda: precio y forma de pago

El precio total de la semana es de ${asturias.week}. El arrendatario paga la mitad, 560 €, al firmar este contrato y la otra mitad a la llegada. La ropa de cama y las toallas están incluidas. La leña se paga aparte, a 6 € el saco.

# Tercera: fianza

El arrendatario entrega a la llegada una fianza de ${asturias.deposit}. La propietaria la devuelve en un plazo de siete días después de la salida si no hay daños.

===

# Cuarta: entrada y salida

La entrada es a partir de las 17:00 horas y la salida antes de las 11:00 horas. Una salida más tardía es posible si la casa no está reservada ese día.

# Quinta: cancelación

Si el arrendatario cancela hasta 60 días antes de la llegada, se le devuelve todo lo pagado. Entre 59 y 15 días se le devuelve la mitad. Después no hay devolución.

# Sexta: normas de la casa

- No se admiten perros en los dormitorios.
- El fuego solo se hace en la barbacoa de piedra.
- El silencio se respeta desde las 23:00 horas.
- La basura se lleva al contenedor del cruce.

# Anexo: inventario

| Estancia | Equipamiento |
| Cocina | Cocina de gas, horno, lavavajillas, cafetera italiana |
| Salón | Chimenea, mesa para ocho, dos sofás |
| Habitaciones | Dos dobles y una con dos camas |
| Exterior | Barbacoa, mesa de madera, acceso al río |`,
    },
    {
      path: 'Documents/Family/Acta comunidad de propietarios.pdf',
      at: '2025-10-24 20:00',
      title: 'Acta de la junta ordinaria de propietarios',
      author: 'Comunidad de propietarios Calle del Faro 9',
      language: 'es-ES',
      text: `
Santander, 22 de octubre de 2025, a las 19:30 horas, en el portal. Asisten once de los catorce propietarios. Doña Carmen Ibarra Sainz (3.º B) está representada por su hijo, don Mateo Ibarra, por teléfono.

# 1. Cuentas de 2024

Se aprueban por unanimidad. El saldo de la comunidad es de 6.214,30 €.

# 2. Instalación del ascensor

El presidente presenta tres presupuestos: Ascensores Cantábrico por 68.900 €, Elevaciones del Norte por 74.250 € y Montajes Sobrado por 71.600 €. Tras el debate se aprueba, con nueve votos a favor y dos en contra, el de Ascensores Cantábrico por 68.900 €.

Doña Carmen Ibarra vota a favor. La obra empieza en marzo de 2026 y dura unos cuatro meses.

===

# 3. Derrama

La derrama para el ascensor es de 4.920 € por piso, que se paga en doce cuotas mensuales de 410 € a partir de enero de 2026. Los bajos están exentos.

# 4. Fachada

Se aplaza la pintura de la fachada a la junta de 2026.

# 5. Ruegos y preguntas

El propietario del 2.º A pide que no se tienda ropa hacia la calle. Doña Carmen pide que se cambie la bombilla del tercer piso, fundida desde julio. Se levanta la sesión a las 21:05 horas.

El secretario, J. Gómez Prieto`,
    },
  ],
};

import type { Person } from '../write/material.ts';

function person(name: string, address: string, more: Omit<Person, 'name' | 'address'> = {}): Person {
  return { name, address, ...more };
}

/** The owner of the files: project lead at a hydrology firm, living in Edinburgh with Mateo and their son Leo. */
export const anna = person('Anna Whitfield', 'anna.whitfield@postbox.example', { signature: 'Anna' });
export const annaAtWork = person('Anna Whitfield', 'anna.whitfield@tarnholm.example', {
  signature: 'Anna Whitfield\nProject lead, monitoring\nTarn & Holm · Edinburgh',
});
export const mateo = person('Mateo Ibarra', 'mateo.ibarra@postbox.example', { quotes: 'none' });
export const jo = person('Jo Whitfield', 'jo.whitfield@fernmail.example', { quotes: 'none' });
export const ruth = person('Ruth Whitfield', 'ruth.whitfield@fernmail.example');
export const carmen = person('Carmen Ibarra', 'carmen.ibarra@correo.example', { quotes: 'es' });

export const graham = person('Graham Pettigrew', 'graham.pettigrew@lornelets.example', {
  signature: 'Graham Pettigrew\nLorne Place Lets\n0131 496 0112',
  quotes: 'outlook',
});
/** The landlord's daughter, who helps out: her mails are not his. */
export const isla = person('Isla Pettigrew', 'isla.pettigrew@lornelets.example', { quotes: 'none' });

export const ross = person('Ross Kinnaird', 'ross@kinnairdplumbing.example', {
  signature: 'Ross Kinnaird\nKinnaird Plumbing & Heating\n07700 900 318',
});
export const leithBathrooms = person('Paula Innes', 'paula.innes@leithbathrooms.example', {
  signature: 'Paula Innes\nSales, Leith Bathroom Company',
  quotes: 'outlook',
  html: true,
});
export const mccready = person('Alan McCready', 'office@mccreadyandsons.example', { quotes: 'none' });
export const sunita = person('Sunita Rao', 'sunita@raoelectrical.example', {
  signature: 'Sunita Rao\nRao Electrical Ltd',
});
export const halden = person('Callum Weir', 'callum@haldenkitchens.example', {
  signature: 'Callum Weir\nDesigner, Halden Kitchens',
  html: true,
});
export const fiona = person('Fiona Abernethy', 'f.abernethy@abernethystroud.example', {
  signature: 'Fiona Abernethy\nPartner, Abernethy & Stroud Solicitors\nConveyancing',
  quotes: 'outlook',
});
export const planner = person('Neil Garrow', 'neil.garrow@planning.calderside.example', {
  signature: 'Neil Garrow\nPlanning officer, listed buildings',
  quotes: 'outlook',
});
export const doig = person('Martin Doig', 'martin@doigjoinery.example', { quotes: 'none' });
export const tiles = person('Tessera Tiles', 'orders@tessera-tiles.example', { quotes: 'none', html: true });
export const movers = person('Bright & Sons Removals', 'bookings@brightremovals.example', {
  quotes: 'none',
  html: true,
});
export const neighbour = person('Moira Lennox', 'moira.lennox@fernmail.example');

export const castlebridge = person('Castlebridge Mutual', 'service@castlebridge.example', {
  quotes: 'none',
  html: true,
});
export const claims = person('Owen Tait', 'owen.tait@castlebridge.example', {
  signature: 'Owen Tait\nHome claims, Castlebridge Mutual',
  quotes: 'outlook',
});
export const northgate = person('Northgate Direct', 'quotes@northgatedirect.example', {
  quotes: 'none',
  html: true,
});
export const fairway = person('Fairway Motor', 'renewals@fairwaymotor.example', {
  quotes: 'none',
  html: true,
});

export const priya = person('Priya Raman', 'priya.raman@fernmail.example');
export const jasmim = person('Casa do Jasmim', 'reservas@casadojasmim.example', { html: true });
export const robledal = person('Belén Cueto', 'belen@elrobledal.example', {
  signature: 'Belén Cueto\nCasa El Robledal, Llanes',
  quotes: 'es',
});

export const dougal = person('Dougal Ferrie', 'dougal.ferrie@fernmail.example', {
  signature: 'Dougal\nChair, Leith Harbour Choir',
});
export const wanda = person('Wanda Kowalska', 'wanda.kowalska@fernmail.example');
export const elin = person('Elin Sandvik', 'elin.sandvik@choirmail.example', { quotes: 'none' });
export const hall = person('Customs House bookings', 'hall@customshouse.example', {
  quotes: 'outlook',
});

export const julian = person('Julian Oyelaran', 'julian.oyelaran@tarnholm.example', { quotes: 'outlook' });
export const beth = person('Beth Nakamura', 'beth.nakamura@tarnholm.example');
export const katrin = person('Katrin Vogel', 'k.vogel@pegelwerk.example', {
  signature: 'Dr. Katrin Vogel\nProjektleitung, Pegelwerk GmbH, Freiburg',
  quotes: 'de',
});
export const council = person('Hamish Boyd', 'hamish.boyd@esk-valley.example', {
  signature: 'Hamish Boyd\nFlood risk manager, Esk Valley Council',
  quotes: 'outlook',
});

export const teacher = person('Eilidh Sutherland', 'e.sutherland@wardieburn.example', { quotes: 'none' });
export const schoolOffice = person('Wardie Burn Primary', 'office@wardieburn.example', {
  quotes: 'none',
  html: true,
});
export const swimming = person('Inverleith Swim School', 'lessons@inverleithswim.example', {
  quotes: 'none',
});
export const vet = person('Ferry Road Vets', 'reception@ferryroadvets.example', { quotes: 'none' });
export const bikes = person('Spokes & Co', 'workshop@spokesandco.example', { quotes: 'none' });
export const dermot = person('Dermot Hayes', 'dermot.hayes@fernmail.example');

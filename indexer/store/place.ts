import type { Place } from '#main/contract/document.ts';

/** A place as it is stored: `["page",3]`, `["page",4,"iv"]`, `["cells","Budget","A3:F3"]`. */
export type PackedPlace = readonly [unit: string, ...values: (string | number)[]];

export function packPlace(place: Place): PackedPlace {
  if ('cells' in place) return ['cells', place.sheet, place.cells];
  if ('page' in place)
    return place.label === undefined ? ['page', place.page] : ['page', place.page, place.label];
  const [[unit, value] = ['line', 1]] = Object.entries(place);
  return [unit, value];
}

export function unpackPlace([unit, ...values]: PackedPlace): Place {
  if (unit === 'cells') return { sheet: String(values[0]), cells: String(values[1]) };
  if (unit === 'page' && values.length > 1) return { page: Number(values[0]), label: String(values[1]) };
  // Only packPlace writes these: the unit is one of the contract's.
  return { [unit]: Number(values[0]) } as Place;
}

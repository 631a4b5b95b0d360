import type { PSTFile } from './pst-library.ts';

/** PidTagIpmWastebasketEntryId (MS-OXPROPS): the folder for deleted items, whatever it is called. */
const wastebasketEntryId = 0x35e3;
/** An entry id ends in the node id of its folder (MS-PST 2.4.3.2). */
const nodeIdAt = 20;

/** The node id of the folder that an archive keeps deleted items in; null where it names none. */
export function wastebasketNode(file: PSTFile): number | null {
  try {
    // The library keeps its getter for single properties to itself.
    const store = file.getMessageStore() as unknown as { getBinaryItem(id: number): Buffer | null };
    return store.getBinaryItem(wastebasketEntryId)?.readUInt32LE(nodeIdAt) ?? null;
  } catch {
    // A damaged store, or an entry id cut short: folders have names as well.
    return null;
  }
}

import { contentRulesIn } from './content-rules.ts';
import type { FileMeta, Limits, ParsedDocument } from './parser.ts';
import type { CountedShortfall, Portion, PortionEnd } from './portion.ts';
import { type FileReading, Reading } from './read-documents.ts';
import { ChosenSecrets } from './secrets/chosen-secrets.ts';
import { withheldNames, withholdSecrets } from './secrets/withhold.ts';
import type { Slices } from './slices.ts';

export interface PortionReading extends Pick<FileReading, 'parserId' | 'parserVersion' | 'rules'> {
  readonly documents: readonly ParsedDocument[];
  readonly end: PortionEnd;
}

/**
 * Reads what is whole in a stretch of a file that is read piece by piece, without its secrets, as `readDocuments` does
 * with a whole one. Throws what a parser breaks on in a way of its own: the caller then takes smaller pieces.
 */
export async function readPortion(
  bytes: Uint8Array,
  meta: FileMeta,
  portion: Portion,
  limits: Limits,
  slices?: Slices,
): Promise<PortionReading> {
  const off = meta.rulesOff ?? [];
  const reading = new Reading(limits);
  const secrets = new ChosenSecrets(off);
  const end = await reading.readPortion(bytes, meta, portion, slices);
  const documents = await withholdSecrets(reading.documents, secrets);
  return {
    ...reading.parser,
    documents,
    end: { ...end, shortfalls: await Promise.all(end.shortfalls.map(withoutSecrets)) },
    rules: { off, touched: contentRulesIn([...reading.touched, ...secrets.touched]) },
  };
}

async function withoutSecrets(shortfall: CountedShortfall): Promise<CountedShortfall> {
  return { ...shortfall, detail: await withheldNames(shortfall.detail) };
}

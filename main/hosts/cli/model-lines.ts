import { fitWords, roleNames } from '#main/contract/model-words.ts';
import type { Computer, ModelCatalogue, OfferedModel } from '#main/contract/models.ts';
import { sizeWords } from '#main/contract/size-words.ts';
import { sized } from './figures.ts';
import type { Terminal } from './terminal.ts';

/** The models on offer, by what they are for, each with how it runs on this computer. */
export function printCatalogue({ computer, wasBusy, models }: ModelCatalogue, terminal: Terminal): void {
  terminal.line(`This computer: ${computerWords(computer)}`);
  if (wasBusy)
    terminal.line('Other programs were busy while it was measured, so it can do more than is said here.');
  for (const role of ['chat', 'embedder', 'reranker'] as const) {
    const ofRole = models.filter((model) => model.role === role);
    if (ofRole.length === 0) continue;
    terminal.line('');
    terminal.line(terminal.style('bold', roleNames[role]));
    for (const model of ofRole) printOffered(model, terminal);
  }
  if (models.length === 0) terminal.line('No model of the catalogue is of that kind.');
  else terminal.line(terminal.style('dim', '\n> recommended, * in use, + on this computer'));
}

function printOffered(model: OfferedModel, terminal: Terminal): void {
  const { id, maker, sizeBytes, languages, licence, purpose, fit, recommended, path, inUse } = model;
  const mark = inUse ? '*' : path !== null ? '+' : recommended !== null ? '>' : ' ';
  const about = [maker, sized(sizeBytes), languages, licence.name].join(', ');
  terminal.line(`${mark} ${terminal.style('bold', id)}  ${fitWords[fit.verdict].toLowerCase()}`);
  terminal.line(`    ${purpose} ${recommended ?? fit.why}`);
  terminal.line(terminal.style('dim', `    ${about}`));
}

/** “8 cores of AMD Ryzen 7, 16 GB of memory, 120 GB of disk free”. */
function computerWords({ cores, processor, memoryBytes, gpu, freeDiskBytes }: Computer): string {
  const card = gpu === null ? 'no graphics card' : `${gpu.name} with ${sizeWords(gpu.memoryBytes)}`;
  const parts = [`${cores} ${cores === 1 ? 'core' : 'cores'} of ${processor || 'an unknown processor'}`];
  return [
    ...parts,
    `${sizeWords(memoryBytes)} of memory`,
    card,
    `${sizeWords(freeDiskBytes)} of disk free`,
  ].join(', ');
}

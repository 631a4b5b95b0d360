import type { Computer } from '#main/contract/models.ts';
import { sizeWords } from '#main/contract/size-words.ts';
import { counted } from '../wording/figures.ts';
import styles from './models-screen.module.css';

const { quiet } = styles;

interface ComputerLineProps {
  readonly computer: Computer;
  /** While it was measured. */
  readonly wasBusy: boolean;
}

/** What models have to make do with. */
export function ComputerLine({ computer, wasBusy }: ComputerLineProps) {
  const { cores, processor, memoryBytes, gpu, freeDiskBytes } = computer;
  const parts = [
    `${counted(cores, 'core')}${processor === '' ? '' : ` of ${processor}`}`,
    `${sizeWords(memoryBytes)} of memory`,
    gpu === null ? 'no graphics card' : `${gpu.name} with ${sizeWords(gpu.memoryBytes)}`,
    `${sizeWords(freeDiskBytes)} of disk free`,
  ];
  const measured = wasBusy
    ? 'Other programs were busy while its speed was measured, so it can do more than is said here; it is measured again when this page is opened in ten minutes or later.'
    : 'Speeds are reckoned from a measurement on it.';
  return (
    <p className={quiet}>
      This computer has {parts.slice(0, -1).join(', ')} and {parts.at(-1)}. {measured}
    </p>
  );
}

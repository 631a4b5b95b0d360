import type { HostileFile } from './hostile-file.ts';

/** Names that break lines, quotes, terminals, prompts and text itself. */
export const names: readonly HostileFile[] = [
  'line\nbreak.txt',
  'quote"\'`.txt',
  '$(touch harm); rm -rf *.txt',
  '-rf.txt',
  '\u202etxt.exe.txt',
  '\u001b[31mred.txt',
  'tab\tand\u0007bell.txt',
  `${'n'.repeat(251)}.txt`,
  `${'ä'.repeat(125)}.txt`,
  'café.txt',
  'cafe\u0301.txt',
  'CON.txt',
  ' leading and trailing .txt ',
  '<img src=x onerror=alert(1)>.txt',
  '{"json":1}.txt',
  "'; DROP TABLE file; --.txt",
  '%s%n%00.txt',
  '\u{1f4a3}\u200d\u{1f525}.txt',
  Buffer.from('6e6f2d75746638ff2e747874', 'hex'),
  Buffer.from('6c61746e2d31e92e747874', 'hex'),
].map((name) => ({ name, content: () => 'A text under a name that means harm.', isQuick: true }));

import { openLibrary } from '../library.ts';
import { fileWrite, written } from './written.ts';

/** Run as a process: writes and rewrites files until it is killed, and says when it has begun. */
const library = openLibrary(process.argv[2] ?? '');
const { sourceId } = library.sources.add('/notes', '1:1');
for (let round = 0; ; round++) {
  const path = `/notes/${round % 50}.md`;
  const texts = Array.from(
    { length: 1 + (round % 4) },
    (_, part) => `round ${round} part ${part} of the text`,
  );
  library.files.replace(
    fileWrite(
      sourceId,
      path,
      texts.map((text) => written({ text, title: path })),
    ),
  );
  if (round % 7 === 0) library.files.remove(`/notes/${(round * 3) % 50}.md`);
  if (round === 60) process.send?.('writing');
}

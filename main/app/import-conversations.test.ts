import { expect, it, onTestFinished } from 'vitest';
import { openHousehold } from '#main/assistant/testing/open-household.ts';
import { exportVersion } from '#main/contract/conversation-export.ts';
import { readExport } from './import-conversations.ts';

const note = { 'Notes/Boiler.md': '# Boiler\n\nThe boiler cost 140 euros.\n' };

it('citations of an import lead to this library’s documents by their path, and to none where it has no such file', async () => {
  const there = await openHousehold({ files: { ...note, 'Notes/Other.md': '# Other\n\nNothing.\n' } });
  // Here the first document is another one.
  const here = await openHousehold({ files: { 'Notes/Other.md': '# Other\n\nNothing.\n', ...note } });
  const empty = await openHousehold({ files: { 'Notes/Other.md': '# Other\n\nNothing.\n' } });
  onTestFinished(() => [there, here, empty].forEach((house) => void house.close()));
  await there.answer('What did the boiler cost?');
  const text = JSON.stringify({
    ...{ format: 'quipu-conversations', version: exportVersion, exportedAt: new Date().toISOString() },
    conversations: there.conversations.export(),
  });
  const cited = (documents: typeof here.library.documents) =>
    readExport(text, documents)[0]?.answers[0]?.answer.citations.map(({ documentId }) => documentId);
  const [before] = cited(there.library.documents) ?? [];
  const [after] = cited(here.library.documents) ?? [];
  expect(there.library.documents.summary(before ?? 0)?.title).toBe('Boiler');
  expect(here.library.documents.summary(after ?? 0)?.title).toBe('Boiler');
  expect(after).not.toBe(before);
  expect(cited(empty.library.documents)).toEqual([0]);
});

it('what is no export, or a newer one, is refused by name', async () => {
  const house = await openHousehold({ files: {} });
  onTestFinished(() => house.close());
  const { documents } = house.library;
  const whole = {
    ...{ format: 'quipu-conversations', version: exportVersion, exportedAt: new Date().toISOString() },
    conversations: [{ title: 'half' }],
  };
  const refused: readonly [string, string][] = [
    ['', 'import-unreadable'],
    ['{"format":"other","version":1}', 'import-unreadable'],
    [JSON.stringify(whole), 'import-unreadable'],
    [JSON.stringify({ ...whole, version: exportVersion + 1 }), 'import-newer'],
  ];
  for (const [text, code] of refused)
    expect(() => readExport(text, documents), text).toThrow(expect.objectContaining({ code }));
});

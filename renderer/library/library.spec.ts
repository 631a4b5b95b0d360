import { expect, it } from 'vitest';
import { ledgerRows, sampleModels, sampleSources } from '../testing/sample-data.ts';
import { idle } from '../testing/sample-engine.ts';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();

it('a folder is added by its path; a wrong one says so and stays to be corrected', async () => {
  const { page, go, engine, problems } = await stage();
  await go('#/library');
  const path = page.getByLabel('Add a folder or file');
  await path.fill('/home/ada/missing');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('/home/ada/missing does not exist.').waitFor();
  expect(await path.inputValue()).toBe('/home/ada/missing');
  await path.fill('/home/ada/Notes');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('article', { name: 'Notes' }).getByText('Watching').waitFor();
  await path.fill('/home/ada/Notes/Travel');
  await page.keyboard.press('Enter');
  await page
    .getByText('/home/ada/Notes/Travel is in the library already, as part of /home/ada/Notes.')
    .waitFor();
  expect(engine.state.sources.map((source) => source.path)).toEqual(['/home/ada/Notes']);
  expect(problems).toEqual([]);
});

it('a source is paused, resumed, rescanned, and forgotten only after a second word', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  await go('#/library');
  const mail = page.getByRole('article', { name: 'Mail' });
  await mail.getByRole('button', { name: 'Pause Mail' }).click();
  await mail.getByText('Paused').waitFor();
  await mail.getByRole('button', { name: 'Resume Mail' }).click();
  await mail.getByText('Watching').waitFor();
  await mail.getByRole('button', { name: 'Rescan Mail' }).click();
  await expect.poll(() => engine.calls, patient).toContain('sources.rescan');

  await mail.getByRole('button', { name: 'Forget Mail' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(engine.calls).not.toContain('sources.forget');
  await mail.getByRole('button', { name: 'Forget Mail' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await mail.waitFor({ state: 'detached' });
  expect(engine.state.sources.map((source) => source.sourceId)).toEqual([2, 3]);
});

it('what is left out of a source is shown, switched and written', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  await go('#/library');
  const mail = page.getByRole('article', { name: 'Mail' });
  await mail.getByRole('button', { name: 'What is left out of Mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is left out of Mail' });
  await dialog.getByRole('checkbox', { name: 'hidden files and folders' }).uncheck();
  await dialog.getByLabel(/patterns/).fill('drafts/\n\n*.bak\n');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(engine.state.ignoring).toMatchObject({ patterns: ['drafts/', '*.bak'] });
  expect(engine.state.ignoring.rules.map(({ on }) => on)).toEqual([true, false, true, true]);
  await mail.getByRole('button', { name: 'What is left out of Mail' }).click();
  expect(await dialog.getByLabel(/patterns/).inputValue()).toBe('drafts/\n*.bak');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

it('secrets are let in only after a second word, which says what it means', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  await go('#/library');
  const mail = page.getByRole('article', { name: 'Mail' });
  const secretsOn = () => engine.state.ignoring.rules.find(({ id }) => id === 'secrets')?.on;
  await mail.getByRole('button', { name: 'What is left out of Mail' }).click();
  const dialog = page.getByRole('dialog', { name: 'What is left out of Mail' });
  const box = dialog.getByRole('checkbox', { name: 'passwords, keys and recovery codes in texts' });
  await box.uncheck();
  await dialog.getByText('Passwords will be kept in the library.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const sure = page.getByRole('dialog', { name: 'Let passwords, keys and recovery codes in texts in?' });
  await page.keyboard.press('Escape');
  await sure.waitFor({ state: 'detached' });
  expect(secretsOn()).toBe(true);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await sure.getByRole('button', { name: 'Let them in' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(secretsOn()).toBe(false);
  await mail.getByRole('button', { name: 'What is left out of Mail' }).click();
  await box.check();
  await dialog.getByText('leaves it for good').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(secretsOn()).toBe(true);
});

it('what went wrong with the library itself is told', async () => {
  const notice = 'The index was damaged. It is being built anew from your files.';
  const { page, go } = await stage({ sources: sampleSources, notices: [notice] });
  await go('#/library');
  await page.getByText(notice).waitFor();
});

it('a source that the system does not watch says how its changes are found', async () => {
  const [mail] = sampleSources;
  const { page, go } = await stage({ sources: mail === undefined ? [] : [{ ...mail, watched: false }] });
  await go('#/library');
  const card = page.getByRole('article', { name: 'Mail' });
  await card.getByText('Looked through').waitFor();
  await card.getByText('they are looked for every few minutes').waitFor();
});

it('everything is paused in one click and goes on in another, also from the palette', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  await go('#/library');
  const pace = page.getByRole('group', { name: 'Pace' });
  await pace.getByRole('button', { name: 'For an hour' }).click();
  await pace.getByRole('button', { name: 'Resume' }).waitFor();
  expect(Date.parse(engine.state.settings.pausedUntil ?? '')).toBeGreaterThan(Date.now());
  await pace.getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => engine.state.settings.pausedUntil, patient).toBeNull();
  await pace.getByRole('button', { name: 'Pause everything' }).click();
  await pace.getByRole('button', { name: 'Resume' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('resume everything');
  await page.keyboard.press('Enter');
  await expect.poll(() => engine.state.settings.pausedUntil, patient).toBeNull();
  engine.tell({ phase: 'waiting', notice: 'Waits until the computer is idle.' });
  await page.getByRole('heading', { name: 'Waiting' }).waitFor();
  await page.getByText('Waits until the computer is idle.').waitFor();
  await pace.getByRole('button', { name: 'Pause everything' }).waitFor();
});

it('a forgotten source is taken back by one click, with what was left out of it', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  engine.state.ignoring = { ...engine.state.ignoring, patterns: ['drafts/'] };
  await go('#/library');
  const notes = page.getByRole('article', { name: 'Notes' });
  await notes.getByRole('button', { name: 'Forget Notes' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await notes.waitFor({ state: 'detached' });
  engine.state.ignoring = { ...engine.state.ignoring, patterns: [] };
  await page.getByText('Forgot “Notes”').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await notes.getByText('Paused').waitFor();
  expect(engine.state.ignoring.patterns).toEqual(['drafts/']);
  await page.getByText('Forgot “Notes”').waitFor({ state: 'detached' });
});

it('a source that is away is asked about: kept by one click, forgotten only after a second word', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources });
  await go('#/library');
  const away = page.getByRole('article', { name: 'Documents' });
  await away.getByText('Documents is not connected.').waitFor();
  await away.getByRole('button', { name: 'Forget Documents, which is missing' }).click();
  await page.keyboard.press('Escape');
  expect(engine.calls).not.toContain('sources.forget');
  await away.getByRole('button', { name: 'Keep Documents' }).click();
  await away.getByText('Kept until it is back.').waitFor();
  await page.reload();
  await away.getByText('Kept until it is back.').waitFor();
});

it('progress moves in both its figures while the index works', async () => {
  const reading = {
    ...{ ...idle, phase: 'reading' as const, filesDone: 10, filesTotal: 40 },
    ...{ bytesDone: 1_200_000, bytesTotal: 8e9, filesPerSecond: 41, bytesPerSecond: 3_100_000 },
  };
  const { page, go, engine } = await stage({ sources: sampleSources, progress: reading });
  await go('#/library');
  await page.getByText('10 of 40 files · 1.2 MB of 8 GB', { exact: true }).waitFor();
  await page.getByText('41 files/s · 3.1 MB/s · time left not known yet').waitFor();
  engine.tell({ searchableInMs: 43 * 60_000 });
  await page.getByText('41 files/s · 3.1 MB/s · about 43 minutes left').waitFor();
  engine.tell({
    phase: 'embedding',
    filesDone: 40,
    chunksEmbedded: 55,
    chunksTotal: 100,
    chunksPerSecond: 12,
    embeddedInMs: 4_000,
  });
  await page.getByText('55 of 100 passages').waitFor();
  await page.getByText('12 passages/s · less than a minute left').waitFor();
  engine.tell({ phase: 'idle', chunksEmbedded: 100, notice: 'The model service is down.' });
  await page.getByRole('heading', { name: 'Up to date' }).waitFor();
  await page.getByText('The model service is down.').waitFor();
});

it('a ledger of 100,000 files is shown by the page, filtered by state and text', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources, rows: ledgerRows(100_000) });
  await go('#/library');
  await page.getByText('1 to 100 of 100,000').waitFor();
  expect(await page.getByRole('row').count()).toBe(101);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('101 to 200 of 100,000').waitFor();
  await page.getByRole('rowheader', { name: /^file-000100/ }).waitFor();

  await page.getByRole('radio', { name: /Failed/ }).check({ force: true });
  await page.getByText(/^1 to 100 of/).waitFor();
  await page
    .getByRole('rowheader', { name: /The file is password-protected/ })
    .first()
    .waitFor();
  const before = engine.calls.filter((call) => call === 'sources.ledger').length;
  await page.getByLabel('Path contains').pressSequentially('file-00002');
  await page.getByText('1 to 1 of 1', { exact: true }).waitFor();
  expect(engine.calls.filter((call) => call === 'sources.ledger').length - before).toBeLessThan(10);
  await page.getByLabel('Path contains').fill('no such file');
  await page.getByText('No file here matches.').waitFor();
});

it('why files are not indexed is told in sentences, with how many of each', async () => {
  const { page, go } = await stage({ sources: sampleSources, rows: ledgerRows(1_000) });
  await go('#/library');
  await page.getByText(/^Why \d+ files are not wholly indexed/).click();
  await page.getByRole('listitem').getByText('Quipu does not read this kind of file yet.').waitFor();
});

it('secrets that were withheld are counted at their files and for the whole library', async () => {
  const rows = ledgerRows(40);
  const { page, go } = await stage({ sources: sampleSources, rows });
  await go('#/library');
  const files = rows.filter(({ withheld }) => withheld > 0).length;
  await page.getByText(`${2 * files} secrets withheld from ${files} files`).click();
  await page.getByText(`${2 * files} passwords.`).waitFor();
  expect(await page.getByRole('rowheader', { name: /2 secrets withheld\./ }).count()).toBe(files);
});

it('a row opens the whole story of its file', async () => {
  const { page, go } = await stage({ sources: sampleSources, rows: ledgerRows(1_000) });
  await go('#/library');
  await page.getByRole('radio', { name: /Failed/ }).check({ force: true });
  await page
    .getByRole('rowheader', { name: /The file is password-protected/ })
    .first()
    .getByRole('button', { name: /: why\?$/ })
    .click();
  const story = page.getByRole('dialog', { name: /^Why isn’t file-.* found\?$/ });
  await story.getByText('The file is password-protected').waitFor();
  await story.getByText('scan.pdf').waitFor();
  await story.getByText('120 characters that a reader of the file does not see').waitFor();
  await page.keyboard.press('Escape');
  await story.waitFor({ state: 'detached' });
});

it('a path that is in no row has its story told too', async () => {
  const { page, go } = await stage({ sources: sampleSources, rows: ledgerRows(20) });
  await go('#/library');
  await page.getByLabel('Path contains').fill('/home/ada/Elsewhere/a.md');
  await page.getByRole('button', { name: 'Why isn’t it found?' }).click();
  await page.getByRole('dialog').getByText('It lies in no source.').waitFor();
});

it('a file, or all files of a reason, are read again by one click', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources, rows: ledgerRows(1_000) });
  await go('#/library');
  const failed = page.getByRole('rowheader', { name: /The file is password-protected/ }).first();
  await page.getByRole('radio', { name: /Failed/ }).check({ force: true });
  await failed.waitFor();
  const rows = () => engine.state.rows.filter(({ reason }) => reason === 'encrypted').length;
  const before = rows();
  const { path = '' } = engine.state.rows.find(({ reason }) => reason === 'encrypted') ?? {};
  await page.getByRole('button', { name: `Read ${path.split('/').at(-1)} again` }).click();
  await expect.poll(rows, patient).toBe(before - 1);

  await page.getByText(/^Why \d+ files are not wholly indexed/).click();
  const reason = page.getByRole('listitem').filter({ hasText: 'The file is password-protected' });
  await reason.getByRole('button', { name: 'Read again' }).click();
  await expect.poll(rows, patient).toBe(0);
});

it('a dropped folder has no path in a browser: the page says so and asks for it', async () => {
  const { page, go } = await stage();
  await go('#/library');
  await page.getByRole('heading', { name: 'Begin with a folder' }).waitFor();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'Papers'));
    return data;
  });
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await page.getByText('Drop to add it to the library').waitFor();
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await page.getByText('does not tell a page where “Papers” lies').waitFor();
  await page.getByText('Drop to add it to the library').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('source-path');
});

it('a model that is missing is told with what it is for, and got by one click', async () => {
  const { page, go, engine } = await stage({ sources: sampleSources, models: sampleModels });
  await go('#/library');
  await page.getByText('No chat model is installed.').waitFor();
  expect(await page.getByText('No embedder is installed.').count()).toBe(0);
  await page.getByRole('button', { name: 'Get SmolLM2 135M Instruct (98 MB)' }).click();
  await page.getByText('No chat model is installed.').waitFor({ state: 'detached' });
  expect(engine.calls).toContain('models.use');
});

it('the colours that were chosen are kept by the engine and over a reload', async () => {
  const { page, engine } = await stage();
  const theme = () => page.evaluate(() => document.documentElement.getAttribute('data-theme'));
  await page.getByRole('button', { name: 'Colours: as the system. Change to light' }).click();
  await page.getByRole('button', { name: 'Colours: light. Change to dark' }).click();
  await expect.poll(() => engine.state.settings.theme, patient).toBe('dark');
  await page.reload();
  await page.getByRole('button', { name: 'Colours: dark. Change to as the system' }).waitFor();
  expect(await theme()).toBe('dark');
});

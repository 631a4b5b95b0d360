import { expect, it } from 'vitest';
import { samplePeople } from '../testing/sample-data.ts';
import { openStages } from '../testing/stage.ts';

const stage = openStages();

it('two people are joined by choosing both, and that is undone on the spot', async () => {
  const { page, go, problems } = await stage({ people: samplePeople });
  await go('#/people');
  await page.getByText('3 people').waitFor();
  await page.getByRole('checkbox', { name: 'Choose Anna Berger' }).check();
  await page.getByRole('button', { name: 'Choose another to join' }).waitFor();
  await page.getByRole('checkbox', { name: 'Choose Mum' }).check();
  await page.getByRole('button', { name: 'They are one person' }).click();
  await page.getByText('Joined Anna Berger and Mum.').waitFor();
  await page.getByText('2 people').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('3 people').waitFor();
  expect(problems).toEqual([]);
});

it('an address is split off by the keyboard, with why it was there, and stands among the choices', async () => {
  const { page, go } = await stage({ people: samplePeople });
  await go('#/people');
  const anna = page.getByRole('button', { name: /^Anna Berger/ });
  await anna.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Anna Berger — same name').first().waitFor();
  await page.getByRole('button', { name: 'Split a.berger@firm.example off' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Split a.berger@firm.example off Anna Berger.').waitFor();
  await page.getByText('You decided 1 time who is who').click();
  await page.getByRole('button', { name: /^Undo: Split/ }).click();
  await page.getByText('3 people').waitFor();
});

it('people are found by name, and an empty library says when they appear', async () => {
  const { page, go } = await stage({ people: samplePeople });
  await go('#/people');
  await page.getByLabel('Name or address contains').fill('müll');
  await page.getByText('1 found').waitFor();
  await page.getByLabel('Name or address contains').fill('zz');
  await page.getByText('Nobody here has such a name or address.').waitFor();
  const empty = await stage();
  await empty.go('#/people');
  await empty.page.getByText(/^Nobody yet\./).waitFor();
});

import type { Page } from 'playwright-core';
import { expect, it, onTestFinished } from 'vitest';
import { portEnded, portHanded, portWanted } from '#main/contract/desktop.ts';
import { sampleSources } from '../testing/sample-data.ts';
import { openStages, patient } from '../testing/stage.ts';

const stage = openStages();

it('the key leaves the address bar at once and survives a reload', async () => {
  const { page, host, go } = await stage({ sources: sampleSources });
  const [, token = ''] = host.url.split('#');
  expect(token.length).toBeGreaterThan(30);
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  expect(await page.evaluate(() => location.href)).not.toContain(token);
  await go('#/library');
  await page.reload();
  await page.getByRole('article', { name: 'Mail' }).waitFor();
  expect(await page.evaluate(() => location.hash)).toBe('#/library');
});

it('without its key the page shows nothing of the library and says where the key is', async () => {
  const { page, host, engine } = await stage({ sources: sampleSources });
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  engine.calls.length = 0;
  for (const address of [host.url.split('#')[0] ?? '', `${host.url.slice(0, -4)}AAAA`]) {
    const stranger = await page.context().browser()?.newPage();
    await stranger?.goto(address);
    await stranger?.getByRole('heading', { name: 'This page has no key' }).waitFor();
    await stranger?.close();
  }
  expect(engine.calls).toEqual([]);
});

it('a host that is gone is waited for, and “Try now” does not wait', async () => {
  const { page, host } = await stage({ sources: sampleSources });
  await page.getByRole('heading', { name: 'Nothing to ask yet' }).waitFor();
  await host.stopEngine();
  await page.getByText('Quipu’s engine does not answer.').waitFor();
  await host.startEngine();
  await page.getByRole('button', { name: 'Try now' }).click();
  await page.getByText('Quipu’s engine does not answer.').waitFor({ state: 'detached' });
});

/** What the desktop's preload script does, in a page: ports to the engine, a dialog, the path of what is dropped. */
async function actAsDesktop(page: Page, address: string, token: string): Promise<void> {
  await page.addInitScript(
    ({ wanted, handed, ended, socketAddress, key }) => {
      const ports: MessagePort[] = [];
      window.addEventListener('message', ({ source, data }) => {
        if (source !== window || data !== wanted) return;
        const { port1, port2 } = new MessageChannel();
        const socket = new WebSocket(socketAddress, ['quipu', key]);
        socket.onopen = () => {
          port1.onmessage = (event: MessageEvent<string>) => socket.send(event.data);
          window.postMessage(handed, location.origin, [port2]);
        };
        socket.onmessage = (event) => port1.postMessage(event.data);
        socket.onclose = () => port1.close();
        ports.push(port1);
      });
      Object.assign(window, {
        quipuDesktop: {
          chooseFolder: () => Promise.resolve('/home/ada/Chosen'),
          pathOf: (file: File) => `/home/ada/${file.name}`,
        },
        closePorts: () => {
          for (const port of ports.splice(0)) {
            port.postMessage(ended);
            port.close();
          }
        },
      });
    },
    { wanted: portWanted, handed: portHanded, ended: portEnded, socketAddress: address, key: token },
  );
}

it('in the desktop window the page talks over a port, gets another when it closes, and knows dropped paths', async () => {
  const { page, host, engine } = await stage();
  const [, token = ''] = host.url.split('#');
  const desktop = await page.context().newPage();
  onTestFinished(() => desktop.close());
  await actAsDesktop(desktop, `${host.url.split('#')[0]?.replace('http', 'ws')}engine`, token);
  await desktop.goto(`${host.url.split('#')[0]}#/library`);
  await desktop.getByRole('button', { name: 'Choose…' }).click();
  await expect
    .poll(() => desktop.getByLabel('Add a folder or file').inputValue(), patient)
    .toBe('/home/ada/Chosen');

  const followers = () => engine.calls.filter((call) => call === 'sources.progress').length;
  const before = followers();
  await desktop.evaluate(() => (window as unknown as { closePorts(): void }).closePorts());
  await expect.poll(followers, patient).toBe(before + 1);
  const dropped = await desktop.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['x'], 'Dropped'));
    return data;
  });
  await desktop.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await expect
    .poll(() => desktop.getByLabel('Add a folder or file').inputValue(), patient)
    .toBe('/home/ada/Dropped');
  await desktop.getByRole('button', { name: 'Add', exact: true }).click();
  await desktop.getByRole('article', { name: 'Dropped' }).waitFor();
  expect(engine.state.sources.map((source) => source.path)).toEqual(['/home/ada/Dropped']);
});

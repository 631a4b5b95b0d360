import { expect, it } from 'vitest';
import { Fault } from '#main/contract/fault.ts';
import type { DownloadProgress } from '#main/contract/models.ts';
import type { KeptDownload } from '#main/contract/privacy.ts';
import { keepDownload } from './keep-download.ts';

const at = (receivedBytes: number, phase: DownloadProgress['phase']): DownloadProgress => ({
  ...{ modelId: 'm', receivedBytes, totalBytes: 900, phase },
});

async function keptOf(
  events: readonly (DownloadProgress | Error)[],
  act: (stream: AsyncIterable<DownloadProgress>) => Promise<unknown>,
  asks: readonly string[] = ['https://hub.example/m'],
): Promise<KeptDownload[]> {
  const kept: KeptDownload[] = [];
  async function* download(asked: (address: string) => void) {
    for (const address of asks) asked(address);
    for (const event of events) {
      if (event instanceof Error) throw event;
      yield event;
    }
  }
  const stream = keepDownload('m', download, (one) => kept.push(one), new AbortController().signal);
  await act(stream).catch(() => undefined);
  return kept;
}

it('a whole download is kept with what came now, not with what was there before', async () => {
  const whole = [at(300, 'downloading'), at(700, 'downloading'), at(900, 'checking'), at(900, 'done')];
  expect(await keptOf(whole, (stream) => Array.fromAsync(stream))).toMatchObject([
    { modelId: 'm', from: ['https://hub.example/m'], bytes: 600, outcome: 'whole' },
  ]);
});

it('one that was left or broke off is kept too, with what came until then', async () => {
  const left = await keptOf([at(0, 'downloading'), at(200, 'downloading')], async (stream) => {
    for await (const { receivedBytes } of stream) if (receivedBytes === 200) break;
  });
  expect(left).toMatchObject([{ bytes: 200, outcome: 'stopped' }]);
  const broken = [at(0, 'downloading'), at(50, 'downloading'), new Fault('download-failed', {})];
  expect(await keptOf(broken, (stream) => Array.fromAsync(stream))).toMatchObject([
    { bytes: 50, outcome: 'failed' },
  ]);
});

it('what asked nobody is no use of the network', async () => {
  expect(await keptOf([at(900, 'done')], (stream) => Array.fromAsync(stream), [])).toEqual([]);
});

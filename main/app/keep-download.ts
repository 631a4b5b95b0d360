import type { DownloadProgress } from '#main/contract/models.ts';
import type { KeptDownload } from '#main/contract/privacy.ts';

/** Passes a download on and keeps what it was when it has ended, in whatever way. */
export async function* keepDownload(
  modelId: string,
  open: (asked: (address: string) => void) => AsyncIterable<DownloadProgress>,
  keep: (download: KeptDownload) => void,
  signal: AbortSignal,
): AsyncGenerator<DownloadProgress> {
  const startedAt = new Date().toISOString();
  const from: string[] = [];
  let first: number | null = null;
  let last = 0;
  let outcome: KeptDownload['outcome'] = 'stopped';
  try {
    for await (const progress of open((address) => from.push(address))) {
      if (progress.phase === 'downloading') {
        first ??= progress.receivedBytes;
        last = progress.receivedBytes;
      }
      if (progress.phase === 'checking' || progress.phase === 'converting') last = progress.receivedBytes;
      if (progress.phase === 'done') outcome = 'whole';
      yield progress;
    }
  } catch (error) {
    if (!signal.aborted) outcome = 'failed';
    throw error;
  } finally {
    if (from.length > 0)
      keep({ modelId, from, bytes: Math.max(0, last - (first ?? last)), startedAt, outcome });
  }
}

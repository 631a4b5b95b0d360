import { useEffect, useRef } from 'react';
import { desktop } from '../connection/desktop.ts';

/** Between the windows of one origin on this computer. */
const channelName = 'quipu.question';

/** Has the main window go on with a question: it is shown first, so that somebody hears it. */
export async function handOver(question: string): Promise<void> {
  await desktop?.showMain();
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(question);
  channel.close();
}

/** Takes questions over that were asked in the small window. */
export function useHandedQuestion(ask: (question: string) => void): void {
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && data.trim() !== '') newest.current(data);
    });
    return () => channel.close();
  }, []);
}

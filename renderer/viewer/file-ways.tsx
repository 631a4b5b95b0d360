import { useEffect, useState } from 'react';
import { copyToClipboard } from '../ask/clipboard.ts';
import type { Client } from '../connection/client.ts';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { IconButton } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { faultSentence } from '../wording/fault-sentence.ts';
import styles from './file-ways.module.css';

const { said: saidBox } = styles;

interface Said {
  readonly tone: 'plain' | 'bad';
  readonly words: string;
}

interface FileWaysProps {
  readonly documentId: number;
  /** null while it loads. */
  readonly path: string | null;
}

/** From the document to its file: in its usual program, where the engine lets it, in its folder, and its path. */
export function FileWays({ documentId, path }: FileWaysProps) {
  const client = useClient();
  const [said, setSaid] = useState<Said | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document clears what was said of this one.
  useEffect(() => setSaid(null), [documentId]);
  const ask = (call: (client: Client) => Promise<unknown>) => {
    setSaid(null);
    if (client === null) return;
    call(client).catch((error: unknown) =>
      setSaid({ tone: 'bad', words: faultSentence(faultOfCall(error)) }),
    );
  };
  const copy = async () => {
    const isCopied = path !== null && (await copyToClipboard(path));
    setSaid(
      isCopied
        ? { tone: 'plain', words: 'The path is copied.' }
        : { tone: 'bad', words: 'The path could not be copied.' },
    );
  };
  return (
    <>
      <IconButton
        icon="open"
        label="Open file"
        onClick={() => ask((to) => to.documents.open({ documentId }))}
      />
      <IconButton
        icon="folder"
        label="Show in its folder"
        onClick={() => ask((to) => to.documents.reveal({ documentId }))}
      />
      <IconButton
        icon="copy"
        label="Copy the path"
        aria-disabled={path === null}
        onClick={() => void copy()}
      />
      {said === null ? null : (
        <div className={saidBox} role="status">
          <Notice tone={said.tone}>{said.words}</Notice>
        </div>
      )}
    </>
  );
}

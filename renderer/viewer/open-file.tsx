import { useEffect, useState } from 'react';
import { useClient } from '../connection/engine.tsx';
import { faultOfCall } from '../connection/fault-of-call.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import { faultSentence } from '../wording/fault-sentence.ts';
import styles from './open-file.module.css';

const { said } = styles;

/** Opens the document's file in its usual program; the engine refuses files that can run. */
export function OpenFile({ documentId }: { readonly documentId: number }) {
  const client = useClient();
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document clears what was said of this one.
  useEffect(() => setProblem(null), [documentId]);
  const open = () => {
    setProblem(null);
    client?.documents.open({ documentId }).then(
      ({ opened }) =>
        setProblem(opened ? null : 'This kind of file is not opened from here, because it can run.'),
      (error: unknown) => setProblem(faultSentence(faultOfCall(error))),
    );
  };
  return (
    <>
      <Button look="quiet" icon="open" onClick={open}>
        Open file
      </Button>
      {problem === null ? null : (
        <div className={said}>
          <Notice tone="bad">{problem}</Notice>
        </div>
      )}
    </>
  );
}

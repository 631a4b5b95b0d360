import { useEffect, useState } from 'react';
import { useConnection } from '../connection/engine.tsx';
import { Button } from '../design/button.tsx';
import styles from './connection-notice.module.css';

const { band } = styles;

/** A line that is back within this time was never worth a word. */
const graceMs = 700;

export function ConnectionNotice() {
  const { state, retry } = useConnection();
  const broken = state.phase === 'waiting' || state.phase === 'connecting';
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!broken) return setTold(false);
    const timer = setTimeout(() => setTold(true), graceMs);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <div role="status" data-screen-only>
      {told && broken ? (
        <div className={band}>
          <span>Quipu’s engine does not answer. Trying again…</span>
          <Button look="quiet" icon="rescan" onClick={retry}>
            Try now
          </Button>
        </div>
      ) : null}
    </div>
  );
}

import { useEffect, useState } from 'react';
import { useConnection } from '../connection/engine.tsx';
import { Button } from '../design/button.tsx';
import { useWords } from '../wording/words.ts';
import styles from './connection-notice.module.css';

const { band } = styles;

/** A line that is back within this time was never worth a word. */
const graceMs = 700;

export function ConnectionNotice() {
  const words = useWords('app');
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
          <span>{words('noAnswer')}</span>
          <Button look="quiet" icon="rescan" onClick={retry}>
            {words('tryNow')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import type { Fault } from '#main/contract/fault.ts';
import { faultSentence } from '../wording/fault-sentence.ts';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

const { notice, said } = styles;

interface NoticeProps {
  readonly tone: 'plain' | 'warn' | 'bad';
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: ReactNode;
}

export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={notice} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      {tone === 'plain' ? null : <Icon name="doubt" />}
      <div className={said}>{children}</div>
      {action}
    </div>
  );
}

export function FaultNotice({ fault, action }: { readonly fault: Fault; readonly action?: ReactNode }) {
  return (
    <Notice tone="bad" action={action}>
      {faultSentence(fault)}
    </Notice>
  );
}

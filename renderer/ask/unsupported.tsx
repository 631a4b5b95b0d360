import type { Sentence } from '#main/contract/ask.ts';
import { Icon } from '../design/icon.tsx';
import { Sentences } from './sentences.tsx';
import styles from './unsupported.module.css';

const { unsupported } = styles;

/** What a model wrote and no passage supports: apart from the answer, and shown as what it is. */
export function Unsupported({ sentences }: { readonly sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className={unsupported} aria-label="Unsupported sentences">
      <h3>
        <Icon name="doubt" size={16} />
        The model also wrote this. No sentence was found in your files that says it.
      </h3>
      <Sentences sentences={sentences} citations={[]} set="unsupported" onCite={() => undefined} />
    </section>
  );
}

import type { Sentence } from '#main/contract/ask.ts';
import { Icon } from '../design/icon.tsx';
import { counted } from '../wording/figures.ts';
import { Sentences } from './sentences.tsx';
import styles from './unsupported.module.css';

const { unsupported } = styles;

/** What a model wrote and no passage supports: apart from the answer, folded, and shown as what it is. */
export function Unsupported({ sentences }: { readonly sentences: readonly Sentence[] }) {
  if (sentences.length === 0) return null;
  return (
    <section className={unsupported} aria-label="Unsupported sentences">
      <details>
        <summary>
          <Icon name="doubt" size={16} />
          The model also wrote {counted(sentences.length, 'sentence')} not found in your files
        </summary>
        <Sentences sentences={sentences} citations={[]} set="unsupported" onCite={() => undefined} />
      </details>
    </section>
  );
}

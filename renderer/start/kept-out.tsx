import { hrefOf } from '../app/route.ts';
import { Icon, type IconName } from '../design/icon.tsx';
import styles from './kept-out.module.css';

const { step, rules, quiet } = styles;

const kept: readonly (readonly [IconName, string, string])[] = [
  [
    'shield',
    'Secrets',
    'Passwords, keys, recovery codes, card numbers and IBANs are cut out of every text before it is kept. Password stores are not read at all.',
  ],
  [
    'mail',
    'Junk and deleted mail',
    'So are drafts, in whatever language the mail program names their folders.',
  ],
  [
    'archive',
    'What programs keep for themselves',
    'Caches, packages, version control, hidden and half-written files.',
  ],
];

/** The rules that hold from the beginning, in words; each source has its switches. */
export function KeptOut() {
  return (
    <section className={step}>
      <h2>What stays out of the index</h2>
      <ul className={rules}>
        {kept.map(([icon, name, words]) => (
          <li key={name}>
            <Icon name={icon} size={22} />
            <div>
              <h3>{name}</h3>
              <p>{words}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className={quiet}>
        What was left out, and why, is told for each file. Each folder of the{' '}
        <a href={hrefOf({ screen: 'library' })}>library</a> has switches for this under “Left out”.
      </p>
    </section>
  );
}

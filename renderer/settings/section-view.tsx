import type { SettingsSection } from './section.ts';
import styles from './section-view.module.css';

const { part, rows, row, names } = styles;

export function SectionView({ section }: { readonly section: SettingsSection }) {
  const { id, title, settings, body } = section;
  const heading = `settings-${id}`;
  return (
    <section className={part} aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {title}
      </h2>
      {settings.length === 0 ? null : (
        <div className={rows}>
          {settings.map((setting) => (
            <div key={setting.id} className={row}>
              <div className={names}>
                <h3 id={`setting-${setting.id}`}>{setting.name}</h3>
                <p id={`setting-${setting.id}-means`}>{setting.consequence}</p>
              </div>
              {setting.control}
            </div>
          ))}
        </div>
      )}
      {body}
    </section>
  );
}

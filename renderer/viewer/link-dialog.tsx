import { copyToClipboard } from '../ask/clipboard.ts';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import styles from './link-dialog.module.css';

const { address, ways } = styles;

/** Where a link of a document leads. Quipu goes nowhere by itself: the address can be taken along. */
export function LinkDialog({ href, onClose }: { readonly href: string; readonly onClose: () => void }) {
  const host = hostOf(href);
  return (
    <Dialog
      title={host === null ? 'This link writes a mail' : `This link leads to ${host}`}
      onClose={onClose}
    >
      <p className={address}>{href}</p>
      <p>Quipu opens no links. Copy the address, and open it where you like, if you trust it.</p>
      <div className={ways}>
        <Button look="primary" icon="copy" onClick={() => void copyToClipboard(href).then(onClose)}>
          Copy address
        </Button>
      </div>
    </Dialog>
  );
}

/** The host as it is, without what could pass for it before an @; null for a mail. */
function hostOf(href: string): string | null {
  try {
    return new URL(href).host || null;
  } catch {
    return null;
  }
}

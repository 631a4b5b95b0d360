import type { DownloadProgress, ModelRole, OfferedModel } from '#main/contract/models.ts';
import { Button } from '../design/button.tsx';
import { StageBar } from '../library/stage-bar.tsx';
import { faultSentence } from '../wording/fault-sentence.ts';
import { bytesOf } from '../wording/figures.ts';
import styles from './get-offered.module.css';
import type { Downloads } from './use-downloads.ts';

const { actions, getting, problem } = styles;

interface GetOfferedProps {
  readonly model: OfferedModel;
  readonly downloads: Downloads;
  readonly onUse: (role: ModelRole, modelId: string) => void;
}

/** Gets a model, with its progress, and puts it to use where a person says so. */
export function GetOffered({ model, downloads, onUse }: GetOfferedProps) {
  const { id, name, role, path, inUse, sizeBytes, recommended } = model;
  const download = downloads.of.get(id);
  if (role === 'reranker' || inUse) return null;
  if (path !== null) {
    return (
      <div className={actions}>
        <Button icon="check" aria-label={`Use ${name}`} onClick={() => onUse(role, id)}>
          Use
        </Button>
      </div>
    );
  }
  if (download?.phase === 'getting') {
    const { progress } = download;
    return (
      <div className={getting}>
        <StageBar
          name={`Getting ${name}`}
          done={progress?.receivedBytes ?? 0}
          total={progress?.totalBytes ?? sizeBytes}
          figures={progressWords(progress)}
        />
        <Button look="quiet" aria-label={`Cancel getting ${name}`} onClick={() => downloads.cancel(id)}>
          Cancel
        </Button>
      </div>
    );
  }
  const failed = download?.phase === 'failed' ? download.fault : null;
  return (
    <div className={actions}>
      <Button
        look={recommended === null ? 'plain' : 'primary'}
        icon="download"
        aria-label={`${failed === null ? 'Get' : 'Try again to get'} ${name}`}
        onClick={() => downloads.get(id)}
      >
        {failed === null ? `Get (${bytesOf(sizeBytes)})` : 'Try again'}
      </Button>
      {failed === null ? null : (
        <p className={problem} role="alert">
          {faultSentence(failed)}
        </p>
      )}
    </div>
  );
}

function progressWords(progress: DownloadProgress | null): string {
  if (progress === null) return 'Beginning';
  const { phase, receivedBytes, totalBytes } = progress;
  if (phase === 'waiting') return 'Waits for the one before it';
  if (phase === 'downloading') return `${bytesOf(receivedBytes)} of ${bytesOf(totalBytes)}`;
  return phase === 'converting' ? 'Converting' : 'Comparing its checksum';
}

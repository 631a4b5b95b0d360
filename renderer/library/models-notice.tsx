import type { ModelInfo, ModelRole } from '#main/contract/models.ts';
import { hrefOf } from '../app/route.ts';
import { Notice } from '../design/notice.tsx';
import { GetModel } from './get-model.tsx';

const without: Readonly<Record<ModelRole, string>> = {
  embedder:
    'No embedder is installed. Questions are searched by their words alone; with one, also by what they mean.',
  chat: 'No chat model is installed. Answers are quoted from your files; with one, they are also put into words, and each sentence is checked.',
};

interface ModelsNoticeProps {
  readonly models: readonly ModelInfo[];
  readonly onChanged: () => void;
}

/** What is missing for want of a model, with the smallest one to get; says nothing where both roles are filled. */
export function ModelsNotice({ models, onChanged }: ModelsNoticeProps) {
  const roles: readonly ModelRole[] = ['embedder', 'chat'];
  const missing = roles.filter(
    (role) => !models.some((model) => model.role === role && model.inUse && model.path !== null),
  );
  return missing.map((role) => {
    const offered = smallest(models.filter((model) => model.role === role));
    return (
      <Notice
        key={role}
        tone="plain"
        action={offered === null ? null : <GetModel model={offered} onDone={onChanged} />}
      >
        {without[role]} <a href={hrefOf({ screen: 'models' })}>Other models</a>
      </Notice>
    );
  });
}

/** One that is on this computer already comes before any download. */
function smallest(models: readonly ModelInfo[]): ModelInfo | null {
  const here = models.filter((model) => model.path !== null);
  const [first] = [...(here.length > 0 ? here : models)].sort((a, b) => a.sizeBytes - b.sizeBytes);
  return first ?? null;
}

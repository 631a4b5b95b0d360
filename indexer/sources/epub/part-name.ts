/** The name in the archive of what `reference` leads to from the part `from`; fragments and queries are left out. */
export function partName(from: string, reference: string): string {
  const path = decoded(reference.replace(/[?#].*$/s, ''));
  const steps = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is part of the name.
    return path;
  }
}

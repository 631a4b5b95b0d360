/** A path's last part and the folder that holds it, for either kind of slash. */
export function splitPath(path: string): { readonly name: string; readonly folder: string } {
  const trimmed = path.length > 1 ? path.replace(/[/\\]+$/, '') : path;
  const cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'));
  if (cut < 0 || trimmed.length === 1) return { name: trimmed, folder: '' };
  return { name: trimmed.slice(cut + 1), folder: trimmed.slice(0, cut) || trimmed.slice(0, 1) };
}

/** Offers a text as a file to keep; the browser or the window asks where. */
export function saveText(name: string, text: string): void {
  const type = name.endsWith('.json') ? 'application/json' : 'text/markdown';
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // After the download has begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A page with every picture, those of one scene beside each other; `names` are paths from the page, `variant/scene.png`. */
export function contactSheet(names: readonly string[]): string {
  const scenes = Map.groupBy(names, (name) => name.slice(name.indexOf('/') + 1));
  const rows = [...scenes].map(
    ([scene, pictures]) =>
      `<h2>${scene.replace('.png', '')}</h2><div>${pictures.map(pictureOf).join('')}</div>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>body{font:14px system-ui;background:#777;color:#fff}div{display:flex;gap:12px;overflow-x:auto}
figure{margin:0}img{max-height:560px}</style>${rows.join('\n')}`;
}

function pictureOf(name: string): string {
  const variant = name.slice(0, name.indexOf('/'));
  return `<figure><img src="${name}" loading="lazy" alt=""><figcaption>${variant}</figcaption></figure>`;
}

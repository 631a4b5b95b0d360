import { sep } from 'node:path';

/** The first character that sorts behind the separator: what is below a folder sorts before it. */
const pastSeparator = String.fromCharCode(sep.charCodeAt(0) + 1);

/** What is below a folder, and the folder itself, sorts before this. */
export function endBelow(folder: string): string {
  return (folder.endsWith(sep) ? folder.slice(0, -1) : folder) + pastSeparator;
}

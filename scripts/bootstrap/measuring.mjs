const measurements = ['eval', 'bench'];

/**
 * The arguments of a measurement, which belongs to the checkout and not to the app: `eval` or `bench` first, options that
 * stood before it after. null for every other command. A library named for a measurement is left out: it brings its own.
 * @param {readonly string[]} args
 */
export function measuring(args) {
  const leading = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--library') i++;
    else if (arg.startsWith('--library=')) continue;
    else if (measurements.includes(arg)) return [arg, ...args.slice(i + 1), ...leading];
    else if (arg.startsWith('-')) leading.push(arg);
    else return null;
  }
  return null;
}

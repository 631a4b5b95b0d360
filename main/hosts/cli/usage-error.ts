/** A command line that cannot be understood: exit code 2, one line with the way out. */
export class UsageError extends Error {
  readonly command: string | null;

  constructor(message: string, command: string | null) {
    super(message);
    this.name = 'UsageError';
    this.command = command;
  }

  /** The line a person reads. */
  line(): string {
    const help = this.command === null ? 'quipu --help' : `quipu ${this.command} --help`;
    return `${this.message.replace(/\.?$/, '.')} See: ${help}`;
  }
}

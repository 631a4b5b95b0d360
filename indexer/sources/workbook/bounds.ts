/** Cells of one workbook: against sheets of a billion; this many take some 5 s and 500 MB. */
const mostCells = 600_000;
/** The same of OpenDocument, which writes a cell in ten times as many bytes. */
export const mostOdsCells = 250_000;
/** Sheets of one workbook. */
export const mostSheets = 1_000;
/** Merged ranges of one sheet: each is looked at for every row that it covers. */
export const mostMerges = 10_000;

/** Counts what a workbook's parts hold together, against parts that are each just small enough. */
export class CellBudget {
  readonly #most: number;
  #left: number;

  constructor(most = mostCells) {
    this.#most = most;
    this.#left = most;
  }

  get left(): number {
    return this.#left;
  }

  /** True once something was left out. */
  exceeded = false;

  /** Takes `count` cells where so many are left. */
  take(count: number): boolean {
    if (count > this.#left) {
      this.exceeded = true;
      return false;
    }
    this.#left -= count;
    return true;
  }

  get detail(): string {
    return `${this.#most.toLocaleString('en')} cells`;
  }
}

/**
 * The rows with the highest scores above `floor`, best first, by a heap of `limit`: one comparison for most rows.
 * Equal scores keep the lower row.
 */
export function bestRows(scores: Float32Array, limit: number, floor: number): number[] {
  const heap: number[] = [];
  const scoreAt = (position: number): number => scores[heap[position] ?? 0] ?? 0;
  let least = floor;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] ?? 0;
    if (score <= least) continue;
    if (heap.length < limit) {
      heap.push(row);
      siftUp(heap, scoreAt);
    } else {
      heap[0] = row;
      siftDown(heap, scoreAt);
    }
    if (heap.length === limit) least = scoreAt(0);
  }
  return heap.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}

function siftUp(heap: number[], scoreAt: (position: number) => number): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (scoreAt(parent) <= scoreAt(child)) return;
    swap(heap, parent, child);
    child = parent;
  }
}

function siftDown(heap: number[], scoreAt: (position: number) => number): void {
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const child = right < heap.length && scoreAt(right) < scoreAt(left) ? right : left;
    if (scoreAt(parent) <= scoreAt(child)) return;
    swap(heap, parent, child);
    parent = child;
  }
}

function swap(heap: number[], a: number, b: number): void {
  const kept = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = kept;
}

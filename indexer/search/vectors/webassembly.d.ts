/** The part of the WebAssembly API that the kernel needs: TypeScript has it in the DOM library only. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number });
    readonly buffer: ArrayBuffer;
    /** In pages of 64 KiB; the old `buffer` is empty afterwards. */
    grow(pages: number): number;
  }
}

import exifReader, { type ExpandedTags } from 'exifreader';

type Block = 'exif' | 'iptc' | 'xmp' | 'pngText' | 'gps';

/** A caption is no longer than this: against a picture whose comment is the file. */
const mostTagChars = 20_000;
/** What cameras and programs write where a person's words belong, and the library where it cannot read them. */
const machineWords =
  /^(?:(?:OLYMPUS|SONY|MINOLTA|KONICA|SAMSUNG|NIKON)\b.*(?:CAMERA|DSC)|SONY DSC|DCIM\b.*|DIGITAL CAMERA|Undefined|\[[^\]]*encoded text\]|binary comment|<.*>|Created with GIMP|Screenshot)$/i;

/** A picture's tags (Exif, IPTC, XMP, PNG text) as texts; '' for what is not there. */
export class PictureTags {
  readonly #tags: ExpandedTags;

  constructor(bytes: Uint8Array) {
    this.#tags = tagsOf(bytes);
  }

  /** The first of these tags that says something. */
  text(block: Block, ...names: readonly string[]): string {
    for (const name of names) {
      const text = shown(this.#tag(block, name)?.description);
      if (text !== '' && !machineWords.test(text)) return text;
    }
    return '';
  }

  /** Each value of a tag that lists some. */
  list(block: Block, name: string): string[] {
    const tag = this.#tag(block, name);
    const values: unknown[] = Array.isArray(tag) ? tag : Array.isArray(tag?.value) ? tag.value : [];
    const texts = values.map((value) => shown(property(value, 'description') ?? value));
    const one = shown(tag?.description);
    return texts.some((text) => text !== '') ? texts : one.split(',');
  }

  /** Degrees, north and east positive. */
  degrees(name: 'Latitude' | 'Longitude'): number | null {
    const value = this.#tags.gps?.[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  }

  /** The library types each tag on its own; of any of them a description and a value are all that is read. */
  #tag(block: Block, name: string): { readonly description?: unknown; readonly value?: unknown } | undefined {
    const tags = this.#tags[block] as Readonly<Record<string, object>> | undefined;
    return tags !== undefined && Object.hasOwn(tags, name) ? tags[name] : undefined;
  }
}

function tagsOf(bytes: Uint8Array): ExpandedTags {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    // Not async: only then would it unpack compressed text, without any bound.
    return exifReader.loadView(view, { expanded: true, async: false });
  } catch {
    // No metadata, or damaged: the picture itself may be whole.
    return {};
  }
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (Reflect.get(value, name) as unknown) : undefined;
}

function shown(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value.slice(0, mostTagChars).toWellFormed().replace(/\r\n?/g, '\n').replace(/\0/g, '').trim();
}

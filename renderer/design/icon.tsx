/** Strokes of a 20 x 20 grid, drawn for this project. */
const paths = {
  ask: 'M3.5 5.5a2 2 0 0 1 2-2h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9l-4 3.2v-3.2a1.5 1.5 0 0 1-1.5-1.5z',
  library: 'M4 3.5v13M8 3.5v13M11.2 4.2l4.6 12.2',
  people:
    'M7.5 9a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.5 16.2c0-3 2-4.9 5-4.9s5 1.9 5 4.9M13 3.7a2.6 2.6 0 0 1 0 5M14.4 11.6c1.9.6 3.1 2.3 3.1 4.6',
  models: 'M6 6h8v8H6zM8 3v3M12 3v3M8 14v3M12 14v3M3 8h3M3 12h3M14 8h3M14 12h3',
  down: 'M5 8l5 5 5-5',
  up: 'M5 12l5-5 5 5',
  send: 'M10 16V4.5M5 9.2l5-5 5 5',
  stop: 'M5.5 5.5h9v9h-9z',
  close: 'M5 5l10 10M15 5L5 15',
  previous: 'M12 5l-5 5 5 5',
  next: 'M8 5l5 5-5 5',
  open: 'M11.5 3.5h5v5M16.5 3.5l-7 7M14 11v4.5H4.5V6H9',
  copy: 'M7.5 7.5v-4h9v9h-4M3.5 7.5h9v9h-9z',
  check: 'M4.5 10.5l3.7 3.7 7.3-8',
  doubt: 'M10 6v5M10 14v.2M10 2.7l7.8 13.8H2.2z',
  folder: 'M2.8 15.5V4.8h5l1.8 2.2h7.6v8.5z',
  file: 'M5 2.8h6.5L15 6.3v10.9H5zM11.5 2.8v3.5H15',
  mail: 'M3 4.8h14v10.4H3zM3.3 5.3L10 10.8l6.7-5.5',
  note: 'M4.5 3.2h11v9l-4.2 4.6H4.5zM15.3 12.3h-4.1v4.3M7.2 6.8h5.6M7.2 9.8h3.6',
  document: 'M5 2.8h6.5L15 6.3v10.9H5zM11.5 2.8v3.5H15M7.5 10h5M7.5 13h5',
  message: 'M3.5 4.5h13v8.5h-7l-3.5 3v-3H3.5z',
  pause: 'M7 4.5v11M13 4.5v11',
  resume: 'M6.5 4l9 6-9 6z',
  rescan: 'M15.8 8A6.2 6.2 0 0 0 4.6 7M4.2 3.5V7h3.5M4.2 12a6.2 6.2 0 0 0 11.2 1M15.8 16.5V13h-3.5',
  filter: 'M3.5 4.5h13l-5 6v5l-3 1.5v-6.5z',
  forget: 'M4 5.5h12M8 5.2V3.3h4v1.9M5.5 5.5l.7 11.2h7.6l.7-11.2M8.5 8.5v5M11.5 8.5v5',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  edit: 'M4 16l.7-3.4L13 4.3a1.6 1.6 0 0 1 2.3 0l.4.4a1.6 1.6 0 0 1 0 2.3l-8.3 8.3zM11.7 5.6l2.7 2.7',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  pin: 'M7.5 3.2h5l-.6 5 2.6 3h-9l2.6-3zM10 11.2v5.6',
  archive: 'M3 4.2h14v3.4H3zM4.2 7.6v8.6h11.6V7.6M8 10.6h4',
  search: 'M8.8 14a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4zM12.6 12.6l4 4',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7M3.3 3.3v3h3M10 6.5V10l2.5 2',
  light:
    'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M4.5 15.5l1.1-1.1M14.4 5.6l1.1-1.1',
  dark: 'M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z',
  system: 'M2.8 4h14.4v9.5H2.8zM7 16.8h6M10 13.5v3.3',
  download: 'M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13',
  settings:
    'M3.2 6.2h6.3M14 6.2h2.8M11.7 8.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM3.2 13.8h2.5M10.2 13.8h6.6M8 16a2.2 2.2 0 1 0 0-4.4A2.2 2.2 0 0 0 8 16z',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7',
  shield: 'M10 2.8l6 2.2v4.6c0 3.7-2.5 6.3-6 7.6-3.5-1.3-6-3.9-6-7.6V5zM7.3 9.8l2 2 3.4-3.8',
  disk: 'M3 12.5h14v3.8H3zM3 12.5l2.2-8.8h9.6l2.2 8.8M13.8 14.4h.01',
  steps: 'M3.5 5.5h.01M7 5.5h9.5M3.5 10h.01M7 10h9.5M3.5 14.5h.01M7 14.5h9.5',
  picture: 'M3 4.5h14v11H3zM3.3 13.5l4-4 3.4 3.4 2.3-2.3 3.7 3.7M12.8 8h.01',
  link: 'M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-.8.8M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l.8-.8',
} as const;

export type IconName = keyof typeof paths;

/** A picture that repeats what the text beside it says; screen readers skip it. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill={name === 'stop' ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** Quipu's mark: a cord with three knotted strings. */
export function Mark() {
  return (
    <svg
      aria-hidden="true"
      width="28"
      height="28"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    >
      <path d="M3 7.5c8.5 2.8 17.5 2.8 26 0M8.5 9.2V24M16 9.8V29M23.5 9.2V21" />
      <g fill="currentColor" stroke="none">
        <circle cx="8.5" cy="17.5" r="3" />
        <circle cx="16" cy="22.5" r="3" />
        <circle cx="23.5" cy="15" r="3" />
      </g>
    </svg>
  );
}

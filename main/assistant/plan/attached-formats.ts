/** What attached files are called by their format, folded, and the endings that files of it have. */
export const attachedFormats: readonly (readonly [string, readonly string[]])[] = [
  ['pdf', ['.pdf']],
  ['word', ['.doc', '.docx', '.odt']],
  ['excel|spreadsheet', ['.xls', '.xlsx', '.ods', '.csv']],
  [
    'image|picture|photo|bild|foto|imagen|image|immagin|imagem',
    ['.jpg', '.jpeg', '.png', '.heic', '.gif', '.webp', '.tif', '.tiff'],
  ],
  ['zip', ['.zip']],
];

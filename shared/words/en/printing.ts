// Words of printed pages, English.
export const printing = {
  'printing.print': 'Print…',
  'printing.on': 'printed {date}',
  'printing.weight': 'weight {weight}',
  'printing.goes-on': 'to ¶ {paragraph}',
  'printing.memo': 'Memo: {memo}',
  'printing.columns': 'Columns {from} to {to} of {n}',
} as const;
